-- Each distinct text once by its place; a row stays when its last use goes, because decisions and edits name its number.
CREATE TABLE text_value (
  id BIGINT PRIMARY KEY,
  digest VARCHAR(64) NOT NULL,
  place VARCHAR NOT NULL,
  creator VARCHAR NOT NULL,
  vr VARCHAR(2) NOT NULL,
  content VARCHAR NOT NULL
);
CREATE UNIQUE INDEX text_value_digest ON text_value (digest);

CREATE TABLE text_use (
  value_id BIGINT NOT NULL REFERENCES text_value,
  series_id BIGINT NOT NULL,
  uses BIGINT NOT NULL,
  resembles VARCHAR NOT NULL,
  PRIMARY KEY (value_id, series_id)
);
CREATE INDEX text_use_series ON text_use (series_id);

-- Instances whose texts are counted already.
CREATE TABLE text_scan (
  instance_id BIGINT PRIMARY KEY,
  series_id BIGINT NOT NULL
);

CREATE TABLE text_decision (
  value_id BIGINT PRIMARY KEY REFERENCES text_value,
  decision VARCHAR NOT NULL
);

CREATE TABLE series_verdict (
  series_id BIGINT PRIMARY KEY,
  verdict VARCHAR NOT NULL
);
