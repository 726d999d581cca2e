-- Outgoing mail: written in the transaction of what it tells about, sent afterwards.

CREATE TABLE web_mail (
  -- The part of the Message-ID before the @: a mail that is sent again is recognised by it.
  id         VARCHAR(80)    NOT NULL PRIMARY KEY,
  -- The id of the mail that begins the conversation.
  thread     VARCHAR(80)    NOT NULL,
  occasion   VARCHAR(40)    NOT NULL,
  language   VARCHAR(2)     NOT NULL,
  to_name    VARCHAR(200)   NOT NULL,
  to_address VARCHAR(254)   NOT NULL,
  subject    VARCHAR(300)   NOT NULL,
  body       VARCHAR(30000) NOT NULL,
  state      VARCHAR(10)    NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'kept')),
  written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX web_mail_state ON web_mail (state, written_at);
