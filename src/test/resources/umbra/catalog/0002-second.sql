ALTER TABLE thing ADD COLUMN weight INT DEFAULT 7 NOT NULL;
CREATE INDEX thing_name ON thing (name);
