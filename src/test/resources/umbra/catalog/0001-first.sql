-- A table of an older version.
CREATE TABLE thing (id INT PRIMARY KEY, name VARCHAR);
