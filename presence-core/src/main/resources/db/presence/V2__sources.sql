-- Absences, calendars, what connectors say, shares of the limit, and rules for single channels; for
-- HSQLDB and PostgreSQL alike. As before there is no history: what has ended is deleted.

ALTER TABLE presence_settings ADD COLUMN manual_back BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE presence_settings ADD COLUMN manual_set TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE presence_settings ADD COLUMN share_percent INTEGER;
ALTER TABLE presence_settings ADD COLUMN share_until TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE presence_settings ADD COLUMN channel_limits VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE presence_settings ALTER COLUMN rules SET DATA TYPE VARCHAR(4000);

-- A state belongs to a rule, which is for an audience or for one channel to it.
CREATE TABLE presence_hysteresis (
  employee   VARCHAR(64) NOT NULL,
  applies_to VARCHAR(40) NOT NULL,
  relieved   BOOLEAN     NOT NULL,
  since      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (employee, applies_to)
);
INSERT INTO presence_hysteresis (employee, applies_to, relieved, since)
  SELECT employee, audience, relieved, since FROM presence_load_state;
DROP TABLE presence_load_state;

-- When a session was last heard of goes with it, within an hour.
ALTER TABLE presence_session ADD COLUMN state VARCHAR(20) DEFAULT 'in-use' NOT NULL;
ALTER TABLE presence_session ADD COLUMN heard_at TIMESTAMP(6) WITH TIME ZONE;
UPDATE presence_session SET heard_at = valid_until;
ALTER TABLE presence_session ALTER COLUMN heard_at SET NOT NULL;

CREATE TABLE presence_absence (
  employee      VARCHAR(64)    NOT NULL,
  absence       VARCHAR(64)    NOT NULL,
  kind          VARCHAR(20)    NOT NULL,
  starts_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ends_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  over_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  time_zone     VARCHAR(100)   NOT NULL,
  note          VARCHAR(100000) NOT NULL,
  note_public   BOOLEAN        NOT NULL,
  deputy        VARCHAR(64),
  deputy_agreed BOOLEAN        NOT NULL,
  ramp          VARCHAR(200)   NOT NULL,
  PRIMARY KEY (employee, absence)
);
CREATE INDEX presence_absence_over ON presence_absence (over_at);

-- Where a calendar comes from. What it says stands apart, because both change at different times.
CREATE TABLE presence_subscription (
  employee   VARCHAR(64)   NOT NULL,
  calendar   VARCHAR(64)   NOT NULL,
  name       VARCHAR(100)  NOT NULL,
  address    VARCHAR(2000),
  rules      VARCHAR(20000) NOT NULL,
  etag       VARCHAR(300),
  last_fetch TIMESTAMP(6) WITH TIME ZONE,
  last_error VARCHAR(100),
  PRIMARY KEY (employee, calendar)
);

-- Times and what they mean, never a title.
CREATE TABLE presence_calendar (
  employee    VARCHAR(64)    NOT NULL,
  calendar    VARCHAR(64)    NOT NULL,
  read_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  fresh_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  first_end   TIMESTAMP(6) WITH TIME ZONE,
  entries     VARCHAR(200000) NOT NULL,
  PRIMARY KEY (employee, calendar)
);
CREATE INDEX presence_calendar_end ON presence_calendar (first_end);
