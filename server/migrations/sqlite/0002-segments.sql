-- Raw entries are kept as they came: one row a batch, of which the entries `first` to `last` were new.
-- With it all that is needed to place them again. `body_encoding`: 0 plain JSON, 1 gzip.
-- A row's place in the file is its order of arrival, so that large bodies are written one after the
-- other; the key is a narrow index beside them. No foreign key: it would cost a look-up a row.
CREATE TABLE segment (
  stream_no INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  point_no INTEGER NOT NULL,
  timezone TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  body_encoding INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX segment_of_stream ON segment (stream_no, first);

-- What later entries and the misuse rule say about a number, where they say anything; also of numbers
-- to come. `reasons`: JSON. `flags`: 1 burst, 2 roam.
CREATE TABLE tap_change (
  stream_no INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  retracted INTEGER NOT NULL,
  reasons TEXT,
  PRIMARY KEY (stream_no, seq)
) STRICT, WITHOUT ROWID;

-- Days of which raw entries were pruned: there the rollups know more than the raw entries.
CREATE TABLE pruned_day (
  point_no INTEGER NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (point_no, day)
) STRICT, WITHOUT ROWID;

-- `tail`: the last taps, as far back as the misuse rule reaches. `pruned_to`: raw entries up to this
-- number were pruned.
ALTER TABLE stream ADD COLUMN tail TEXT NOT NULL DEFAULT '';
ALTER TABLE stream ADD COLUMN pruned_to INTEGER NOT NULL DEFAULT 0;
