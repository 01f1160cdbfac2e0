import type { ServicePointRepository, ServicePointRow } from '../service-points.ts';
import type { Database, Statements } from './database.ts';
import { integerOf, textOf, textOrNull, type Row } from './read-row.ts';

const BELOW = `WITH RECURSIVE below (id) AS (
  SELECT ? UNION SELECT unit.id FROM unit JOIN below ON unit.parent = below.id
)`;

export function servicePointRepository(database: Database): ServicePointRepository {
  const { read } = database;
  return {
    async add(point, now) {
      return database.write((prepare) => {
        if (prepare('SELECT 1 FROM service_point WHERE id = ?').get(point.id) !== undefined) return false;
        if (point.unit !== null) {
          prepare('INSERT INTO unit (id, name, parent) VALUES (?, ?, NULL) ON CONFLICT DO NOTHING').run(point.unit, point.unit);
        }
        prepare('INSERT INTO service_point (id, name, kind, timezone, unit, created_at) VALUES (?, ?, ?, ?, ?, ?)').run(
          point.id,
          point.name,
          point.kind,
          point.timezone,
          point.unit,
          now,
        );
        return true;
      });
    },
    async find(id) {
      const row = read('SELECT * FROM service_point WHERE id = ?').get(id);
      return row === undefined ? null : servicePointOf(row);
    },
    async listBelow(unit) {
      const rows =
        unit === null
          ? read('SELECT * FROM service_point ORDER BY id').all()
          : read(`${BELOW} SELECT * FROM service_point WHERE unit IN (SELECT id FROM below) ORDER BY id`).all(unit);
      return rows.map(servicePointOf);
    },
    async addUnit(unit) {
      return database.write((prepare) => {
        if (unit.parent !== null && !unitExists(prepare, unit.parent)) return false;
        if (unitExists(prepare, unit.id)) return false;
        prepare('INSERT INTO unit (id, name, parent) VALUES (?, ?, ?)').run(unit.id, unit.name, unit.parent);
        return true;
      });
    },
    async listUnits() {
      return read('SELECT id, name, parent FROM unit ORDER BY id')
        .all()
        .map((row) => ({ id: textOf(row, 'id'), name: textOf(row, 'name'), parent: textOrNull(row, 'parent') }));
    },
    async unitLiesBelow(unit, top) {
      if (top === null) return true;
      if (unit === null) return false;
      return read(`${BELOW} SELECT 1 FROM below WHERE id = ?`).get(top, unit) !== undefined;
    },
  };
}

function unitExists(prepare: Statements, id: string): boolean {
  return prepare('SELECT 1 FROM unit WHERE id = ?').get(id) !== undefined;
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
  };
}
