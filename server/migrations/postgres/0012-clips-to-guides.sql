-- Which clip led to which guide: guides opened and hand-offs shown within a minute of a touch during the clip.
-- Counted from here on: what came before stays in the raw entries and in the counts of rollup_play.
CREATE TABLE rollup_clip_guide (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  clip TEXT COLLATE "C" NOT NULL,
  procedure TEXT COLLATE "C" NOT NULL,
  opened BIGINT NOT NULL,
  handoffs BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, clip, procedure)
);
