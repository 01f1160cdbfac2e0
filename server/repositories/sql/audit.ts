import type { AuditFilter, AuditRepository, ListedAuditRecord } from '../audit.ts';
import { integerOf, textOf, textOrNull, type Row } from './read-row.ts';
import { BELOW } from './service-points.ts';
import type { SqlStore, SqlValue } from './sql-store.ts';

/** The unit of whatever an id names; NULL when it names nothing or the whole centre. */
const unitOf = (id: string): string => `(SELECT unit FROM service_point WHERE id = ${id}),
  (SELECT service_point.unit FROM device JOIN service_point ON service_point.no = device.point_no WHERE device.id = ${id}),
  (SELECT unit FROM staff_user WHERE id = ${id}), (SELECT unit FROM read_token WHERE id = ${id})`;

const ADD = `INSERT INTO audit (at, actor, action, subject, detail, address, unit)
  VALUES (?, ?, ?, ?, ?, ?, COALESCE(CAST(? AS TEXT), ${unitOf('?')}, ${unitOf('?')}))`;

/** A name for an id, as it is called now. */
const nameOf = (id: string): string => `COALESCE(
  (SELECT CASE WHEN name <> '' THEN name ELSE email END FROM staff_user WHERE id = ${id}), (SELECT name FROM service_point WHERE id = ${id}),
  (SELECT name FROM device WHERE id = ${id}), (SELECT name FROM read_token WHERE id = ${id}), (SELECT name FROM unit WHERE id = ${id}))`;

const LISTED = `no, at, actor, action, subject, detail, unit, address, ${nameOf('audit.actor')} AS actor_name, ${nameOf('audit.subject')} AS subject_name`;

export function auditRepository(store: SqlStore): AuditRepository {
  return {
    async add({ at, actor, action, subject, detail, unit = null, address = null }) {
      const ids = [subject, subject, subject, subject, actor, actor, actor, actor];
      await store.writeBeside((tx) => tx.run(ADD, [at, actor, action, subject, JSON.stringify(detail), address, unit, ...ids]));
    },
    async list() {
      const rows = await store.read.all('SELECT at, actor, action, subject, detail FROM audit ORDER BY no');
      return rows.map((row) => ({
        at: integerOf(row, 'at'),
        actor: textOf(row, 'actor'),
        action: textOf(row, 'action'),
        subject: textOf(row, 'subject'),
        detail: JSON.parse(textOf(row, 'detail')),
      }));
    },
    async page(filter) {
      const { sql, values } = conditionOf(filter);
      const scope = filter.unit === null ? '' : BELOW;
      const rows = await store.read.all(`${scope} SELECT ${LISTED} FROM audit ${sql} ORDER BY no DESC LIMIT ?`, [...values, filter.most]);
      return rows.map(listedOf);
    },
  };
}

function conditionOf({ unit, actor, subject, action, from, until, before }: AuditFilter): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const parts: string[] = unit === null ? [] : ['audit.unit IN (SELECT id FROM below)'];
  const values: SqlValue[] = unit === null ? [] : [unit];
  const compare = (condition: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    parts.push(condition);
    values.push(value);
  };
  compare('actor = ?', actor);
  compare('subject = ?', subject);
  compare('action = ?', action);
  compare('at >= ?', from);
  compare('at < ?', until);
  compare('no < ?', before);
  return { sql: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

function listedOf(row: Row): ListedAuditRecord {
  return {
    no: integerOf(row, 'no'),
    at: integerOf(row, 'at'),
    actor: textOf(row, 'actor'),
    actorName: textOrNull(row, 'actor_name'),
    action: textOf(row, 'action'),
    subject: textOf(row, 'subject'),
    subjectName: textOrNull(row, 'subject_name'),
    unit: textOrNull(row, 'unit'),
    address: textOrNull(row, 'address'),
    detail: JSON.parse(textOf(row, 'detail')),
  };
}
