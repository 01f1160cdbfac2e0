-- The tables of sqlite/0001 without the raw entries. Texts that are compared or sorted are COLLATE "C":
-- the order of their bytes, the same as in SQLite and on every system. What many batches change has room
-- left in its pages, so that a change stays in its page and touches no index.

-- Units form a tree; scope and the `unit` filter walk it downwards.
CREATE TABLE unit (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT NOT NULL,
  parent TEXT COLLATE "C" REFERENCES unit (id)
);

CREATE TABLE service_point (
  no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  timezone TEXT NOT NULL,
  unit TEXT COLLATE "C" REFERENCES unit (id),
  created_at BIGINT NOT NULL
);
CREATE INDEX service_point_of_unit ON service_point (unit);

CREATE TABLE pairing_code (
  code_hash TEXT COLLATE "C" PRIMARY KEY,
  point_no BIGINT NOT NULL REFERENCES service_point (no),
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE TABLE device (
  id TEXT COLLATE "C" PRIMARY KEY,
  token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
  point_no BIGINT NOT NULL REFERENCES service_point (no),
  name TEXT COLLATE "C" NOT NULL,
  platform TEXT NOT NULL,
  app_version TEXT NOT NULL,
  shell TEXT NOT NULL,
  enrolled_at BIGINT NOT NULL,
  revoked_at BIGINT,
  last_seen_at BIGINT,
  clock_offset BIGINT,
  health TEXT
) WITH (fillfactor = 60);
CREATE INDEX device_of_point ON device (point_no);

-- `mark`: the highest number received. `head`: the highest number the kiosk says it wrote.
-- `forward_to`: the highest tap number that an earlier entry pointed ahead to (0: none ever did).
CREATE TABLE stream (
  no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  device_id TEXT COLLATE "C" NOT NULL REFERENCES device (id),
  mark BIGINT NOT NULL DEFAULT 0,
  head BIGINT,
  forward_to BIGINT NOT NULL DEFAULT 0,
  quarantined BIGINT NOT NULL DEFAULT 0,
  unplaceable BIGINT NOT NULL DEFAULT 0,
  started_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL
) WITH (fillfactor = 60);
CREATE INDEX stream_of_device ON stream (device_id);

CREATE TABLE quarantine (
  stream_no BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  detail TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (stream_no, seq)
);

-- Rollups: day first, because every page asks for days. `field` is '' where an entry names none.
-- s1..s5: taps not retracted, by score; f1..f5: those of them that the misuse rule marks.
CREATE TABLE rollup_day (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  s1 BIGINT NOT NULL, s2 BIGINT NOT NULL, s3 BIGINT NOT NULL, s4 BIGINT NOT NULL, s5 BIGINT NOT NULL,
  f1 BIGINT NOT NULL, f2 BIGINT NOT NULL, f3 BIGINT NOT NULL, f4 BIGINT NOT NULL, f5 BIGINT NOT NULL,
  asked BIGINT NOT NULL,
  corrected BIGINT NOT NULL,
  unplaceable BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, field)
) WITH (fillfactor = 60);

CREATE TABLE rollup_reason (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  taps BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, field, reason)
) WITH (fillfactor = 60);

CREATE TABLE rollup_hour (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  s1 BIGINT NOT NULL, s2 BIGINT NOT NULL, s3 BIGINT NOT NULL, s4 BIGINT NOT NULL, s5 BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, hour, field)
) WITH (fillfactor = 60);

CREATE TABLE rollup_procedure (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  procedure TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  opened BIGINT NOT NULL, finished BIGINT NOT NULL, left_early BIGINT NOT NULL, problems BIGINT NOT NULL, handoffs BIGINT NOT NULL,
  s1 BIGINT NOT NULL, s2 BIGINT NOT NULL, s3 BIGINT NOT NULL, s4 BIGINT NOT NULL, s5 BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, procedure, field)
) WITH (fillfactor = 60);

CREATE TABLE rollup_step (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  procedure TEXT COLLATE "C" NOT NULL,
  step TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  reached BIGINT NOT NULL, left_early BIGINT NOT NULL, problems BIGINT NOT NULL, handoffs BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, procedure, step, field)
) WITH (fillfactor = 60);

-- Completeness: `made` by the kiosk's own count (null: not said yet), `received` by the day the
-- centre placed a tap on, `received_own` by the day of the kiosk's own clock.
CREATE TABLE stream_day (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  stream_no BIGINT NOT NULL,
  made BIGINT,
  received BIGINT NOT NULL,
  received_own BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, stream_no)
) WITH (fillfactor = 60);

CREATE TABLE staff_user (
  id TEXT COLLATE "C" PRIMARY KEY,
  email TEXT COLLATE "C" UNIQUE,
  password_hash TEXT,
  role TEXT NOT NULL,
  unit TEXT COLLATE "C" REFERENCES unit (id),
  created_at BIGINT NOT NULL
);

CREATE TABLE session (
  token_hash TEXT COLLATE "C" PRIMARY KEY,
  user_id TEXT COLLATE "C" NOT NULL REFERENCES staff_user (id),
  expires_at BIGINT NOT NULL
);
CREATE INDEX session_by_end ON session (expires_at);

CREATE TABLE sign_in_link (
  token_hash TEXT COLLATE "C" PRIMARY KEY,
  user_id TEXT COLLATE "C" NOT NULL REFERENCES staff_user (id),
  expires_at BIGINT NOT NULL
);

CREATE TABLE read_token (
  id TEXT COLLATE "C" PRIMARY KEY,
  token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
  name TEXT NOT NULL,
  unit TEXT COLLATE "C" REFERENCES unit (id),
  created_at BIGINT NOT NULL
);

CREATE TABLE audit (
  no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
);
