import type { AuditRepository } from '../repositories.ts';
import type { Database } from './database.ts';
import { integerOf, textOf } from './read-row.ts';

export function auditRepository(database: Database): AuditRepository {
  return {
    async add(record) {
      await database.write((prepare) =>
        prepare('INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)').run(
          record.at,
          record.actor,
          record.action,
          record.subject,
          JSON.stringify(record.detail),
        ),
      );
    },
    async list() {
      return database
        .read('SELECT at, actor, action, subject, detail FROM audit ORDER BY no')
        .all()
        .map((row) => ({
          at: integerOf(row, 'at'),
          actor: textOf(row, 'actor'),
          action: textOf(row, 'action'),
          subject: textOf(row, 'subject'),
          detail: JSON.parse(textOf(row, 'detail')),
        }));
    },
  };
}
