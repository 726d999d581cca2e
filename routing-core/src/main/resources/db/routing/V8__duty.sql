-- Requests to departments of which nobody is shown, the departments on duty, and who wants to be asked.
CREATE TABLE routing_duty_request (
  id                VARCHAR(36)                 NOT NULL PRIMARY KEY,
  token             VARCHAR(64)                 NOT NULL,
  idempotency_key   VARCHAR(128)                NOT NULL,
  department        VARCHAR(64)                 NOT NULL,
  subject           VARCHAR(200)                NOT NULL,
  message           VARCHAR(20000)              NOT NULL,
  customer_name     VARCHAR(200)                NOT NULL,
  customer_email    VARCHAR(254)                NOT NULL,
  email_key         VARCHAR(254)                NOT NULL,
  customer_phone    VARCHAR(40),
  customer_language VARCHAR(100)                NOT NULL,
  customer_zone     VARCHAR(100),
  state             VARCHAR(20)                 NOT NULL,
  asked             VARCHAR(64),
  tried             VARCHAR(20000)              NOT NULL,
  due_at            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ends_at           TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  became            VARCHAR(64),
  version           BIGINT                      NOT NULL,
  CONSTRAINT routing_duty_request_token UNIQUE (token),
  CONSTRAINT routing_duty_request_once UNIQUE (idempotency_key)
);
CREATE INDEX routing_duty_request_due ON routing_duty_request (state, due_at);
CREATE INDEX routing_duty_request_asked ON routing_duty_request (asked);
CREATE INDEX routing_duty_request_of_address ON routing_duty_request (email_key);

CREATE TABLE routing_duty_department (
  department VARCHAR(64) NOT NULL PRIMARY KEY
);

-- When somebody was asked last, for the turns: not how often, and not what he or she answered.
CREATE TABLE routing_duty_person (
  employee VARCHAR(64)                 NOT NULL PRIMARY KEY,
  willing  BOOLEAN                     NOT NULL,
  asked_at TIMESTAMP(6) WITH TIME ZONE
);
