-- Who helped last, for the holders of requests' secrets: no name, no address. Without an employee it was
-- ended by one of the two, for good.
CREATE TABLE routing_relationship (
  request_id VARCHAR(36)                 NOT NULL PRIMARY KEY,
  beginning  VARCHAR(36)                 NOT NULL,
  employee   VARCHAR(64),
  helped_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX routing_relationship_whole ON routing_relationship (beginning);
CREATE INDEX routing_relationship_age ON routing_relationship (helped_at);
