-- The content library. A file is known by the SHA-256 of its bytes; the bytes lie in the blob folder.
CREATE TABLE library_blob (
  sha256 TEXT COLLATE "C" PRIMARY KEY,
  bytes BIGINT NOT NULL,
  type TEXT NOT NULL,
  added_at BIGINT NOT NULL
);

-- `one` is always 1. `revision` grows with every change to what any kiosk shall show.
CREATE TABLE library_state (
  one BIGINT PRIMARY KEY,
  revision BIGINT NOT NULL,
  sync TEXT NOT NULL
);
INSERT INTO library_state (one, revision, sync) VALUES (1, 0, '{"bytesPerSecond":null,"quietHours":null}');

-- `authors`: JSON. `shipped`: the version of the pack that came with the program, where it is one.
CREATE TABLE library_edition (
  id TEXT COLLATE "C" PRIMARY KEY,
  version TEXT COLLATE "C" NOT NULL UNIQUE,
  title TEXT NOT NULL,
  unit TEXT COLLATE "C",
  state TEXT NOT NULL,
  base TEXT COLLATE "C",
  made_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  authors TEXT NOT NULL,
  approved_by TEXT,
  ever_published BIGINT NOT NULL,
  shipped TEXT COLLATE "C"
);

CREATE TABLE library_edition_file (
  edition TEXT COLLATE "C" NOT NULL,
  path TEXT COLLATE "C" NOT NULL,
  sha256 TEXT COLLATE "C" NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (edition, path)
);

CREATE TABLE library_history (
  no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  path TEXT COLLATE "C",
  note TEXT
);
CREATE INDEX library_history_of_edition ON library_history (edition, no);
CREATE INDEX library_history_of_path ON library_history (path, no);

-- `ring_id` is '' for the ring of all kiosks. One publication a ring is open (`ended_at` null).
CREATE TABLE library_publication (
  id TEXT COLLATE "C" PRIMARY KEY,
  edition TEXT COLLATE "C" NOT NULL,
  ring_kind TEXT COLLATE "C" NOT NULL,
  ring_id TEXT COLLATE "C" NOT NULL,
  sequence BIGINT NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  note TEXT,
  is_roll_back BIGINT NOT NULL,
  ended_at BIGINT
);

-- When something changed last for a ring. A kiosk's sequence is the highest of the rings it is in, so that
-- it grows for those kiosks that a change is about, and for no others.
CREATE TABLE library_ring (
  kind TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  sequence BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (kind, id)
);

-- Every manifest that was ever handed out, to know what a kiosk shows by the hash it reports.
CREATE TABLE library_manifest (
  sha256 TEXT COLLATE "C" PRIMARY KEY,
  sequence BIGINT NOT NULL,
  edition TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL
);

-- `body`: texts and files of a clip, JSON.
CREATE TABLE library_clip (
  id TEXT COLLATE "C" PRIMARY KEY,
  unit TEXT COLLATE "C",
  made_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  body TEXT NOT NULL
);

-- `rings`, `title`, `text`: JSON.
CREATE TABLE library_notice (
  id TEXT COLLATE "C" PRIMARY KEY,
  unit TEXT COLLATE "C",
  rings TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  emergency TEXT,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  approved_by TEXT
);

-- Proof of play. `wakes`: touches while the clip played; the rest is what followed within a minute.
CREATE TABLE rollup_play (
  day TEXT COLLATE "C" NOT NULL,
  point_no BIGINT NOT NULL,
  clip TEXT COLLATE "C" NOT NULL,
  stream_no BIGINT NOT NULL,
  plays BIGINT NOT NULL,
  millis BIGINT NOT NULL,
  wakes BIGINT NOT NULL,
  guides BIGINT NOT NULL,
  taps BIGINT NOT NULL,
  handoffs BIGINT NOT NULL,
  PRIMARY KEY (day, point_no, clip, stream_no)
);
