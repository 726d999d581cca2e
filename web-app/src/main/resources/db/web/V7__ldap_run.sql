-- What came of the last import from the directory server, and from where the next one goes on.

CREATE TABLE web_ldap_run (
  id           INTEGER      NOT NULL PRIMARY KEY,
  -- Milliseconds since 1970.
  ended_at     BIGINT       NOT NULL,
  -- 1: by the schedule; 0: by an administrator.
  scheduled    INTEGER      NOT NULL,
  entries_read INTEGER      NOT NULL,
  created      INTEGER      NOT NULL,
  changed      INTEGER      NOT NULL,
  unchanged    INTEGER      NOT NULL,
  refused      INTEGER      NOT NULL,
  -- Empty where the server could be read.
  failure      VARCHAR(500) NOT NULL,
  read_to      VARCHAR(100) NOT NULL
);
