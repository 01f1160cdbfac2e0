-- Units form a tree; scope and the `unit` filter walk it downwards.
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parent TEXT REFERENCES unit (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_point (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  timezone TEXT NOT NULL,
  unit TEXT REFERENCES unit (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pairing_code (
  code_hash TEXT PRIMARY KEY,
  point_no INTEGER NOT NULL REFERENCES service_point (no),
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  point_no INTEGER NOT NULL REFERENCES service_point (no),
  name TEXT NOT NULL,
  platform TEXT NOT NULL,
  app_version TEXT NOT NULL,
  shell TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL,
  revoked_at INTEGER,
  last_seen_at INTEGER,
  clock_offset INTEGER,
  health TEXT
) STRICT, WITHOUT ROWID;

-- `mark`: the highest number received. `head`: the highest number the kiosk says it wrote.
-- `forward_to`: the highest tap number that an earlier entry pointed ahead to (0: none ever did).
CREATE TABLE stream (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device_id TEXT NOT NULL REFERENCES device (id),
  mark INTEGER NOT NULL DEFAULT 0,
  head INTEGER,
  forward_to INTEGER NOT NULL DEFAULT 0,
  quarantined INTEGER NOT NULL DEFAULT 0,
  unplaceable INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX stream_of_device ON stream (device_id, last_used_at);

CREATE TABLE quarantine (
  stream_no INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  detail TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (stream_no, seq)
) STRICT, WITHOUT ROWID;

-- Rollups: day first, because every page asks for days. `field` is '' where an entry names none.
-- s1..s5: taps not retracted, by score; f1..f5: those of them that the misuse rule marks.
CREATE TABLE rollup_day (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  field TEXT NOT NULL,
  s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,
  f1 INTEGER NOT NULL, f2 INTEGER NOT NULL, f3 INTEGER NOT NULL, f4 INTEGER NOT NULL, f5 INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  unplaceable INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_reason (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  field TEXT NOT NULL,
  reason TEXT NOT NULL,
  taps INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, field, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_hour (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  field TEXT NOT NULL,
  s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, hour, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_procedure (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  procedure TEXT NOT NULL,
  field TEXT NOT NULL,
  opened INTEGER NOT NULL, finished INTEGER NOT NULL, left_early INTEGER NOT NULL, problems INTEGER NOT NULL, handoffs INTEGER NOT NULL,
  s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, procedure, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_step (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  procedure TEXT NOT NULL,
  step TEXT NOT NULL,
  field TEXT NOT NULL,
  reached INTEGER NOT NULL, left_early INTEGER NOT NULL, problems INTEGER NOT NULL, handoffs INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, procedure, step, field)
) STRICT, WITHOUT ROWID;

-- Completeness: `made` by the kiosk's own count (null: not said yet), `received` by the day the
-- centre placed a tap on, `received_own` by the day of the kiosk's own clock.
CREATE TABLE stream_day (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  stream_no INTEGER NOT NULL,
  made INTEGER,
  received INTEGER NOT NULL,
  received_own INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, stream_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_user (
  id TEXT PRIMARY KEY,
  email TEXT UNIQUE,
  password_hash TEXT,
  role TEXT NOT NULL,
  unit TEXT REFERENCES unit (id),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES staff_user (id),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_link (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES staff_user (id),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE read_token (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  unit TEXT REFERENCES unit (id),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  no INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
