import type { ServicePointRepository, ServicePointRow } from '../service-points.ts';
import { integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import type { SqlQueries, SqlStore, SqlValue } from './sql-store.ts';

/** The unit of the first value and all units below it, as `below (id)`. */
export const BELOW = `WITH RECURSIVE below (id) AS (
  SELECT id FROM unit WHERE id = ? UNION SELECT unit.id FROM unit JOIN below ON unit.parent = below.id
)`;

export function servicePointRepository(store: SqlStore): ServicePointRepository {
  return { ...points(store), ...units(store) };
}

function points(store: SqlStore): Pick<ServicePointRepository, 'add' | 'find' | 'listBelow' | 'change' | 'close'> {
  const { read } = store;
  return {
    async add(point, now) {
      return store.write(async (tx) => {
        if ((await tx.get('SELECT 1 FROM service_point WHERE id = ?', [point.id])) !== undefined) return false;
        if (point.unit !== null) {
          await tx.run('INSERT INTO unit (id, name, parent) VALUES (?, ?, NULL) ON CONFLICT DO NOTHING', [point.unit, point.unit]);
        }
        const { id, name, kind, timezone, unit } = point;
        await tx.run('INSERT INTO service_point (id, name, kind, timezone, unit, created_at) VALUES (?, ?, ?, ?, ?, ?)', [id, name, kind, timezone, unit, now]);
        return true;
      });
    },
    async find(id) {
      const row = await read.get('SELECT * FROM service_point WHERE id = ?', [id]);
      return row === undefined ? null : servicePointOf(row);
    },
    async listBelow(unit) {
      const rows =
        unit === null
          ? await read.all('SELECT * FROM service_point ORDER BY id')
          : await read.all(`${BELOW} SELECT * FROM service_point WHERE unit IN (SELECT id FROM below) ORDER BY id`, [unit]);
      return rows.map(servicePointOf);
    },
    async change(id, change) {
      const { name, kind, timezone, unit, hours, closedAt } = change;
      const given = Object.entries({ name, kind, timezone, unit, hours, closed_at: closedAt });
      const columns = given.flatMap(([column, value]) => (value === undefined ? [] : [[column, value] as const]));
      if (columns.length === 0) return;
      const values: SqlValue[] = columns.map(([, value]) => value);
      await store.writeBeside((tx) => tx.run(`UPDATE service_point SET ${columns.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`, [...values, id]));
    },
    async close(id, now) {
      return store.write(async (tx) => {
        const kiosk = await tx.get('SELECT 1 FROM device JOIN service_point ON service_point.no = device.point_no WHERE service_point.id = ? AND device.revoked_at IS NULL LIMIT 1', [id]);
        if (kiosk !== undefined) return false;
        await tx.run('UPDATE service_point SET closed_at = coalesce(closed_at, ?) WHERE id = ?', [now, id]);
        return true;
      });
    },
  };
}

function units(store: SqlStore): Omit<ServicePointRepository, 'add' | 'find' | 'listBelow' | 'change' | 'close'> {
  const { read } = store;
  return {
    async addUnit(unit) {
      return store.write(async (tx) => {
        if (unit.parent !== null && !(await unitExists(tx, unit.parent))) return false;
        if (await unitExists(tx, unit.id)) return false;
        await tx.run('INSERT INTO unit (id, name, parent) VALUES (?, ?, ?)', [unit.id, unit.name, unit.parent]);
        return true;
      });
    },
    async listUnits() {
      const rows = await read.all('SELECT id, name, parent FROM unit ORDER BY id');
      return rows.map((row) => ({ id: textOf(row, 'id'), name: textOf(row, 'name'), parent: textOrNull(row, 'parent') }));
    },
    async renameUnit(id, name) {
      await store.writeBeside((tx) => tx.run('UPDATE unit SET name = ? WHERE id = ?', [name, id]));
    },
    async moveUnit(id, parent) {
      return store.write(async (tx) => {
        if (!(await unitExists(tx, id)) || (parent !== null && !(await unitExists(tx, parent)))) return 'unknown';
        if (parent !== null && (await tx.get(`${BELOW} SELECT 1 FROM below WHERE id = ?`, [id, parent])) !== undefined) return 'loop';
        await tx.run('UPDATE unit SET parent = ? WHERE id = ?', [parent, id]);
        return 'moved';
      });
    },
    async unitLiesBelow(unit, top) {
      if (top === null) return true;
      if (unit === null) return false;
      return (await read.get(`${BELOW} SELECT 1 FROM below WHERE id = ?`, [top, unit])) !== undefined;
    },
  };
}

async function unitExists(queries: SqlQueries, id: string): Promise<boolean> {
  return (await queries.get('SELECT 1 FROM unit WHERE id = ?', [id])) !== undefined;
}

/** Reads the columns of service_point. */
export function servicePointOf(row: Row): ServicePointRow {
  const kind = textOf(row, 'kind');
  return {
    no: integerOf(row, 'no'),
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    kind: kind === 'post-office' ? 'post-office' : 'one-stop',
    timezone: textOf(row, 'timezone'),
    unit: textOrNull(row, 'unit'),
    hours: textOrNull(row, 'hours'),
    closedAt: integerOrNull(row, 'closed_at'),
  };
}
