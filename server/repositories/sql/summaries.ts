import type { DayRow, SummaryRepository } from '../summaries.ts';
import { COMPLETENESS, completenessOf } from './completeness.ts';
import { pointReasons, reasonRowsOf, reasonTextsOf } from './point-reasons.ts';
import { integerAt, integerOf, integerOrNullAt, scoresOf, textAt, textOf, type List, type Row } from './read-row.ts';
import { spanSummaries } from './span-summaries.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';
import { FLAGGED, SCORES, sums, tapTable, whereOf, whereOfSums, whereOfTaps } from './summary-where.ts';

const WHOLE_DAY = 'day, point_no, s1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable';

export function summaryRepository(store: SqlStore): SummaryRepository {
  const { figures } = store;
  const reasons = pointReasons(figures);
  return {
    async days(query) {
      const { sql, values } = whereOfTaps(query);
      // What whole service points say is one row a day already: to sum it would cost as much again.
      const columns = query.field === null ? WHOLE_DAY : `day, point_no, ${SCORES}, ${FLAGGED}, ${sums(['asked', 'corrected', 'unplaceable'])}`;
      const grouping = query.field === null ? '' : 'GROUP BY day, point_no';
      const rows = await figures.lists(`SELECT ${columns} FROM ${tapTable(query.field)} WHERE ${sql} ${grouping} ORDER BY day, point_no`, values);
      return rows.map(dayRowAt);
    },
    async reasons(query) {
      return reasonRowsOf(await reasons.byPoint(query));
    },
    async reasonTexts(query) {
      return reasonTextsOf(await reasons.byPoint(query));
    },
    async completeness(query) {
      const { sql, values } = whereOfSums(query);
      const rows = await figures.lists(`SELECT day, point_no, ${COMPLETENESS} FROM stream_day WHERE ${sql} GROUP BY day, point_no ORDER BY day, point_no`, values);
      return rows.map((row) => ({ day: textAt(row, 0), pointNo: integerAt(row, 1), made: integerOrNullAt(row, 2), received: integerAt(row, 3), missing: integerOrNullAt(row, 4) }));
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
    ...spanSummaries(store),
  };
}

function dayRowAt(row: List): DayRow {
  const at = (column: number): number => integerAt(row, column);
  return {
    pointNo: at(1),
    day: textAt(row, 0),
    scores: [at(2), at(3), at(4), at(5), at(6)],
    flagged: [at(7), at(8), at(9), at(10), at(11)],
    asked: at(12),
    corrected: at(13),
    unplaceable: at(14),
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
