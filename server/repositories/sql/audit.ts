import type { AuditRepository } from '../repositories.ts';
import { integerOf, textOf } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';

export function auditRepository(store: SqlStore): AuditRepository {
  return {
    async add({ at, actor, action, subject, detail }) {
      await store.writeBeside((tx) =>
        tx.run('INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)', [at, actor, action, subject, JSON.stringify(detail)]),
      );
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
  };
}
