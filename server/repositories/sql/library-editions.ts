import type { EditionChange, EditionStore, FileChange, FileRow, HistoryRow } from '../library.ts';
import { editionOf, fileOf, historyOf } from './library-rows.ts';
import { textOf } from './read-row.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';

const HISTORY_COLUMNS = 'edition, at, actor, action, path, note';
const PUT_FILE = `INSERT INTO library_edition_file (edition, path, sha256, bytes) VALUES (?, ?, ?, ?)
  ON CONFLICT (edition, path) DO UPDATE SET sha256 = excluded.sha256, bytes = excluded.bytes`;

export function editionStore(store: SqlStore): EditionStore {
  const { read } = store;
  return {
    async editions() {
      return (await read.all('SELECT * FROM library_edition ORDER BY made_at DESC, id')).map(editionOf);
    },
    async edition(id) {
      const row = await read.get('SELECT * FROM library_edition WHERE id = ?', [id]);
      return row === undefined ? null : editionOf(row);
    },
    async addEdition(row, files, history) {
      return store.write(async (tx) => {
        const added = await tx.run(
          `INSERT INTO library_edition (id, version, title, unit, state, base, made_at, changed_at, authors, approved_by, ever_published, shipped)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          [row.id, row.version, row.title, row.unit, row.state, row.base, row.madeAt, row.changedAt, JSON.stringify(row.authors), row.approvedBy, row.everPublished ? 1 : 0, row.shipped],
        );
        if (added === 0) return false;
        await putFiles(tx, row.id, files);
        await addHistory(tx, history);
        return true;
      });
    },
    async files(edition) {
      return (await read.all('SELECT path, sha256, bytes FROM library_edition_file WHERE edition = ? ORDER BY path', [edition])).map(fileOf);
    },
    changeFiles: (change) => store.write((tx) => changeFiles(tx, change)),
    changeState: (change) => store.write((tx) => changeState(tx, change)),
    async addHistory(row) {
      await store.writeBeside((tx) => addHistory(tx, row));
    },
    async history(edition) {
      return (await read.all(`SELECT ${HISTORY_COLUMNS} FROM library_history WHERE edition = ? ORDER BY no`, [edition])).map(historyOf);
    },
    async historyOfPath(path) {
      return (await read.all(`SELECT ${HISTORY_COLUMNS} FROM library_history WHERE path = ? ORDER BY no DESC LIMIT 100`, [path])).map(historyOf);
    },
  };
}

export async function addHistory(tx: SqlQueries, row: HistoryRow): Promise<void> {
  await tx.run(`INSERT INTO library_history (${HISTORY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`, [row.edition, row.at, row.actor, row.action, row.path, row.note]);
}

async function putFiles(tx: SqlQueries, edition: string, files: readonly FileRow[]): Promise<void> {
  for (const { path, sha256, bytes } of files) await tx.run(PUT_FILE, [edition, path, sha256, bytes]);
}

async function changeFiles(tx: SqlQueries, change: FileChange): Promise<'saved' | 'changed' | 'not-draft'> {
  const found = await tx.get('SELECT * FROM library_edition WHERE id = ?', [change.edition]);
  const edition = found === undefined ? null : editionOf(found);
  if (edition?.state !== 'draft') return 'not-draft';
  const holds = await tx.get('SELECT sha256 FROM library_edition_file WHERE edition = ? AND path = ?', [change.edition, change.path]);
  if ((holds === undefined ? null : textOf(holds, 'sha256')) !== change.seen) return 'changed';
  await putFiles(tx, change.edition, change.put);
  for (const path of change.remove) await tx.run('DELETE FROM library_edition_file WHERE edition = ? AND path = ?', [change.edition, path]);
  const authors = [...new Set([...edition.authors, change.author])];
  await tx.run('UPDATE library_edition SET authors = ?, changed_at = ? WHERE id = ?', [JSON.stringify(authors), Math.max(change.at, edition.changedAt + 1), change.edition]);
  for (const row of change.history) await addHistory(tx, row);
  return 'saved';
}

async function changeState(tx: SqlQueries, change: EditionChange): Promise<boolean> {
  const { edition, from, seenAt, to, approvedBy, at } = change;
  const changed = await tx.run(
    'UPDATE library_edition SET state = ?, approved_by = ?, changed_at = ? WHERE id = ? AND state = ? AND changed_at = ?',
    [to, approvedBy, Math.max(at, seenAt + 1), edition, from, seenAt],
  );
  if (changed === 0) return false;
  await addHistory(tx, change.history);
  return true;
}
