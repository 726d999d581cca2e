-- Who may sign in, with what, and who is invited to.

CREATE TABLE web_account (
  name          VARCHAR(64)  NOT NULL PRIMARY KEY,
  password_hash VARCHAR(500) NOT NULL,
  employee_role BOOLEAN      NOT NULL,
  admin_role    BOOLEAN      NOT NULL,
  employee_id   VARCHAR(64),
  -- An account of the demonstration: it is refused wherever the demonstration is off.
  demo          BOOLEAN      NOT NULL,
  created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  version       BIGINT       NOT NULL
);

CREATE UNIQUE INDEX web_account_employee ON web_account (employee_id);

CREATE TABLE web_token (
  -- SHA-256 of the token: who reads the table cannot sign in with it.
  digest     VARCHAR(64)  NOT NULL PRIMARY KEY,
  account    VARCHAR(64)  NOT NULL REFERENCES web_account (name) ON DELETE CASCADE,
  kind       VARCHAR(10)  NOT NULL CHECK (kind IN ('session', 'api')),
  label      VARCHAR(100) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX web_token_account ON web_token (account);
CREATE INDEX web_token_expires ON web_token (expires_at);

CREATE TABLE web_invitation (
  digest      VARCHAR(64) NOT NULL PRIMARY KEY,
  -- Whose account it makes; empty for the first administrator's.
  employee_id VARCHAR(64),
  expires_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX web_invitation_employee ON web_invitation (employee_id);
CREATE INDEX web_invitation_expires ON web_invitation (expires_at);
