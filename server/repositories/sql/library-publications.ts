import type { Ring } from '#contract/library.ts';
import type { PublicationStore } from '../library.ts';
import { inList } from './in-list.ts';
import { addHistory } from './library-editions.ts';
import { idOfRing, noticeOf, publicationOf, ringOf, syncSettingsOf } from './library-rows.ts';
import { integerOf, textOf } from './read-row.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';

export function publicationStore(store: SqlStore): PublicationStore {
  return { ...publications(store), ...notices(store), ...settings(store) };
}

type Publications = Pick<PublicationStore, 'revision' | 'publications' | 'publish' | 'endPublication' | 'ringChanges' | 'touchRing' | 'noteManifest' | 'manifests'>;

function publications(store: SqlStore): Publications {
  const { read } = store;
  return {
    async revision() {
      const row = await read.get('SELECT revision FROM library_state WHERE one = 1');
      return row === undefined ? 0 : integerOf(row, 'revision');
    },
    async publications() {
      return (await read.all('SELECT * FROM library_publication ORDER BY sequence DESC')).map(publicationOf);
    },
    async publish(row, end, history) {
      return store.write(async (tx) => {
        const sequence = await bump(tx, row.ring, row.at);
        await tx.run('UPDATE library_publication SET ended_at = ? WHERE ring_kind = ? AND ring_id = ? AND ended_at IS NULL', [row.at, row.ring.kind, idOfRing(row.ring)]);
        for (const id of end) await endOne(tx, id, row.at);
        await tx.run(
          `INSERT INTO library_publication (id, edition, ring_kind, ring_id, sequence, at, actor, note, is_roll_back, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
          [row.id, row.edition, row.ring.kind, idOfRing(row.ring), sequence, row.at, row.actor, row.note, row.isRollBack ? 1 : 0],
        );
        await tx.run('UPDATE library_edition SET ever_published = 1 WHERE id = ?', [row.edition]);
        await addHistory(tx, history);
        return { ...row, sequence, endedAt: null };
      });
    },
    async endPublication(id, at, history) {
      return store.write(async (tx) => {
        if (!(await endOne(tx, id, at))) return null;
        await addHistory(tx, history);
        const row = await tx.get('SELECT * FROM library_publication WHERE id = ?', [id]);
        return row === undefined ? null : publicationOf(row);
      });
    },
    async ringChanges() {
      const rows = await read.all('SELECT kind, id, sequence, at FROM library_ring');
      return rows.map((row) => ({ ring: ringOf(textOf(row, 'kind'), textOf(row, 'id')), sequence: integerOf(row, 'sequence'), at: integerOf(row, 'at') }));
    },
    async touchRing(ring, at) {
      await store.write((tx) => bump(tx, ring, at));
    },
    async noteManifest(sha256, sequence, edition, at) {
      await store.writeBeside((tx) => tx.run('INSERT INTO library_manifest (sha256, sequence, edition, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [sha256, sequence, edition, at]));
    },
    async manifests(sha256s) {
      const list = inList(sha256s);
      const rows = sha256s.length === 0 ? [] : await read.all(`SELECT sha256, edition, sequence FROM library_manifest WHERE sha256 IN ${list.sql}`, list.values);
      return new Map(rows.map((row) => [textOf(row, 'sha256'), { edition: textOf(row, 'edition'), sequence: integerOf(row, 'sequence') }]));
    },
  };
}

function notices(store: SqlStore): Pick<PublicationStore, 'notices' | 'addNotice' | 'changeNotice'> {
  return {
    async notices() {
      return (await store.read.all('SELECT * FROM library_notice ORDER BY made_at DESC, id')).map(noticeOf);
    },
    async addNotice(notice) {
      await store.write(async (tx) => {
        await tx.run(
          `INSERT INTO library_notice (id, unit, rings, from_at, until_at, title, text, state, emergency, made_by, made_at, approved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          [notice.id, notice.unit, JSON.stringify(notice.rings), notice.from, notice.until, JSON.stringify(notice.title), JSON.stringify(notice.text), notice.state, notice.emergency, notice.madeBy, notice.madeAt, notice.approvedBy],
        );
        if (notice.state === 'live') for (const ring of notice.rings) await bump(tx, ring, notice.madeAt);
      });
    },
    async changeNotice(notice, from, at) {
      return store.write(async (tx) => {
        const changed = await tx.run('UPDATE library_notice SET state = ?, approved_by = ? WHERE id = ? AND state = ?', [notice.state, notice.approvedBy, notice.id, from]);
        if (changed === 1 && (notice.state === 'live' || from === 'live')) for (const ring of notice.rings) await bump(tx, ring, at);
        return changed === 1;
      });
    },
  };
}

function settings(store: SqlStore): Pick<PublicationStore, 'syncSettings' | 'saveSyncSettings'> {
  return {
    async syncSettings() {
      const row = await store.read.get('SELECT sync FROM library_state WHERE one = 1');
      if (row === undefined) throw new TypeError('the library has no state: its migration did not run to the end');
      return syncSettingsOf(row);
    },
    async saveSyncSettings(kept, at) {
      await store.write(async (tx) => {
        await tx.run('UPDATE library_state SET sync = ? WHERE one = 1', [JSON.stringify(kept)]);
        await bump(tx, { kind: 'all' }, at);
      });
    },
  };
}

async function endOne(tx: SqlQueries, id: string, at: number): Promise<boolean> {
  const row = await tx.get('UPDATE library_publication SET ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING *', [at, id]);
  if (row === undefined) return false;
  await bump(tx, publicationOf(row).ring, at);
  return true;
}

/**
 * The next number of the whole library, given to this ring: at least the second of the clock, so that a centre
 * restored from an old backup goes on above what its kiosks have seen.
 */
async function bump(tx: SqlQueries, ring: Ring, at: number): Promise<number> {
  const second = Math.floor(at / 1_000);
  const row = await tx.get('UPDATE library_state SET revision = CASE WHEN revision < ? THEN ? ELSE revision + 1 END WHERE one = 1 RETURNING revision', [second, second]);
  if (row === undefined) throw new TypeError('the library has no state: its migration did not run to the end');
  const sequence = integerOf(row, 'revision');
  await tx.run('INSERT INTO library_ring (kind, id, sequence, at) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET sequence = excluded.sequence, at = excluded.at', [
    ring.kind,
    idOfRing(ring),
    sequence,
    at,
  ]);
  return sequence;
}
