-- What the portal has drawn for itself once, the same for all its nodes.

CREATE TABLE web_secret (
  name    VARCHAR(40) NOT NULL PRIMARY KEY,
  content VARCHAR(64) NOT NULL
);
