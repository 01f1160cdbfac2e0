-- What whole service points say, over all fields: a page over a province or a year reads one row a day
-- and point, however many fields taps name. Triggers keep these sums with the rollups they are made of,
-- in the same transaction, whoever writes those.
-- Every statement of ours takes its rows in the order of their key; two servers that still meet crosswise are
-- told so by the database and run again.
CREATE TABLE rollup_point (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  s1 BIGINT NOT NULL, s2 BIGINT NOT NULL, s3 BIGINT NOT NULL, s4 BIGINT NOT NULL, s5 BIGINT NOT NULL,
  f1 BIGINT NOT NULL, f2 BIGINT NOT NULL, f3 BIGINT NOT NULL, f4 BIGINT NOT NULL, f5 BIGINT NOT NULL,
  asked BIGINT NOT NULL,
  corrected BIGINT NOT NULL,
  unplaceable BIGINT NOT NULL,
  PRIMARY KEY (day, point_no)
) WITH (fillfactor = 60);

CREATE TABLE rollup_point_reason (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  taps BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, reason)
) WITH (fillfactor = 60);

INSERT INTO rollup_point (day, point_no, s1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable)
SELECT day, point_no, sum(s1), sum(s2), sum(s3), sum(s4), sum(s5), sum(f1), sum(f2), sum(f3), sum(f4), sum(f5), sum(asked), sum(corrected), sum(unplaceable) FROM rollup_day GROUP BY day, point_no;
INSERT INTO rollup_point_reason (day, point_no, reason, taps)
SELECT day, point_no, reason, sum(taps) FROM rollup_reason GROUP BY day, point_no, reason;

CREATE FUNCTION sum_rollup_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO rollup_point AS stands (day, point_no, s1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable)
    SELECT day, point_no, sum(s1), sum(s2), sum(s3), sum(s4), sum(s5), sum(f1), sum(f2), sum(f3), sum(f4), sum(f5), sum(asked), sum(corrected), sum(unplaceable) FROM added GROUP BY day, point_no ORDER BY day, point_no
    ON CONFLICT (day, point_no) DO UPDATE SET s1 = stands.s1 + excluded.s1, s2 = stands.s2 + excluded.s2, s3 = stands.s3 + excluded.s3, s4 = stands.s4 + excluded.s4, s5 = stands.s5 + excluded.s5, f1 = stands.f1 + excluded.f1, f2 = stands.f2 + excluded.f2, f3 = stands.f3 + excluded.f3, f4 = stands.f4 + excluded.f4, f5 = stands.f5 + excluded.f5, asked = stands.asked + excluded.asked, corrected = stands.corrected + excluded.corrected, unplaceable = stands.unplaceable + excluded.unplaceable;
  ELSE
    INSERT INTO rollup_point AS stands (day, point_no, s1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable)
    SELECT day, point_no, sum(added.s1 - taken.s1), sum(added.s2 - taken.s2), sum(added.s3 - taken.s3), sum(added.s4 - taken.s4), sum(added.s5 - taken.s5), sum(added.f1 - taken.f1), sum(added.f2 - taken.f2), sum(added.f3 - taken.f3), sum(added.f4 - taken.f4), sum(added.f5 - taken.f5), sum(added.asked - taken.asked), sum(added.corrected - taken.corrected), sum(added.unplaceable - taken.unplaceable)
    FROM added JOIN taken USING (day, point_no, field) GROUP BY day, point_no ORDER BY day, point_no
    ON CONFLICT (day, point_no) DO UPDATE SET s1 = stands.s1 + excluded.s1, s2 = stands.s2 + excluded.s2, s3 = stands.s3 + excluded.s3, s4 = stands.s4 + excluded.s4, s5 = stands.s5 + excluded.s5, f1 = stands.f1 + excluded.f1, f2 = stands.f2 + excluded.f2, f3 = stands.f3 + excluded.f3, f4 = stands.f4 + excluded.f4, f5 = stands.f5 + excluded.f5, asked = stands.asked + excluded.asked, corrected = stands.corrected + excluded.corrected, unplaceable = stands.unplaceable + excluded.unplaceable;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rollup_point_added AFTER INSERT ON rollup_day REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_rollup_point();
CREATE TRIGGER rollup_point_changed AFTER UPDATE ON rollup_day REFERENCING OLD TABLE AS taken NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_rollup_point();

CREATE FUNCTION sum_rollup_point_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO rollup_point_reason AS stands (day, point_no, reason, taps)
    SELECT day, point_no, reason, sum(taps) FROM added GROUP BY day, point_no, reason ORDER BY day, point_no, reason
    ON CONFLICT (day, point_no, reason) DO UPDATE SET taps = stands.taps + excluded.taps;
  ELSE
    INSERT INTO rollup_point_reason AS stands (day, point_no, reason, taps)
    SELECT day, point_no, reason, sum(added.taps - taken.taps)
    FROM added JOIN taken USING (day, point_no, field, reason) GROUP BY day, point_no, reason ORDER BY day, point_no, reason
    ON CONFLICT (day, point_no, reason) DO UPDATE SET taps = stands.taps + excluded.taps;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rollup_point_reason_added AFTER INSERT ON rollup_reason REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_rollup_point_reason();
CREATE TRIGGER rollup_point_reason_changed AFTER UPDATE ON rollup_reason REFERENCING OLD TABLE AS taken NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_rollup_point_reason();

-- Targets as units set them ('' is the whole centre), each from a day on. `field` '': everything without a
-- target of its own. `target` in ten-thousandths; NULL: from that day the unit takes its parent's again.
CREATE TABLE target (
  unit TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  from_day TEXT COLLATE "C" NOT NULL,
  target BIGINT,
  set_at BIGINT NOT NULL,
  set_by TEXT NOT NULL,
  PRIMARY KEY (unit, field, from_day)
);

-- `device_id` and `field` are '' where none is meant. `figures`: JSON, as of the last look while it stood.
CREATE TABLE alert (
  id TEXT COLLATE "C" PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  device_id TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  figures TEXT NOT NULL,
  acknowledged_at BIGINT,
  acknowledged_by TEXT,
  note TEXT
);
-- One of a kind stands at a time, whichever process looks.
CREATE UNIQUE INDEX alert_open ON alert (kind, point_no, device_id, field) WHERE closed_at IS NULL;
CREATE INDEX alert_by_time ON alert (opened_at);

-- Since when something has been so that becomes an alert only after a while.
CREATE TABLE alert_watch (
  kind TEXT COLLATE "C" NOT NULL,
  device_id TEXT COLLATE "C" NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (kind, device_id)
);

-- Work that one process does for all of them: who has it, and until when.
CREATE TABLE claimed_work (
  name TEXT COLLATE "C" PRIMARY KEY,
  owner TEXT NOT NULL,
  until BIGINT NOT NULL
);

-- What stands above and below a unit's reports, JSON. '' is the whole centre.
CREATE TABLE report_heading (
  unit TEXT COLLATE "C" PRIMARY KEY,
  heading TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  set_by TEXT NOT NULL
);
