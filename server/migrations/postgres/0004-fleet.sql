-- `hours`: JSON, seven lists of spans, Monday first; null: nobody has said them.
ALTER TABLE service_point ADD COLUMN hours TEXT;
ALTER TABLE service_point ADD COLUMN closed_at BIGINT;

-- A code that is bound to a device makes a new machine the same device.
ALTER TABLE pairing_code ADD COLUMN device_id TEXT COLLATE "C" REFERENCES device (id);
-- Given out for a new machine; takes the place of `token_hash` when it is used for the first time.
ALTER TABLE device ADD COLUMN next_token_hash TEXT COLLATE "C";
CREATE UNIQUE INDEX device_next_token ON device (next_token_hash);

CREATE TABLE device_move (
  device_id TEXT COLLATE "C" NOT NULL REFERENCES device (id),
  at BIGINT NOT NULL,
  from_point BIGINT NOT NULL REFERENCES service_point (no),
  to_point BIGINT NOT NULL REFERENCES service_point (no),
  PRIMARY KEY (device_id, at)
);

-- The last heartbeat of each device, beside `device` because it is written every minute. `boots`: JSON, the
-- boots that were heard of lately, the present one first. `twin_turns`: how often in a row one that was over came back.
CREATE TABLE device_beat (
  device_id TEXT COLLATE "C" PRIMARY KEY REFERENCES device (id),
  at BIGINT NOT NULL,
  stream_no BIGINT NOT NULL,
  clock_offset BIGINT NOT NULL,
  health TEXT NOT NULL,
  boots TEXT NOT NULL,
  twin_turns BIGINT NOT NULL,
  twin_at BIGINT
) WITH (fillfactor = 50);

-- The highest number that a kiosk says it wrote into a stream.
CREATE TABLE stream_head (
  stream_no BIGINT PRIMARY KEY,
  head BIGINT NOT NULL
) WITH (fillfactor = 60);

INSERT INTO stream_head (stream_no, head) SELECT no, head FROM stream WHERE head IS NOT NULL;
INSERT INTO device_beat (device_id, at, stream_no, clock_offset, health, boots, twin_turns)
  SELECT id, last_seen_at, (SELECT no FROM stream WHERE device_id = device.id ORDER BY last_used_at DESC, no DESC LIMIT 1), coalesce(clock_offset, 0), health, '[]', 0
  FROM device WHERE last_seen_at IS NOT NULL AND health IS NOT NULL AND EXISTS (SELECT 1 FROM stream WHERE device_id = device.id);
ALTER TABLE stream DROP COLUMN head;
ALTER TABLE device DROP COLUMN clock_offset;
ALTER TABLE device DROP COLUMN health;

CREATE TABLE kiosk_command (
  id TEXT COLLATE "C" PRIMARY KEY,
  device_id TEXT COLLATE "C" NOT NULL REFERENCES device (id),
  kind TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  delivered_at BIGINT,
  answered_at BIGINT,
  expired_at BIGINT,
  outcome TEXT,
  detail TEXT
);
CREATE INDEX kiosk_command_of_device ON kiosk_command (device_id, asked_at);
CREATE INDEX kiosk_command_open ON kiosk_command (device_id) WHERE answered_at IS NULL AND expired_at IS NULL;

-- What a command brought; kept for some days only. `picture`: base64.
CREATE TABLE command_answer (
  command_id TEXT COLLATE "C" PRIMARY KEY REFERENCES kiosk_command (id),
  kept_until BIGINT NOT NULL,
  picture TEXT,
  log TEXT
);
CREATE INDEX command_answer_until ON command_answer (kept_until);
