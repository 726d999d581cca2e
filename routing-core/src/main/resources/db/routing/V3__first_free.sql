-- Who may take a request besides the employee whom the customer chose, by the customer's own word.
CREATE TABLE routing_request_other (
  request_id VARCHAR(36) NOT NULL,
  employee   VARCHAR(64) NOT NULL,
  PRIMARY KEY (request_id, employee),
  CONSTRAINT routing_request_other_request FOREIGN KEY (request_id) REFERENCES routing_request (id)
);
CREATE INDEX routing_request_other_of_employee ON routing_request_other (employee);
