-- Everything that changes a decision or leaves the building. Rows are only ever added; each hash covers the one before.
CREATE TABLE audit (
  sequence BIGINT PRIMARY KEY,
  at_ms BIGINT NOT NULL,
  who VARCHAR NOT NULL,
  action VARCHAR(24) NOT NULL,
  object VARCHAR NOT NULL,
  why VARCHAR NOT NULL,
  program VARCHAR NOT NULL,
  profile_hash VARCHAR NOT NULL,
  previous_hash VARCHAR NOT NULL,
  hash VARCHAR NOT NULL
);

-- One row: the newest sequence and hash, so that a cut tail shows even before anything was exported.
CREATE TABLE audit_head (
  id INT PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash VARCHAR NOT NULL
);

-- Decisions as they were made, undone and redone; rows are only ever added.
CREATE TABLE edit (
  id BIGINT PRIMARY KEY,
  step VARCHAR(8) NOT NULL,
  origin BIGINT NOT NULL,
  title VARCHAR NOT NULL,
  why VARCHAR NOT NULL,
  action VARCHAR(24) NOT NULL,
  audit_sequence BIGINT NOT NULL REFERENCES audit
);

CREATE TABLE edit_change (
  edit_id BIGINT NOT NULL REFERENCES edit,
  position INT NOT NULL,
  kind VARCHAR NOT NULL,
  object VARCHAR NOT NULL,
  before_value VARCHAR,
  after_value VARCHAR,
  PRIMARY KEY (edit_id, position)
);
