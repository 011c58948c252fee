-- What was looked at: every file, and every member of an archive, with what became of it.
CREATE TABLE source (
  id BIGINT PRIMARY KEY,
  path VARCHAR NOT NULL,
  member VARCHAR NOT NULL,
  bytes BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  outcome VARCHAR(12) NOT NULL,
  reason VARCHAR NOT NULL,
  instance_id BIGINT
);
CREATE UNIQUE INDEX source_place ON source (path, member);
CREATE INDEX source_outcome ON source (outcome, id);
CREATE INDEX source_instance ON source (instance_id);

-- One row for each Patient ID; without one, for each name and birth date.
CREATE TABLE subject (
  id BIGINT PRIMARY KEY,
  identity VARCHAR NOT NULL,
  patient_id VARCHAR NOT NULL,
  patient_name VARCHAR NOT NULL,
  sort_key VARCHAR NOT NULL,
  instance_count BIGINT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX subject_identity ON subject (identity);
CREATE INDEX subject_sort ON subject (sort_key, id);
CREATE INDEX subject_revision ON subject (revision);

CREATE TABLE study (
  id BIGINT PRIMARY KEY,
  subject_id BIGINT NOT NULL REFERENCES subject,
  study_instance_uid VARCHAR NOT NULL,
  study_date VARCHAR NOT NULL,
  description VARCHAR NOT NULL,
  instance_count BIGINT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX study_uid ON study (subject_id, study_instance_uid);
CREATE INDEX study_any ON study (study_instance_uid);

-- Every distinct value of the attributes that must be the same throughout a study: more than one is a conflict.
CREATE TABLE study_patient (
  study_id BIGINT NOT NULL REFERENCES study,
  keyword VARCHAR NOT NULL,
  content VARCHAR NOT NULL,
  PRIMARY KEY (study_id, keyword, content)
);

CREATE TABLE series (
  id BIGINT PRIMARY KEY,
  study_id BIGINT NOT NULL REFERENCES study,
  series_instance_uid VARCHAR NOT NULL,
  series_number INT,
  modality VARCHAR NOT NULL,
  description VARCHAR NOT NULL,
  instance_count BIGINT NOT NULL,
  frame_count BIGINT NOT NULL,
  noted_count BIGINT NOT NULL,
  variant_count BIGINT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX series_uid ON series (study_id, series_instance_uid);

-- What the search looks through: a line "keyword=value" for each attribute of the first instance, in lower case.
CREATE TABLE series_header (
  series_id BIGINT PRIMARY KEY REFERENCES series,
  attributes VARCHAR NOT NULL
);

CREATE TABLE series_thumbnail (
  series_id BIGINT PRIMARY KEY REFERENCES series,
  png VARBINARY NOT NULL
);

CREATE TABLE instance (
  id BIGINT PRIMARY KEY,
  series_id BIGINT NOT NULL REFERENCES series,
  source_id BIGINT NOT NULL REFERENCES source,
  sop_instance_uid VARCHAR NOT NULL,
  sop_class_uid VARCHAR NOT NULL,
  transfer_syntax_uid VARCHAR NOT NULL,
  instance_number INT NOT NULL,
  slice_position DOUBLE PRECISION NOT NULL,
  frames INT NOT NULL,
  image_rows INT NOT NULL,
  image_columns INT NOT NULL,
  has_pixels BOOLEAN NOT NULL,
  variant INT NOT NULL,
  notes VARCHAR NOT NULL,
  sha256 VARCHAR
);
CREATE INDEX instance_uid ON instance (sop_instance_uid);
CREATE INDEX instance_order ON instance (series_id, instance_number, slice_position, id);

CREATE TABLE setting (
  name VARCHAR PRIMARY KEY,
  content VARCHAR NOT NULL
);
