-- Keys that all processes of one centre share, such as the one that signs content. Whoever reads this
-- table can sign in the centre's name: the database, its backups and its dumps are kept as carefully.
CREATE TABLE kept_key (
  name TEXT COLLATE "C" PRIMARY KEY,
  value TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
REVOKE ALL ON kept_key FROM PUBLIC;
