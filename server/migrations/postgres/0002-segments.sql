-- Raw entries are kept as they came: one row a batch, of which the entries `first` to `last` were new.
-- With it all that is needed to place them again. `body_encoding`: 0 plain JSON, 1 gzip.
-- A part a month (UTC) of receipt, made ahead by the program; what finds no part goes to segment_other,
-- so that nothing is refused. The key begins with the stream, so that a cluster can spread streams over
-- machines; that a number is given once is held by the mark of the locked stream.
CREATE TABLE segment (
  stream_no BIGINT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT NOT NULL,
  point_no BIGINT NOT NULL,
  timezone TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  first_day TEXT COLLATE "C" NOT NULL,
  last_day TEXT COLLATE "C" NOT NULL,
  body_encoding BIGINT NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (stream_no, first, received_at)
) PARTITION BY RANGE (received_at);
-- Packed already: trying to pack it again costs more than storing it.
ALTER TABLE segment ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE segment_other PARTITION OF segment DEFAULT;

-- What later entries and the misuse rule say about a number, where they say anything; also of numbers
-- to come. `reasons`: JSON. `flags`: 1 burst, 2 roam.
CREATE TABLE tap_change (
  stream_no BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  flags BIGINT NOT NULL,
  retracted BIGINT NOT NULL,
  reasons TEXT,
  PRIMARY KEY (stream_no, seq)
);

-- Days of which raw entries were pruned: there the rollups know more than the raw entries.
CREATE TABLE pruned_day (
  point_no BIGINT NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (point_no, day)
);

-- `tail`: the last taps, as far back as the misuse rule reaches. `pruned_to`: raw entries up to this
-- number were pruned.
ALTER TABLE stream ADD COLUMN tail TEXT NOT NULL DEFAULT '';
ALTER TABLE stream ADD COLUMN pruned_to BIGINT NOT NULL DEFAULT 0;
