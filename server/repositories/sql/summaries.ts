import type { SummaryRepository } from '../summaries.ts';
import { COMPLETENESS, completenessOf } from './completeness.ts';
import { integerOf, scoresOf, textOf, type Row } from './read-row.ts';
import { dayRowOf, spanSummaries } from './span-summaries.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';
import { FLAGGED, reasonTable, SCORES, sums, tapTable, whereOf, whereOfAllFields } from './summary-where.ts';

export function summaryRepository(store: SqlStore): SummaryRepository {
  const { figures } = store;
  return {
    async days(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT day, point_no, ${SCORES}, ${FLAGGED}, ${sums(['asked', 'corrected', 'unplaceable'])}
         FROM ${tapTable(query.field)} WHERE ${sql} GROUP BY day, point_no ORDER BY day, point_no`,
        values,
      );
      return rows.map((row) => ({ pointNo: integerOf(row, 'point_no'), ...dayRowOf(row) }));
    },
    async reasons(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT day, point_no, reason, ${sums(['taps'])} FROM ${reasonTable(query.field)} WHERE ${sql}
         GROUP BY day, point_no, reason HAVING sum(taps) > 0 ORDER BY day, point_no, reason`,
        values,
      );
      return rows.map((row) => ({ day: textOf(row, 'day'), pointNo: integerOf(row, 'point_no'), reason: textOf(row, 'reason'), taps: integerOf(row, 'taps') }));
    },
    async completeness(query) {
      const { sql, values } = whereOfAllFields(query);
      const rows = await figures.all(`SELECT day, point_no, ${COMPLETENESS} FROM stream_day WHERE ${sql} GROUP BY day, point_no ORDER BY day, point_no`, values);
      return rows.map((row) => ({ day: textOf(row, 'day'), pointNo: integerOf(row, 'point_no'), ...completenessOf(row) }));
    },
    async completenessOfDevice(deviceId, day) {
      const row = await figures.get(
        `SELECT ${COMPLETENESS} FROM device JOIN stream ON stream.device_id = device.id
         JOIN stream_day ON stream_day.stream_no = stream.no AND stream_day.point_no = device.point_no
         WHERE device.id = ? AND stream_day.day = ?`,
        [deviceId, day],
      );
      return completenessOf(row ?? { made: null, received: 0, missing: null });
    },
    ...usage(figures),
    ...spanSummaries(figures),
  };
}

function usage(figures: SqlQueries): Pick<SummaryRepository, 'hours' | 'procedures' | 'steps'> {
  return {
    async hours(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT day, hour, point_no, ${SCORES} FROM rollup_hour WHERE ${sql}
         GROUP BY day, hour, point_no HAVING sum(s1 + s2 + s3 + s4 + s5) > 0 ORDER BY day, point_no, hour`,
        values,
      );
      return rows.map((row) => ({ day: textOf(row, 'day'), hour: integerOf(row, 'hour'), pointNo: integerOf(row, 'point_no'), scores: scoresOf(row, 's') }));
    },
    async procedures(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT procedure, ${SCORES}, ${sums(['opened', 'finished', 'left_early', 'problems', 'handoffs'])}
         FROM rollup_procedure WHERE ${sql} GROUP BY procedure ORDER BY procedure`,
        values,
      );
      return rows.map((row) => ({
        procedure: textOf(row, 'procedure'),
        opened: integerOf(row, 'opened'),
        finished: integerOf(row, 'finished'),
        ...troubleOf(row),
        scores: scoresOf(row, 's'),
      }));
    },
    async steps(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT procedure, step, ${sums(['reached', 'left_early', 'problems', 'handoffs'])} FROM rollup_step WHERE ${sql} GROUP BY procedure, step ORDER BY procedure, step`,
        values,
      );
      return rows.map((row) => ({ procedure: textOf(row, 'procedure'), step: textOf(row, 'step'), reached: integerOf(row, 'reached'), ...troubleOf(row) }));
    },
  };
}

function troubleOf(row: Row): { readonly left: number; readonly problems: number; readonly handoffs: number } {
  return { left: integerOf(row, 'left_early'), problems: integerOf(row, 'problems'), handoffs: integerOf(row, 'handoffs') };
}
