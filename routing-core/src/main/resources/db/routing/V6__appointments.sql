-- What employees have decided about appointments, and the slots that are taken.

-- Whoever books adds one to the bookings of the employee first: that locks the row, so that all who
-- book with one person go one after the other, and each sees what those before have taken.
CREATE TABLE routing_appointments (
  employee       VARCHAR(64) NOT NULL PRIMARY KEY,
  offered        BOOLEAN     NOT NULL,
  length_minutes INTEGER     NOT NULL,
  before_minutes INTEGER     NOT NULL,
  after_minutes  INTEGER     NOT NULL,
  notice_minutes INTEGER     NOT NULL,
  horizon_days   INTEGER     NOT NULL,
  most_a_day     INTEGER     NOT NULL,
  bookings       BIGINT      NOT NULL
);

-- The unique keys are the second lock on the door. A slot that is let go of is deleted.
CREATE TABLE routing_booking (
  claim      VARCHAR(128)                NOT NULL PRIMARY KEY,
  request_id VARCHAR(36),
  employee   VARCHAR(64)                 NOT NULL,
  starts_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ends_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  kept_from  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  kept_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  moves      INTEGER                     NOT NULL,
  CONSTRAINT routing_booking_once UNIQUE (employee, starts_at),
  CONSTRAINT routing_booking_request UNIQUE (request_id),
  CONSTRAINT routing_booking_kept CHECK (kept_from <= starts_at AND starts_at < ends_at AND ends_at <= kept_until)
);
CREATE INDEX routing_booking_of_employee ON routing_booking (employee, kept_until);
