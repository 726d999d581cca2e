-- What the columns of the company's own file mean, as an administrator has said once.

CREATE TABLE web_column_mapping (
  id      INTEGER       NOT NULL PRIMARY KEY,
  mapping VARCHAR(8000) NOT NULL
);
