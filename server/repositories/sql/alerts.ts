import { ALERT_KINDS } from '#contract/day.ts';
import type { AlertFigures, AlertFilter, AlertRepository, AlertRow } from '../alerts.ts';
import { inList } from './in-list.ts';
import { integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import type { SqlQueries, SqlStore, SqlValue } from './sql-store.ts';

const COLUMNS = 'id, kind, point_no, device_id, field, opened_at, closed_at, figures, acknowledged_at, acknowledged_by, note';

export function alertRepository(store: SqlStore): AlertRepository {
  const { read } = store;
  return {
    async listOpen() {
      return (await read.all(`SELECT ${COLUMNS} FROM alert WHERE closed_at IS NULL ORDER BY id`)).map(alertOf);
    },
    async apply({ opened, updated, closed, now }) {
      return store.write(async (tx) => {
        for (const id of closed) await tx.run('UPDATE alert SET closed_at = ? WHERE id = ? AND closed_at IS NULL', [now, id]);
        for (const { id, figures } of updated) await tx.run('UPDATE alert SET figures = ? WHERE id = ? AND closed_at IS NULL', [JSON.stringify(figures), id]);
        const added: string[] = [];
        for (const { id, kind, pointNo, deviceId, field, figures } of opened) {
          const count = await tx.run(
            `INSERT INTO alert (id, kind, point_no, device_id, field, opened_at, figures) VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (kind, point_no, device_id, field) WHERE closed_at IS NULL DO NOTHING`,
            [id, kind, pointNo, deviceId, field, now, JSON.stringify(figures)],
          );
          if (count === 1) added.push(id);
        }
        return added;
      });
    },
    async list(filter, most) {
      const { sql, values } = whereOf(filter);
      const rows = await read.all(
        `SELECT ${COLUMNS} FROM alert WHERE ${sql} ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, opened_at DESC, id LIMIT ?`,
        [...values, most],
      );
      return rows.map(alertOf);
    },
    async countOpen(pointNos) {
      const { sql, values } = inList(pointNos);
      const rows = await read.all(`SELECT point_no, count(*) AS open FROM alert WHERE closed_at IS NULL AND point_no IN ${sql} GROUP BY point_no`, values);
      return new Map(rows.map((row) => [integerOf(row, 'point_no'), integerOf(row, 'open')]));
    },
    async find(id) {
      const row = await read.get(`SELECT ${COLUMNS} FROM alert WHERE id = ?`, [id]);
      return row === undefined ? null : alertOf(row);
    },
    async changedSince(at) {
      return (await read.all(`SELECT ${COLUMNS} FROM alert WHERE opened_at > ? OR closed_at > ? ORDER BY opened_at, id`, [at, at])).map(alertOf);
    },
    async acknowledge(id, { at, by, note }) {
      const changed = await store.writeBeside((tx) => tx.run('UPDATE alert SET acknowledged_at = ?, acknowledged_by = ?, note = ? WHERE id = ?', [at, by, note, id]));
      return changed === 1;
    },
    ...watches(store, read),
  };
}

function watches(store: SqlStore, read: SqlQueries): Pick<AlertRepository, 'listWatches' | 'setWatches'> {
  return {
    async listWatches() {
      const rows = await read.all('SELECT kind, device_id, since FROM alert_watch ORDER BY kind, device_id');
      return rows.map((row) => ({ kind: kindOf(row), deviceId: textOf(row, 'device_id'), since: integerOf(row, 'since') }));
    },
    async setWatches(kept) {
      await store.write(async (tx) => {
        await tx.run('DELETE FROM alert_watch');
        for (const { kind, deviceId, since } of kept) await tx.run('INSERT INTO alert_watch (kind, device_id, since) VALUES (?, ?, ?)', [kind, deviceId, since]);
      });
    },
  };
}

function whereOf({ pointNos, state, kind, openedFrom, openedBefore }: AlertFilter): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const points = inList(pointNos);
  const parts: { readonly sql: string; readonly values: readonly SqlValue[] }[] = [{ sql: `point_no IN ${points.sql}`, values: points.values }];
  if (state !== 'all') parts.push({ sql: `closed_at IS ${state === 'open' ? '' : 'NOT '}NULL`, values: [] });
  if (kind !== null) parts.push({ sql: 'kind = ?', values: [kind] });
  if (openedFrom !== null) parts.push({ sql: 'opened_at >= ?', values: [openedFrom] });
  if (openedBefore !== null) parts.push({ sql: 'opened_at < ?', values: [openedBefore] });
  return { sql: parts.map((part) => part.sql).join(' AND '), values: parts.flatMap((part) => part.values) };
}

function alertOf(row: Row): AlertRow {
  const at = integerOrNull(row, 'acknowledged_at');
  return {
    id: textOf(row, 'id'),
    kind: kindOf(row),
    pointNo: integerOf(row, 'point_no'),
    deviceId: textOf(row, 'device_id'),
    field: textOf(row, 'field'),
    openedAt: integerOf(row, 'opened_at'),
    closedAt: integerOrNull(row, 'closed_at'),
    figures: figuresOf(textOf(row, 'figures')),
    acknowledged: at === null ? null : { at, by: textOrNull(row, 'acknowledged_by') ?? '', note: textOrNull(row, 'note') ?? '' },
  };
}

function kindOf(row: Row): AlertRow['kind'] {
  const kind = ALERT_KINDS.find((known) => known === row['kind']);
  if (kind === undefined) throw new TypeError('an alert of no known kind is stored');
  return kind;
}

function figuresOf(text: string): AlertFigures {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, number | string | null] => entry[1] === null || typeof entry[1] === 'number' || typeof entry[1] === 'string'));
}
