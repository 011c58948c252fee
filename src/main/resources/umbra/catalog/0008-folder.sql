-- Folders a person imported, as named and as they are once links are followed. Their next import takes in whatever lies in them then.
CREATE TABLE folder (
  path VARCHAR PRIMARY KEY
);
