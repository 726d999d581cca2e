-- What employees have decided, and until when their devices count; for HSQLDB and PostgreSQL alike.
--
-- There is no history here and no "last seen": a row is replaced or deleted, never added to. A
-- session holds only the instant until which it counts, and goes when that has passed.

CREATE TABLE presence_settings (
  employee      VARCHAR(64)    NOT NULL PRIMARY KEY,
  version       BIGINT         NOT NULL,
  manual_status VARCHAR(20),
  manual_until  TIMESTAMP(6) WITH TIME ZONE,
  manual_note   VARCHAR(100000),
  time_zone     VARCHAR(100)   NOT NULL,
  hours         VARCHAR(2000)  NOT NULL,
  point_limit   INTEGER        NOT NULL,
  rules         VARCHAR(1000)  NOT NULL
);

-- On which side of the thresholds somebody is, and since when: the memory that keeps people from
-- flickering. Apart from the settings, so that keeping it never meets an employee's own change.
CREATE TABLE presence_load_state (
  employee VARCHAR(64) NOT NULL,
  audience VARCHAR(20) NOT NULL,
  relieved BOOLEAN     NOT NULL,
  since    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (employee, audience)
);

CREATE TABLE presence_session (
  employee    VARCHAR(64) NOT NULL,
  device      VARCHAR(64) NOT NULL,
  valid_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (employee, device)
);

CREATE INDEX presence_session_end ON presence_session (valid_until);
