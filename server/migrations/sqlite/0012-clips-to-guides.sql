-- Which clip led to which guide: guides opened and hand-offs shown within a minute of a touch during the clip.
-- Counted from here on: what came before stays in the raw entries and in the counts of rollup_play.
CREATE TABLE rollup_clip_guide (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  clip TEXT NOT NULL,
  procedure TEXT NOT NULL,
  opened INTEGER NOT NULL,
  handoffs INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, clip, procedure)
) STRICT, WITHOUT ROWID;
