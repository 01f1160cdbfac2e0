-- The content library. A file is known by the SHA-256 of its bytes; the bytes lie in the blob folder.
CREATE TABLE library_blob (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  type TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `one` is always 1. `revision` grows with every change to what any kiosk shall show.
CREATE TABLE library_state (
  one INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  sync TEXT NOT NULL
) STRICT;
INSERT INTO library_state (one, revision, sync) VALUES (1, 0, '{"bytesPerSecond":null,"quietHours":null}');

-- `authors`: JSON. `shipped`: the version of the pack that came with the program, where it is one.
CREATE TABLE library_edition (
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  unit TEXT,
  state TEXT NOT NULL,
  base TEXT,
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  authors TEXT NOT NULL,
  approved_by TEXT,
  ever_published INTEGER NOT NULL,
  shipped TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE library_edition_file (
  edition TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (edition, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE library_history (
  no INTEGER PRIMARY KEY,
  edition TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  path TEXT,
  note TEXT
) STRICT;
CREATE INDEX library_history_of_edition ON library_history (edition, no);
CREATE INDEX library_history_of_path ON library_history (path, no);

-- `ring_id` is '' for the ring of all kiosks. One publication a ring is open (`ended_at` null).
CREATE TABLE library_publication (
  id TEXT PRIMARY KEY,
  edition TEXT NOT NULL,
  ring_kind TEXT NOT NULL,
  ring_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  note TEXT,
  is_roll_back INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;

-- When something changed last for a ring. A kiosk's sequence is the highest of the rings it is in, so that
-- it grows for those kiosks that a change is about, and for no others.
CREATE TABLE library_ring (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Every manifest that was ever handed out, to know what a kiosk shows by the hash it reports.
CREATE TABLE library_manifest (
  sha256 TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  edition TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `body`: texts and files of a clip, JSON.
CREATE TABLE library_clip (
  id TEXT PRIMARY KEY,
  unit TEXT,
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `rings`, `title`, `text`: JSON.
CREATE TABLE library_notice (
  id TEXT PRIMARY KEY,
  unit TEXT,
  rings TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  emergency TEXT,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  approved_by TEXT
) STRICT, WITHOUT ROWID;

-- Proof of play. `wakes`: touches while the clip played; the rest is what followed within a minute.
CREATE TABLE rollup_play (
  day TEXT NOT NULL,
  point_no INTEGER NOT NULL,
  clip TEXT NOT NULL,
  stream_no INTEGER NOT NULL,
  plays INTEGER NOT NULL,
  millis INTEGER NOT NULL,
  wakes INTEGER NOT NULL,
  guides INTEGER NOT NULL,
  taps INTEGER NOT NULL,
  handoffs INTEGER NOT NULL,
  PRIMARY KEY (day, point_no, clip, stream_no)
) STRICT, WITHOUT ROWID;
