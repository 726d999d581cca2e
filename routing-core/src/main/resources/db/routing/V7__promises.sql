-- Answers that are due by a time, and how long departments take for one at most.
CREATE TABLE routing_promise_target (
  department VARCHAR(64) NOT NULL PRIMARY KEY,
  minutes    INTEGER     NOT NULL,
  CONSTRAINT routing_promise_target_minutes CHECK (minutes > 0)
);

-- A promise without a due time stands still. One that goes on is taken from stage to stage by a
-- conditional UPDATE, so that each is told once.
CREATE TABLE routing_promise (
  request_id  VARCHAR(36)                 NOT NULL PRIMARY KEY,
  employee    VARCHAR(64)                 NOT NULL,
  left_micros BIGINT                      NOT NULL,
  since_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  due_at      TIMESTAMP(6) WITH TIME ZONE,
  stage       VARCHAR(20)                 NOT NULL,
  next_at     TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX routing_promise_next ON routing_promise (next_at);
