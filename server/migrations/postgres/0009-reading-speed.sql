-- What pages of figures read, in the shapes in which they ask for it: one service point's year lies together,
-- and the reasons of a day and service point are one row instead of one a reason.
CREATE INDEX rollup_point_by_point ON rollup_point (point_no, day);
CREATE INDEX stream_day_by_point ON stream_day (point_no, day);

-- The first sixteen reasons have a column of their own in point_reasons, for good; the others keep a row each in
-- rollup_point_reason, which holds nothing else from now on.
CREATE TABLE reason_place (
  reason TEXT COLLATE "C" PRIMARY KEY,
  place BIGINT NOT NULL UNIQUE
);

CREATE TABLE point_reasons (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  n1 BIGINT NOT NULL, n2 BIGINT NOT NULL, n3 BIGINT NOT NULL, n4 BIGINT NOT NULL,
  n5 BIGINT NOT NULL, n6 BIGINT NOT NULL, n7 BIGINT NOT NULL, n8 BIGINT NOT NULL,
  n9 BIGINT NOT NULL, n10 BIGINT NOT NULL, n11 BIGINT NOT NULL, n12 BIGINT NOT NULL,
  n13 BIGINT NOT NULL, n14 BIGINT NOT NULL, n15 BIGINT NOT NULL, n16 BIGINT NOT NULL,
  PRIMARY KEY (day, point_no)
) WITH (fillfactor = 60);

INSERT INTO reason_place (reason, place)
SELECT reason, place FROM (SELECT reason, row_number() OVER (ORDER BY sum(taps) DESC, reason) AS place FROM rollup_point_reason GROUP BY reason) AS found WHERE place <= 16;
INSERT INTO point_reasons (day, point_no, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16)
SELECT day, point_no, sum(CASE place WHEN 1 THEN taps ELSE 0 END), sum(CASE place WHEN 2 THEN taps ELSE 0 END), sum(CASE place WHEN 3 THEN taps ELSE 0 END), sum(CASE place WHEN 4 THEN taps ELSE 0 END), sum(CASE place WHEN 5 THEN taps ELSE 0 END), sum(CASE place WHEN 6 THEN taps ELSE 0 END), sum(CASE place WHEN 7 THEN taps ELSE 0 END), sum(CASE place WHEN 8 THEN taps ELSE 0 END), sum(CASE place WHEN 9 THEN taps ELSE 0 END), sum(CASE place WHEN 10 THEN taps ELSE 0 END), sum(CASE place WHEN 11 THEN taps ELSE 0 END), sum(CASE place WHEN 12 THEN taps ELSE 0 END), sum(CASE place WHEN 13 THEN taps ELSE 0 END), sum(CASE place WHEN 14 THEN taps ELSE 0 END), sum(CASE place WHEN 15 THEN taps ELSE 0 END), sum(CASE place WHEN 16 THEN taps ELSE 0 END)
FROM rollup_point_reason JOIN reason_place USING (reason) GROUP BY day, point_no ORDER BY day, point_no;
DELETE FROM rollup_point_reason WHERE reason IN (SELECT reason FROM reason_place);
CREATE INDEX point_reasons_by_point ON point_reasons (point_no, day);

-- Two transactions that bring new reasons at once may want the same place: the second waits, goes without, and its taps
-- are counted in a row of their own. Whoever reads adds both. Both are written by one statement, which sees the places
-- of one moment: a reason that gets its place meanwhile is neither counted twice nor lost.
CREATE OR REPLACE FUNCTION sum_rollup_point_reason() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fresh TEXT;
BEGIN
  FOR fresh IN SELECT DISTINCT added.reason FROM added LEFT JOIN reason_place USING (reason) WHERE reason_place.reason IS NULL ORDER BY 1 LOOP
    INSERT INTO reason_place (reason, place) SELECT fresh, count(*) + 1 FROM reason_place HAVING count(*) < 16 ON CONFLICT DO NOTHING;
  END LOOP;
  IF TG_OP = 'INSERT' THEN
    WITH delta AS (
      SELECT day, point_no, reason, sum(taps) AS taps FROM added GROUP BY day, point_no, reason
    ), placed AS (
      INSERT INTO point_reasons AS stands (day, point_no, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16)
      SELECT day, point_no, coalesce(sum(taps) FILTER (WHERE place = 1), 0), coalesce(sum(taps) FILTER (WHERE place = 2), 0), coalesce(sum(taps) FILTER (WHERE place = 3), 0), coalesce(sum(taps) FILTER (WHERE place = 4), 0), coalesce(sum(taps) FILTER (WHERE place = 5), 0), coalesce(sum(taps) FILTER (WHERE place = 6), 0), coalesce(sum(taps) FILTER (WHERE place = 7), 0), coalesce(sum(taps) FILTER (WHERE place = 8), 0), coalesce(sum(taps) FILTER (WHERE place = 9), 0), coalesce(sum(taps) FILTER (WHERE place = 10), 0), coalesce(sum(taps) FILTER (WHERE place = 11), 0), coalesce(sum(taps) FILTER (WHERE place = 12), 0), coalesce(sum(taps) FILTER (WHERE place = 13), 0), coalesce(sum(taps) FILTER (WHERE place = 14), 0), coalesce(sum(taps) FILTER (WHERE place = 15), 0), coalesce(sum(taps) FILTER (WHERE place = 16), 0)
      FROM delta JOIN reason_place USING (reason) GROUP BY day, point_no ORDER BY day, point_no
      ON CONFLICT (day, point_no) DO UPDATE SET n1 = stands.n1 + excluded.n1, n2 = stands.n2 + excluded.n2, n3 = stands.n3 + excluded.n3, n4 = stands.n4 + excluded.n4, n5 = stands.n5 + excluded.n5, n6 = stands.n6 + excluded.n6, n7 = stands.n7 + excluded.n7, n8 = stands.n8 + excluded.n8, n9 = stands.n9 + excluded.n9, n10 = stands.n10 + excluded.n10, n11 = stands.n11 + excluded.n11, n12 = stands.n12 + excluded.n12, n13 = stands.n13 + excluded.n13, n14 = stands.n14 + excluded.n14, n15 = stands.n15 + excluded.n15, n16 = stands.n16 + excluded.n16
    )
    INSERT INTO rollup_point_reason AS stands (day, point_no, reason, taps)
    SELECT day, point_no, reason, taps FROM delta WHERE NOT EXISTS (SELECT 1 FROM reason_place WHERE reason_place.reason = delta.reason) ORDER BY day, point_no, reason
    ON CONFLICT (day, point_no, reason) DO UPDATE SET taps = stands.taps + excluded.taps;
  ELSE
    WITH delta AS (
      SELECT day, point_no, reason, sum(added.taps - taken.taps) AS taps FROM added JOIN taken USING (day, point_no, field, reason) GROUP BY day, point_no, reason
    ), placed AS (
      INSERT INTO point_reasons AS stands (day, point_no, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16)
      SELECT day, point_no, coalesce(sum(taps) FILTER (WHERE place = 1), 0), coalesce(sum(taps) FILTER (WHERE place = 2), 0), coalesce(sum(taps) FILTER (WHERE place = 3), 0), coalesce(sum(taps) FILTER (WHERE place = 4), 0), coalesce(sum(taps) FILTER (WHERE place = 5), 0), coalesce(sum(taps) FILTER (WHERE place = 6), 0), coalesce(sum(taps) FILTER (WHERE place = 7), 0), coalesce(sum(taps) FILTER (WHERE place = 8), 0), coalesce(sum(taps) FILTER (WHERE place = 9), 0), coalesce(sum(taps) FILTER (WHERE place = 10), 0), coalesce(sum(taps) FILTER (WHERE place = 11), 0), coalesce(sum(taps) FILTER (WHERE place = 12), 0), coalesce(sum(taps) FILTER (WHERE place = 13), 0), coalesce(sum(taps) FILTER (WHERE place = 14), 0), coalesce(sum(taps) FILTER (WHERE place = 15), 0), coalesce(sum(taps) FILTER (WHERE place = 16), 0)
      FROM delta JOIN reason_place USING (reason) GROUP BY day, point_no ORDER BY day, point_no
      ON CONFLICT (day, point_no) DO UPDATE SET n1 = stands.n1 + excluded.n1, n2 = stands.n2 + excluded.n2, n3 = stands.n3 + excluded.n3, n4 = stands.n4 + excluded.n4, n5 = stands.n5 + excluded.n5, n6 = stands.n6 + excluded.n6, n7 = stands.n7 + excluded.n7, n8 = stands.n8 + excluded.n8, n9 = stands.n9 + excluded.n9, n10 = stands.n10 + excluded.n10, n11 = stands.n11 + excluded.n11, n12 = stands.n12 + excluded.n12, n13 = stands.n13 + excluded.n13, n14 = stands.n14 + excluded.n14, n15 = stands.n15 + excluded.n15, n16 = stands.n16 + excluded.n16
    )
    INSERT INTO rollup_point_reason AS stands (day, point_no, reason, taps)
    SELECT day, point_no, reason, taps FROM delta WHERE NOT EXISTS (SELECT 1 FROM reason_place WHERE reason_place.reason = delta.reason) ORDER BY day, point_no, reason
    ON CONFLICT (day, point_no, reason) DO UPDATE SET taps = stands.taps + excluded.taps;
  END IF;
  RETURN NULL;
END $$;
