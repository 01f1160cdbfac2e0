-- Who a user is beside his address, and since when he may not sign in any more. `oidc_issuer` and
-- `oidc_subject` are set at the first sign-in through OpenID Connect and then stand for the person.
ALTER TABLE staff_user ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE staff_user ADD COLUMN disabled_at INTEGER;
ALTER TABLE staff_user ADD COLUMN last_sign_in_at INTEGER;
ALTER TABLE staff_user ADD COLUMN oidc_issuer TEXT;
ALTER TABLE staff_user ADD COLUMN oidc_subject TEXT;
CREATE UNIQUE INDEX staff_user_oidc ON staff_user (oidc_issuer, oidc_subject);

-- Sessions have got an id that may be shown and an idle time; those of before are ended.
DROP TABLE session;
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES staff_user (id),
  started_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  agent TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_user ON session (user_id);

-- `kind`: first (a new centre's), invitation, reset.
ALTER TABLE sign_in_link ADD COLUMN kind TEXT NOT NULL DEFAULT 'first';

ALTER TABLE read_token ADD COLUMN expires_at INTEGER;
ALTER TABLE read_token ADD COLUMN revoked_at INTEGER;
ALTER TABLE read_token ADD COLUMN last_used_at INTEGER;

-- Tries at something that may be guessed: `free_at` is when the key's bucket is full again (GCRA).
CREATE TABLE try_bucket (
  bucket TEXT PRIMARY KEY,
  free_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX try_bucket_over ON try_bucket (free_at);

-- `unit`: whose administrators may read the record; null: those of the whole centre only.
ALTER TABLE audit ADD COLUMN unit TEXT;
ALTER TABLE audit ADD COLUMN address TEXT;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_of_actor ON audit (actor, no);
CREATE INDEX audit_of_subject ON audit (subject, no);
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

-- Who is told what. `kinds` is a JSON list; `secret` signs what a webhook gets; `busy_until`: one process
-- is sending to this target. `digest_at`: when the last collected mail went out.
CREATE TABLE subscription (
  id TEXT PRIMARY KEY,
  unit TEXT REFERENCES unit (id),
  kinds TEXT NOT NULL,
  channel TEXT NOT NULL,
  target TEXT NOT NULL,
  secret TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  removed_at INTEGER,
  digest_at INTEGER,
  last_sent_at INTEGER,
  problem TEXT,
  busy_until INTEGER
) STRICT, WITHOUT ROWID;

-- What is still to be sent, and for a while what was. `notice_key`: one event is one message a
-- subscription, however often and by however many processes it is told.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  subscription_id TEXT NOT NULL REFERENCES subscription (id),
  notice_key TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  done_at INTEGER,
  problem TEXT,
  UNIQUE (subscription_id, notice_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (due_at) WHERE done_at IS NULL;
