-- What was left out of a calendar when it was last read: reasons and numbers of lines, never what stands there.
ALTER TABLE presence_subscription ADD COLUMN left_out VARCHAR(2000) DEFAULT '' NOT NULL;
