import type { TargetRepository, TargetRow } from '../targets.ts';
import { inList } from './in-list.ts';
import { integerOf, integerOrNull, textOf, type Row } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';

/** Targets are kept in ten-thousandths: whole numbers are equal in every database. */
const WHOLE = 10_000;
const COLUMNS = 'unit, field, from_day, target, set_at, set_by';

export function targetRepository({ read, writeBeside }: SqlStore): TargetRepository {
  return {
    async list(units) {
      const { sql, values } = inList(units);
      return (await read.all(`SELECT ${COLUMNS} FROM target WHERE unit IN ${sql} ORDER BY unit, from_day, field`, values)).map(targetOf);
    },
    async listAll() {
      return (await read.all(`SELECT ${COLUMNS} FROM target ORDER BY unit, from_day, field`)).map(targetOf);
    },
    async set({ unit, field, from, target, setAt, setBy }) {
      await writeBeside((tx) =>
        tx.run(
          `INSERT INTO target (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (unit, field, from_day) DO UPDATE SET target = excluded.target, set_at = excluded.set_at, set_by = excluded.set_by`,
          [unit, field, from, target === null ? null : Math.round(target * WHOLE), setAt, setBy],
        ),
      );
    },
  };
}

function targetOf(row: Row): TargetRow {
  const target = integerOrNull(row, 'target');
  return {
    unit: textOf(row, 'unit'),
    field: textOf(row, 'field'),
    from: textOf(row, 'from_day'),
    target: target === null ? null : target / WHOLE,
    setAt: integerOf(row, 'set_at'),
    setBy: textOf(row, 'set_by'),
  };
}
