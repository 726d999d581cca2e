-- Who wants to be told when somebody is free, for HSQLDB and PostgreSQL alike. Rows are short-lived: the
-- address goes with the row, when it was told, taken back, or has ended.
CREATE TABLE routing_waitlist (
  token        VARCHAR(64)                 NOT NULL PRIMARY KEY,
  employee     VARCHAR(64)                 NOT NULL,
  channel      VARCHAR(20)                 NOT NULL,
  email        VARCHAR(254)                NOT NULL,
  email_key    VARCHAR(254)                NOT NULL,
  language     VARCHAR(100)                NOT NULL,
  confirmed_at TIMESTAMP(6) WITH TIME ZONE,
  ends_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT routing_waitlist_once UNIQUE (employee, channel, email_key)
);
CREATE INDEX routing_waitlist_line ON routing_waitlist (employee, confirmed_at);
CREATE INDEX routing_waitlist_of_address ON routing_waitlist (email_key);
CREATE INDEX routing_waitlist_end ON routing_waitlist (ends_at);
