-- What whole service points say, over all fields: a page over a province or a year reads one row a day
-- and point, however many fields taps name. Triggers keep these sums with the rollups they are made of,
-- in the same transaction, whoever writes those.
CREATE TABLE rollup_point (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,
  f1 INTEGER NOT NULL, f2 INTEGER NOT NULL, f3 INTEGER NOT NULL, f4 INTEGER NOT NULL, f5 INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  unplaceable INTEGER NOT NULL,
  PRIMARY KEY (day, point_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_point_reason (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  reason TEXT NOT NULL,
  taps INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, reason)
) STRICT, WITHOUT ROWID;

INSERT INTO rollup_point (day, point_no, s1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable)
SELECT day, point_no, sum(s1), sum(s2), sum(s3), sum(s4), sum(s5), sum(f1), sum(f2), sum(f3), sum(f4), sum(f5), sum(asked), sum(corrected), sum(unplaceable) FROM rollup_day GROUP BY day, point_no;
INSERT INTO rollup_point_reason (day, point_no, reason, taps)
SELECT day, point_no, reason, sum(taps) FROM rollup_reason GROUP BY day, point_no, reason;

CREATE TRIGGER rollup_point_added AFTER INSERT ON rollup_day BEGIN
  INSERT INTO rollup_point (day, point_no, s1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable)
  VALUES (NEW.day, NEW.point_no, NEW.s1, NEW.s2, NEW.s3, NEW.s4, NEW.s5, NEW.f1, NEW.f2, NEW.f3, NEW.f4, NEW.f5, NEW.asked, NEW.corrected, NEW.unplaceable)
  ON CONFLICT (day, point_no) DO UPDATE SET s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3, s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, f1 = f1 + excluded.f1, f2 = f2 + excluded.f2, f3 = f3 + excluded.f3, f4 = f4 + excluded.f4, f5 = f5 + excluded.f5, asked = asked + excluded.asked, corrected = corrected + excluded.corrected, unplaceable = unplaceable + excluded.unplaceable;
END;
CREATE TRIGGER rollup_point_changed AFTER UPDATE ON rollup_day BEGIN
  UPDATE rollup_point SET s1 = s1 + NEW.s1 - OLD.s1, s2 = s2 + NEW.s2 - OLD.s2, s3 = s3 + NEW.s3 - OLD.s3, s4 = s4 + NEW.s4 - OLD.s4, s5 = s5 + NEW.s5 - OLD.s5, f1 = f1 + NEW.f1 - OLD.f1, f2 = f2 + NEW.f2 - OLD.f2, f3 = f3 + NEW.f3 - OLD.f3, f4 = f4 + NEW.f4 - OLD.f4, f5 = f5 + NEW.f5 - OLD.f5, asked = asked + NEW.asked - OLD.asked, corrected = corrected + NEW.corrected - OLD.corrected, unplaceable = unplaceable + NEW.unplaceable - OLD.unplaceable
  WHERE day = NEW.day AND point_no = NEW.point_no;
END;
CREATE TRIGGER rollup_point_reason_added AFTER INSERT ON rollup_reason BEGIN
  INSERT INTO rollup_point_reason (day, point_no, reason, taps) VALUES (NEW.day, NEW.point_no, NEW.reason, NEW.taps)
  ON CONFLICT (day, point_no, reason) DO UPDATE SET taps = taps + excluded.taps;
END;
CREATE TRIGGER rollup_point_reason_changed AFTER UPDATE ON rollup_reason BEGIN
  UPDATE rollup_point_reason SET taps = taps + NEW.taps - OLD.taps WHERE day = NEW.day AND point_no = NEW.point_no AND reason = NEW.reason;
END;

-- Targets as units set them ('' is the whole centre), each from a day on. `field` '': everything without a
-- target of its own. `target` in ten-thousandths; NULL: from that day the unit takes its parent's again.
CREATE TABLE target (
  unit TEXT NOT NULL,
  field TEXT NOT NULL,
  from_day TEXT NOT NULL,
  target INTEGER,
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL,
  PRIMARY KEY (unit, field, from_day)
) STRICT, WITHOUT ROWID;

-- `device_id` and `field` are '' where none is meant. `figures`: JSON, as of the last look while it stood.
CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  device_id TEXT NOT NULL,
  field TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  figures TEXT NOT NULL,
  acknowledged_at INTEGER,
  acknowledged_by TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
-- One of a kind stands at a time, whichever process looks.
CREATE UNIQUE INDEX alert_open ON alert (kind, point_no, device_id, field) WHERE closed_at IS NULL;
CREATE INDEX alert_by_time ON alert (opened_at);

-- Since when something has been so that becomes an alert only after a while.
CREATE TABLE alert_watch (
  kind TEXT NOT NULL,
  device_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (kind, device_id)
) STRICT, WITHOUT ROWID;

-- Work that one process does for all of them: who has it, and until when.
CREATE TABLE claimed_work (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What stands above and below a unit's reports, JSON. '' is the whole centre.
CREATE TABLE report_heading (
  unit TEXT PRIMARY KEY,
  heading TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
