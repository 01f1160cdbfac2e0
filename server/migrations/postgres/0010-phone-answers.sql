-- What phones say at the end of a guide, counted by day. No row is of a person, a time or a service point.
CREATE TABLE phone_answer (
  day TEXT COLLATE "C" NOT NULL,
  procedure TEXT COLLATE "C" NOT NULL,
  step TEXT COLLATE "C" NOT NULL,
  lang TEXT COLLATE "C" NOT NULL,
  managed BIGINT NOT NULL, needs_help BIGINT NOT NULL, not_yet BIGINT NOT NULL,
  s1 BIGINT NOT NULL, s2 BIGINT NOT NULL, s3 BIGINT NOT NULL, s4 BIGINT NOT NULL, s5 BIGINT NOT NULL,
  PRIMARY KEY (day, procedure, step, lang)
);

-- Hashes of answers' one-time numbers, kept for some days so that one that was sent twice counts once.
CREATE TABLE phone_answer_once (
  hash TEXT COLLATE "C" PRIMARY KEY,
  day TEXT COLLATE "C" NOT NULL
);
CREATE INDEX phone_answer_once_day ON phone_answer_once (day);
