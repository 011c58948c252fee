-- Boxes to blacken. A row stays for good as the text its edits know it by; an empty one was taken away.
CREATE TABLE region (
  id BIGINT PRIMARY KEY,
  series_id BIGINT NOT NULL,
  instance_id BIGINT NOT NULL,
  frame_first INT NOT NULL,
  frame_last INT NOT NULL,
  x INT NOT NULL,
  y INT NOT NULL,
  width INT NOT NULL,
  height INT NOT NULL,
  author VARCHAR NOT NULL,
  reason VARCHAR NOT NULL
);
CREATE INDEX region_series ON region (series_id, id);

-- Verdict of a person over a gate that is not met; 0 means the whole collection.
CREATE TABLE gate_pass (
  gate VARCHAR PRIMARY KEY,
  reason VARCHAR NOT NULL
);

-- Every export, finished or not.
CREATE TABLE version (
  id BIGINT PRIMARY KEY,
  collection VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  profile VARCHAR NOT NULL,
  key_mark VARCHAR NOT NULL,
  state VARCHAR(10) NOT NULL,
  head VARCHAR NOT NULL
);
CREATE UNIQUE INDEX version_name ON version (collection, name);

CREATE TABLE version_instance (
  version_id BIGINT NOT NULL REFERENCES version,
  instance_id BIGINT NOT NULL,
  path VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  line VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  PRIMARY KEY (version_id, instance_id)
);
