import type { MediaStore } from '../library.ts';
import { inList } from './in-list.ts';
import { clipBody, clipOf, playsOf } from './library-rows.ts';
import { integerOf, textOf } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';

const sum = (column: string): string => `CAST(sum(${column}) AS BIGINT) AS ${column}`;

export function mediaStore(store: SqlStore): MediaStore {
  const { read } = store;
  return {
    async addBlob({ sha256, bytes, type }, at) {
      await store.writeBeside((tx) => tx.run('INSERT INTO library_blob (sha256, bytes, type, added_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [sha256, bytes, type, at]));
    },
    async blob(sha256) {
      const row = await read.get('SELECT sha256, bytes, type FROM library_blob WHERE sha256 = ?', [sha256]);
      return row === undefined ? null : { sha256: textOf(row, 'sha256'), bytes: integerOf(row, 'bytes'), type: textOf(row, 'type') };
    },
    async removeBlob(sha256) {
      await store.writeBeside((tx) => tx.run('DELETE FROM library_blob WHERE sha256 = ?', [sha256]));
    },
    async hashesOf(editions) {
      const list = inList(editions);
      const rows = editions.length === 0 ? [] : await read.all(`SELECT DISTINCT sha256 FROM library_edition_file WHERE edition IN ${list.sql}`, list.values);
      return rows.map((row) => textOf(row, 'sha256'));
    },
    ...clips(store),
    async plays(query) {
      const points = inList(query.pointNos);
      const rows = await store.figures.all(
        `SELECT day, clip, ${['plays', 'millis', 'wakes', 'guides', 'taps', 'handoffs'].map(sum).join(', ')},
           CAST(count(DISTINCT CASE WHEN plays > 0 THEN stream_no END) AS BIGINT) AS streams
         FROM rollup_play WHERE day BETWEEN ? AND ? AND point_no IN ${points.sql} GROUP BY day, clip ORDER BY day DESC, clip`,
        [query.from, query.to, ...points.values],
      );
      return rows.map(playsOf);
    },
    async ledTo(query) {
      const points = inList(query.pointNos);
      const rows = await store.figures.all(
        `SELECT clip, procedure, ${['opened', 'handoffs'].map(sum).join(', ')} FROM rollup_clip_guide
         WHERE day BETWEEN ? AND ? AND point_no IN ${points.sql} GROUP BY clip, procedure ORDER BY clip, procedure`,
        [query.from, query.to, ...points.values],
      );
      return rows.map((row) => ({ clip: textOf(row, 'clip'), procedure: textOf(row, 'procedure'), opened: integerOf(row, 'opened'), handoffs: integerOf(row, 'handoffs') }));
    },
  };
}

function clips(store: SqlStore): Pick<MediaStore, 'clips' | 'clip' | 'addClip' | 'changeClip' | 'removeClip'> {
  return {
    async clips() {
      return (await store.read.all('SELECT * FROM library_clip ORDER BY made_at DESC, id')).map(clipOf);
    },
    async clip(id) {
      const row = await store.read.get('SELECT * FROM library_clip WHERE id = ?', [id]);
      return row === undefined ? null : clipOf(row);
    },
    async addClip(clip) {
      return store.write(async (tx) => {
        const added = await tx.run('INSERT INTO library_clip (id, unit, made_at, changed_at, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', [clip.id, clip.unit, clip.madeAt, clip.changedAt, clipBody(clip)]);
        return added === 1;
      });
    },
    async changeClip(clip, seenAt) {
      return store.write(async (tx) => {
        const changed = await tx.run('UPDATE library_clip SET changed_at = ?, body = ? WHERE id = ? AND changed_at = ?', [Math.max(clip.changedAt, seenAt + 1), clipBody(clip), clip.id, seenAt]);
        return changed === 1;
      });
    },
    async removeClip(id) {
      await store.writeBeside((tx) => tx.run('DELETE FROM library_clip WHERE id = ?', [id]));
    },
  };
}
