-- What pages of figures read, in the shapes in which they ask for it: one service point's year lies together,
-- and the reasons of a day and service point are one row instead of one a reason.
--
-- Both orders hold every column: a page never has to look up the row behind an index.
CREATE INDEX rollup_point_by_point ON rollup_point (point_no, day, s1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable);
CREATE INDEX stream_day_by_point ON stream_day (point_no, day, stream_no, made, received, received_own);

-- The first sixteen reasons have a column of their own in point_reasons, for good; the others keep a row each in
-- rollup_point_reason, which holds nothing else from now on.
CREATE TABLE reason_place (
  reason TEXT PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE point_reasons (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL, n4 INTEGER NOT NULL,
  n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL, n8 INTEGER NOT NULL,
  n9 INTEGER NOT NULL, n10 INTEGER NOT NULL, n11 INTEGER NOT NULL, n12 INTEGER NOT NULL,
  n13 INTEGER NOT NULL, n14 INTEGER NOT NULL, n15 INTEGER NOT NULL, n16 INTEGER NOT NULL,
  PRIMARY KEY (day, point_no)
) STRICT, WITHOUT ROWID;

INSERT INTO reason_place (reason, place)
SELECT reason, place FROM (SELECT reason, row_number() OVER (ORDER BY sum(taps) DESC, reason) AS place FROM rollup_point_reason GROUP BY reason) AS found WHERE place <= 16;
INSERT INTO point_reasons (day, point_no, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16)
SELECT day, point_no, sum((place = 1) * taps), sum((place = 2) * taps), sum((place = 3) * taps), sum((place = 4) * taps), sum((place = 5) * taps), sum((place = 6) * taps), sum((place = 7) * taps), sum((place = 8) * taps), sum((place = 9) * taps), sum((place = 10) * taps), sum((place = 11) * taps), sum((place = 12) * taps), sum((place = 13) * taps), sum((place = 14) * taps), sum((place = 15) * taps), sum((place = 16) * taps)
FROM rollup_point_reason JOIN reason_place ON reason_place.reason = rollup_point_reason.reason GROUP BY day, point_no;
DELETE FROM rollup_point_reason WHERE reason IN (SELECT reason FROM reason_place);
CREATE INDEX point_reasons_by_point ON point_reasons (point_no, day, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16);

DROP TRIGGER rollup_point_reason_added;
DROP TRIGGER rollup_point_reason_changed;
CREATE TRIGGER rollup_point_reason_added AFTER INSERT ON rollup_reason BEGIN
  INSERT INTO reason_place (reason, place) SELECT NEW.reason, 1 + (SELECT count(*) FROM reason_place)
  WHERE NOT EXISTS (SELECT 1 FROM reason_place WHERE reason = NEW.reason) AND (SELECT count(*) FROM reason_place) < 16;
  INSERT INTO point_reasons (day, point_no, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16)
  SELECT NEW.day, NEW.point_no, (place = 1) * NEW.taps, (place = 2) * NEW.taps, (place = 3) * NEW.taps, (place = 4) * NEW.taps, (place = 5) * NEW.taps, (place = 6) * NEW.taps, (place = 7) * NEW.taps, (place = 8) * NEW.taps, (place = 9) * NEW.taps, (place = 10) * NEW.taps, (place = 11) * NEW.taps, (place = 12) * NEW.taps, (place = 13) * NEW.taps, (place = 14) * NEW.taps, (place = 15) * NEW.taps, (place = 16) * NEW.taps FROM reason_place WHERE reason = NEW.reason
  ON CONFLICT (day, point_no) DO UPDATE SET n1 = n1 + excluded.n1, n2 = n2 + excluded.n2, n3 = n3 + excluded.n3, n4 = n4 + excluded.n4, n5 = n5 + excluded.n5, n6 = n6 + excluded.n6, n7 = n7 + excluded.n7, n8 = n8 + excluded.n8, n9 = n9 + excluded.n9, n10 = n10 + excluded.n10, n11 = n11 + excluded.n11, n12 = n12 + excluded.n12, n13 = n13 + excluded.n13, n14 = n14 + excluded.n14, n15 = n15 + excluded.n15, n16 = n16 + excluded.n16;
  INSERT INTO rollup_point_reason (day, point_no, reason, taps)
  SELECT NEW.day, NEW.point_no, NEW.reason, NEW.taps WHERE NOT EXISTS (SELECT 1 FROM reason_place WHERE reason = NEW.reason)
  ON CONFLICT (day, point_no, reason) DO UPDATE SET taps = taps + excluded.taps;
END;
CREATE TRIGGER rollup_point_reason_changed AFTER UPDATE ON rollup_reason BEGIN
  INSERT INTO reason_place (reason, place) SELECT NEW.reason, 1 + (SELECT count(*) FROM reason_place)
  WHERE NOT EXISTS (SELECT 1 FROM reason_place WHERE reason = NEW.reason) AND (SELECT count(*) FROM reason_place) < 16;
  INSERT INTO point_reasons (day, point_no, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16)
  SELECT NEW.day, NEW.point_no, (place = 1) * (NEW.taps - OLD.taps), (place = 2) * (NEW.taps - OLD.taps), (place = 3) * (NEW.taps - OLD.taps), (place = 4) * (NEW.taps - OLD.taps), (place = 5) * (NEW.taps - OLD.taps), (place = 6) * (NEW.taps - OLD.taps), (place = 7) * (NEW.taps - OLD.taps), (place = 8) * (NEW.taps - OLD.taps), (place = 9) * (NEW.taps - OLD.taps), (place = 10) * (NEW.taps - OLD.taps), (place = 11) * (NEW.taps - OLD.taps), (place = 12) * (NEW.taps - OLD.taps), (place = 13) * (NEW.taps - OLD.taps), (place = 14) * (NEW.taps - OLD.taps), (place = 15) * (NEW.taps - OLD.taps), (place = 16) * (NEW.taps - OLD.taps) FROM reason_place WHERE reason = NEW.reason
  ON CONFLICT (day, point_no) DO UPDATE SET n1 = n1 + excluded.n1, n2 = n2 + excluded.n2, n3 = n3 + excluded.n3, n4 = n4 + excluded.n4, n5 = n5 + excluded.n5, n6 = n6 + excluded.n6, n7 = n7 + excluded.n7, n8 = n8 + excluded.n8, n9 = n9 + excluded.n9, n10 = n10 + excluded.n10, n11 = n11 + excluded.n11, n12 = n12 + excluded.n12, n13 = n13 + excluded.n13, n14 = n14 + excluded.n14, n15 = n15 + excluded.n15, n16 = n16 + excluded.n16;
  INSERT INTO rollup_point_reason (day, point_no, reason, taps)
  SELECT NEW.day, NEW.point_no, NEW.reason, (NEW.taps - OLD.taps) WHERE NOT EXISTS (SELECT 1 FROM reason_place WHERE reason = NEW.reason)
  ON CONFLICT (day, point_no, reason) DO UPDATE SET taps = taps + excluded.taps;
END;
