-- What of the demonstration has been loaded, so that a start after a crash goes on where it ended.

CREATE TABLE web_demo_step (
  name    VARCHAR(20) NOT NULL PRIMARY KEY,
  done_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
