-- Under which names an identity provider knows people and departments (SCIM).

CREATE TABLE web_provisioned (
  kind        VARCHAR(10)  NOT NULL CHECK (kind IN ('user', 'group')),
  id          VARCHAR(100) NOT NULL,
  name        VARCHAR(320) NOT NULL,
  -- The name in lower case: it is the same in any case.
  name_key    VARCHAR(320) NOT NULL,
  -- The provider's own id; empty where it has said none.
  external_id VARCHAR(256) NOT NULL,
  PRIMARY KEY (kind, id)
);

CREATE UNIQUE INDEX web_provisioned_name ON web_provisioned (kind, name_key);
CREATE INDEX web_provisioned_external ON web_provisioned (kind, external_id);
