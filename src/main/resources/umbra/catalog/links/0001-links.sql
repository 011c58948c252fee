CREATE TABLE link (
  kind VARCHAR NOT NULL,
  original VARCHAR NOT NULL,
  pseudonym VARCHAR NOT NULL,
  PRIMARY KEY (kind, original)
);
CREATE UNIQUE INDEX link_pseudonym ON link (kind, pseudonym);
