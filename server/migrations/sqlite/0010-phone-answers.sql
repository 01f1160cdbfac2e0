-- What phones say at the end of a guide, counted by day. No row is of a person, a time or a service point.
CREATE TABLE phone_answer (
  day TEXT NOT NULL,
  procedure TEXT NOT NULL,
  step TEXT NOT NULL,
  lang TEXT NOT NULL,
  managed INTEGER NOT NULL, needs_help INTEGER NOT NULL, not_yet INTEGER NOT NULL,
  s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,
  PRIMARY KEY (day, procedure, step, lang)
) STRICT, WITHOUT ROWID;

-- Hashes of answers' one-time numbers, kept for some days so that one that was sent twice counts once.
CREATE TABLE phone_answer_once (
  hash TEXT PRIMARY KEY NOT NULL,
  day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX phone_answer_once_day ON phone_answer_once (day);
