import type { ReportHeadingRepository } from '../report-headings.ts';
import { inList } from './in-list.ts';
import { textOf } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';

export function reportHeadingRepository({ read, writeBeside }: SqlStore): ReportHeadingRepository {
  return {
    async findNearest(chain) {
      const { sql, values } = inList(chain);
      const rows = await read.all(`SELECT unit, heading FROM report_heading WHERE unit IN ${sql}`, values);
      const kept = new Map(rows.map((row) => [textOf(row, 'unit'), textOf(row, 'heading')]));
      const unit = chain.find((candidate) => kept.has(candidate));
      return unit === undefined ? null : { unit, heading: kept.get(unit) ?? '' };
    },
    async set({ unit, heading, setAt, setBy }) {
      await writeBeside((tx) =>
        tx.run(
          `INSERT INTO report_heading (unit, heading, set_at, set_by) VALUES (?, ?, ?, ?)
           ON CONFLICT (unit) DO UPDATE SET heading = excluded.heading, set_at = excluded.set_at, set_by = excluded.set_by`,
          [unit, heading, setAt, setBy],
        ),
      );
    },
  };
}
