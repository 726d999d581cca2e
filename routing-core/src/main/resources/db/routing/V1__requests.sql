-- Points taken, leases, requests and their timelines, for HSQLDB and PostgreSQL alike.

-- The limit lives here: points are taken by one conditional UPDATE, and the check is the second lock
-- on the door. The ceiling is the capacity, or what was taken already when the capacity was lowered.
CREATE TABLE routing_ledger (
  employee VARCHAR(64) NOT NULL PRIMARY KEY,
  taken    INTEGER     NOT NULL,
  capacity INTEGER     NOT NULL,
  ceiling  INTEGER     NOT NULL,
  CONSTRAINT routing_ledger_taken CHECK (taken >= 0 AND taken <= ceiling),
  CONSTRAINT routing_ledger_capacity CHECK (capacity >= 0 AND capacity <= ceiling)
);

CREATE TABLE routing_lease (
  token           VARCHAR(64)                 NOT NULL PRIMARY KEY,
  idempotency_key VARCHAR(128)                NOT NULL,
  employee        VARCHAR(64)                 NOT NULL,
  channel         VARCHAR(20)                 NOT NULL,
  effort          INTEGER                     NOT NULL,
  ends_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT routing_lease_once UNIQUE (idempotency_key)
);
CREATE INDEX routing_lease_of_employee ON routing_lease (employee, ends_at);
CREATE INDEX routing_lease_end ON routing_lease (ends_at);

CREATE TABLE routing_request (
  id                VARCHAR(36)                 NOT NULL PRIMARY KEY,
  token             VARCHAR(64)                 NOT NULL,
  idempotency_key   VARCHAR(128)                NOT NULL,
  fingerprint       VARCHAR(64)                 NOT NULL,
  employee          VARCHAR(64)                 NOT NULL,
  channel           VARCHAR(20)                 NOT NULL,
  subject           VARCHAR(200)                NOT NULL,
  customer_name     VARCHAR(200)                NOT NULL,
  customer_email    VARCHAR(254)                NOT NULL,
  customer_phone    VARCHAR(40),
  customer_language VARCHAR(100)                NOT NULL,
  customer_zone     VARCHAR(100),
  if_unavailable    VARCHAR(20)                 NOT NULL,
  state             VARCHAR(30)                 NOT NULL,
  effort            INTEGER                     NOT NULL,
  received_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  version           BIGINT                      NOT NULL,
  CONSTRAINT routing_request_token UNIQUE (token),
  CONSTRAINT routing_request_once UNIQUE (idempotency_key)
);
CREATE INDEX routing_request_inbox ON routing_request (employee, state, received_at);
CREATE INDEX routing_request_unanswered ON routing_request (state, changed_at);

-- Only ever appended to. The key of a step stands at its first event.
CREATE TABLE routing_timeline (
  request_id   VARCHAR(36)                 NOT NULL,
  event_number INTEGER                     NOT NULL,
  kind         VARCHAR(20)                 NOT NULL,
  happened_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  employee     VARCHAR(64)                 NOT NULL,
  words        VARCHAR(20000)              NOT NULL,
  proposed     VARCHAR(2000)               NOT NULL,
  step_key     VARCHAR(128),
  PRIMARY KEY (request_id, event_number),
  CONSTRAINT routing_timeline_once UNIQUE (request_id, step_key),
  CONSTRAINT routing_timeline_request FOREIGN KEY (request_id) REFERENCES routing_request (id)
);
