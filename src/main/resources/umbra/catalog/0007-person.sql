-- Each source subject by the number of its arrival. A row stays when its last instance goes, because decisions and edits name its number.
CREATE TABLE person (
  id BIGINT PRIMARY KEY,
  subject_key VARCHAR NOT NULL
);
CREATE UNIQUE INDEX person_key ON person (subject_key);

-- Source subjects that a curator says are one person: the number of the one they are named after.
CREATE TABLE subject_merge (
  person_id BIGINT PRIMARY KEY REFERENCES person,
  same_as VARCHAR NOT NULL
);
