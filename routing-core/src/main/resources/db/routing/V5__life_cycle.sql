-- What belongs to the state of a request: the points that it holds now, until when it is snoozed,
-- which colleague was asked about it, and with which other request it has become one.
ALTER TABLE routing_request ADD COLUMN held INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE routing_request ADD COLUMN wakes_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE routing_request ADD COLUMN asked_colleague VARCHAR(64);
ALTER TABLE routing_request ADD COLUMN asked_for VARCHAR(20);
ALTER TABLE routing_request ADD COLUMN merged_into VARCHAR(36);
UPDATE routing_request SET held = effort WHERE state IN ('ACCEPTED', 'WAITING_FOR_CUSTOMER');
CREATE INDEX routing_request_wake ON routing_request (wakes_at);
CREATE INDEX routing_request_asked ON routing_request (asked_colleague);

-- The time of which an event speaks: until when, from when, of when.
ALTER TABLE routing_timeline ADD COLUMN moment TIMESTAMP(6) WITH TIME ZONE;
