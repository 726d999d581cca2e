-- People, departments, topics and portraits, for HSQLDB and PostgreSQL alike.
--
-- What has many parts (topics, languages, channels) is one text, a line for each part: a person is
-- one row, so that ten thousand people load with one query. Searches run in memory, never here.

CREATE TABLE directory_employee (
  id           VARCHAR(64)     NOT NULL PRIMARY KEY,
  version      BIGINT          NOT NULL,
  given_name   VARCHAR(200)    NOT NULL,
  family_name  VARCHAR(200)    NOT NULL,
  display_name VARCHAR(401)    NOT NULL,
  title        VARCHAR(100000) NOT NULL,
  departments  VARCHAR(100000) NOT NULL,
  topics       VARCHAR(100000) NOT NULL,
  languages    VARCHAR(100000) NOT NULL,
  region       VARCHAR(100),
  time_zone    VARCHAR(100)    NOT NULL,
  mail         VARCHAR(320),
  channels     VARCHAR(100000) NOT NULL,
  links        VARCHAR(100000) NOT NULL,
  portrait     VARCHAR(64)
);

CREATE TABLE directory_department (
  id      VARCHAR(100)    NOT NULL PRIMARY KEY,
  version BIGINT          NOT NULL,
  name    VARCHAR(100000) NOT NULL
);

CREATE TABLE directory_topic (
  id      VARCHAR(100)    NOT NULL PRIMARY KEY,
  version BIGINT          NOT NULL,
  name    VARCHAR(100000) NOT NULL
);

-- The image as Base64: the two databases share no type for bytes (BYTEA, VARBINARY), and a script
-- for each or a placeholder that every embedder must set costs more than the third that Base64 adds.
CREATE TABLE directory_portrait (
  id         VARCHAR(64)      NOT NULL PRIMARY KEY,
  media_type VARCHAR(100)     NOT NULL,
  content    VARCHAR(3000000) NOT NULL
);
