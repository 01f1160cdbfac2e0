-- `hours`: JSON, seven lists of spans, Monday first; null: nobody has said them.
ALTER TABLE service_point ADD COLUMN hours TEXT;
ALTER TABLE service_point ADD COLUMN closed_at INTEGER;

-- A code that is bound to a device makes a new machine the same device.
ALTER TABLE pairing_code ADD COLUMN device_id TEXT REFERENCES device (id);
-- Given out for a new machine; takes the place of `token_hash` when it is used for the first time.
ALTER TABLE device ADD COLUMN next_token_hash TEXT;
CREATE UNIQUE INDEX device_next_token ON device (next_token_hash);
CREATE INDEX device_of_point ON device (point_no);

CREATE TABLE device_move (
  device_id TEXT NOT NULL REFERENCES device (id),
  at INTEGER NOT NULL,
  from_point INTEGER NOT NULL REFERENCES service_point (no),
  to_point INTEGER NOT NULL REFERENCES service_point (no),
  PRIMARY KEY (device_id, at)
) STRICT, WITHOUT ROWID;

-- The last heartbeat of each device, beside `device` because it is written every minute. `boots`: JSON, the
-- boots that were heard of lately, the present one first. `twin_turns`: how often in a row one that was over came back.
CREATE TABLE device_beat (
  device_id TEXT PRIMARY KEY REFERENCES device (id),
  at INTEGER NOT NULL,
  stream_no INTEGER NOT NULL,
  clock_offset INTEGER NOT NULL,
  health TEXT NOT NULL,
  boots TEXT NOT NULL,
  twin_turns INTEGER NOT NULL,
  twin_at INTEGER
) STRICT, WITHOUT ROWID;

-- The highest number that a kiosk says it wrote into a stream.
CREATE TABLE stream_head (
  stream_no INTEGER PRIMARY KEY,
  head INTEGER NOT NULL
) STRICT;

INSERT INTO stream_head (stream_no, head) SELECT no, head FROM stream WHERE head IS NOT NULL;
INSERT INTO device_beat (device_id, at, stream_no, clock_offset, health, boots, twin_turns)
  SELECT id, last_seen_at, (SELECT no FROM stream WHERE device_id = device.id ORDER BY last_used_at DESC, no DESC LIMIT 1), coalesce(clock_offset, 0), health, '[]', 0
  FROM device WHERE last_seen_at IS NOT NULL AND health IS NOT NULL AND EXISTS (SELECT 1 FROM stream WHERE device_id = device.id);
ALTER TABLE stream DROP COLUMN head;
ALTER TABLE device DROP COLUMN clock_offset;
ALTER TABLE device DROP COLUMN health;

CREATE TABLE kiosk_command (
  id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES device (id),
  kind TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  delivered_at INTEGER,
  answered_at INTEGER,
  expired_at INTEGER,
  outcome TEXT,
  detail TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX kiosk_command_of_device ON kiosk_command (device_id, asked_at);
CREATE INDEX kiosk_command_open ON kiosk_command (device_id) WHERE answered_at IS NULL AND expired_at IS NULL;

-- What a command brought; kept for some days only. `picture`: base64.
CREATE TABLE command_answer (
  command_id TEXT PRIMARY KEY REFERENCES kiosk_command (id),
  kept_until INTEGER NOT NULL,
  picture TEXT,
  log TEXT
) STRICT;
CREATE INDEX command_answer_until ON command_answer (kept_until);
