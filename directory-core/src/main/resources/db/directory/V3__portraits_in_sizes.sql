-- A portrait in several sizes: a row for each image, named by the portrait and its side in pixels.
--
-- The content as Base64: the two databases share no type for bytes (BYTEA, VARBINARY), and a script
-- for each or a placeholder that every embedder must set costs more than the third that Base64 adds.

CREATE TABLE directory_portrait_image (
  portrait   VARCHAR(64)      NOT NULL,
  side       INTEGER          NOT NULL,
  media_type VARCHAR(100)     NOT NULL,
  content    VARCHAR(3000000) NOT NULL,
  PRIMARY KEY (portrait, side)
);

-- The only portraits so far are those of the invented company, which are squares of 320 pixels.
INSERT INTO directory_portrait_image (portrait, side, media_type, content)
  SELECT id, 320, media_type, content FROM directory_portrait;

DROP TABLE directory_portrait;

-- Asked whenever somebody changes a portrait: does anybody else have the old one?
CREATE INDEX directory_employee_portrait ON directory_employee (portrait);
