-- What happens later. The columns are those that db-scheduler 16 asks for; no job of ours carries data,
-- so task_data is always empty and needs no binary type, which databases call by different names.

CREATE TABLE web_job (
  task_name            VARCHAR(100) NOT NULL,
  task_instance        VARCHAR(100) NOT NULL,
  task_data            VARCHAR(1),
  execution_time       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  picked               BOOLEAN      NOT NULL,
  picked_by            VARCHAR(50),
  last_success         TIMESTAMP(6) WITH TIME ZONE,
  last_failure         TIMESTAMP(6) WITH TIME ZONE,
  consecutive_failures INTEGER,
  last_heartbeat       TIMESTAMP(6) WITH TIME ZONE,
  version              BIGINT       NOT NULL,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX web_job_execution_time ON web_job (execution_time);
CREATE INDEX web_job_last_heartbeat ON web_job (last_heartbeat);
