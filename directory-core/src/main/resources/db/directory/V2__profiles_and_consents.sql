-- What a profile has beyond the first version, and what of it is disclosed to whom.

ALTER TABLE directory_employee ADD COLUMN name_order VARCHAR(20) DEFAULT 'given-first' NOT NULL;
ALTER TABLE directory_employee ADD COLUMN form_of_address VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE directory_employee ADD COLUMN pronouns VARCHAR(100000) DEFAULT '' NOT NULL;
ALTER TABLE directory_employee ADD COLUMN role_titles VARCHAR(1000000) DEFAULT '' NOT NULL;
ALTER TABLE directory_employee ADD COLUMN office VARCHAR(100000) DEFAULT '' NOT NULL;
ALTER TABLE directory_employee ADD COLUMN about VARCHAR(1000000) DEFAULT '' NOT NULL;
ALTER TABLE directory_employee ADD COLUMN leaves_on DATE;
ALTER TABLE directory_employee ADD COLUMN own_fields VARCHAR(1000) DEFAULT '' NOT NULL;
ALTER TABLE directory_employee ADD COLUMN consents VARCHAR(100000) DEFAULT '' NOT NULL;

-- Who was there before goes on showing what was shown. The mail address never was.
UPDATE directory_employee SET consents =
  'public ' || TO_CHAR(CURRENT_TIMESTAMP, 'YYYY-MM-DD')
  || 'T00:00:00Z before-records photo,surname,telephone,mobile,links,languages ';

ALTER TABLE directory_department ADD COLUMN synonyms VARCHAR(1000000) DEFAULT '' NOT NULL;
ALTER TABLE directory_department ADD COLUMN parent VARCHAR(100);
ALTER TABLE directory_department ADD COLUMN led_by VARCHAR(64);

ALTER TABLE directory_topic ADD COLUMN synonyms VARCHAR(1000000) DEFAULT '' NOT NULL;
