import type { DayTotalRow, SummaryRepository } from '../summaries.ts';
import { COMPLETENESS, completenessOf } from './completeness.ts';
import { integerOf, scoresOf, textOf, type Row } from './read-row.ts';
import type { SqlQueries } from './sql-store.ts';
import { FLAGGED, reasonTable, SCORES, sums, tapTable, weekdayCase, whereOf, whereOfAllFields } from './summary-where.ts';

type SpanSummaries = Pick<
  SummaryRepository,
  'weekdaysByPoint' | 'weekdaysByField' | 'fieldsByPoint' | 'completenessByPoint' | 'dayTotals' | 'reasonsByDay' | 'completenessByDay' | 'hourTotals' | 'reasonTotals' | 'fieldUse' | 'fieldsOfProcedures'
>;

/** Figures over a whole span, one query a rollup. */
export function spanSummaries(figures: SqlQueries): SpanSummaries {
  return {
    async weekdaysByPoint(query) {
      const { sql, values } = whereOf(query);
      const weekday = weekdayCase(query);
      const rows = await figures.all(
        `SELECT point_no, ${weekday.sql} AS weekday, ${SCORES}, ${FLAGGED}, ${sums(['asked'])} FROM ${tapTable(query.field)} WHERE ${sql} GROUP BY point_no, 2`,
        [...weekday.values, ...values],
      );
      return rows.map((row) => ({ key: integerOf(row, 'point_no'), ...weekdayOfRow(row) }));
    },
    async weekdaysByField(query) {
      const { sql, values } = whereOfAllFields(query);
      const weekday = weekdayCase(query);
      const rows = await figures.all(`SELECT field, ${weekday.sql} AS weekday, ${SCORES}, ${FLAGGED}, ${sums(['asked'])} FROM rollup_day WHERE ${sql} GROUP BY field, 2`, [
        ...weekday.values,
        ...values,
      ]);
      return rows.map((row) => ({ key: textOf(row, 'field'), ...weekdayOfRow(row) }));
    },
    async fieldsByPoint(query, least) {
      const { sql, values } = whereOfAllFields(query);
      const rows = await figures.all(
        `SELECT point_no, field, ${SCORES}, ${FLAGGED} FROM rollup_day WHERE ${sql} AND field <> ''
         GROUP BY point_no, field HAVING sum(s1 + s2 + s3 + s4 + s5) >= ? ORDER BY point_no, field`,
        [...values, least],
      );
      return rows.map((row) => ({ pointNo: integerOf(row, 'point_no'), field: textOf(row, 'field'), scores: scoresOf(row, 's'), flagged: scoresOf(row, 'f') }));
    },
    async completenessByPoint(query) {
      const { sql, values } = whereOfAllFields(query);
      const rows = await figures.all(`SELECT point_no, ${COMPLETENESS} FROM stream_day WHERE ${sql} GROUP BY point_no`, values);
      return rows.map((row) => ({ pointNo: integerOf(row, 'point_no'), ...completenessOf(row) }));
    },
    async dayTotals(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT day, ${SCORES}, ${FLAGGED}, ${sums(['asked', 'corrected', 'unplaceable'])} FROM ${tapTable(query.field)} WHERE ${sql} GROUP BY day ORDER BY day`,
        values,
      );
      return rows.map(dayRowOf);
    },
    async reasonsByDay(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT day, reason, ${sums(['taps'])} FROM ${reasonTable(query.field)} WHERE ${sql} GROUP BY day, reason HAVING sum(taps) > 0 ORDER BY day, reason`,
        values,
      );
      return rows.map((row) => ({ day: textOf(row, 'day'), reason: textOf(row, 'reason'), taps: integerOf(row, 'taps') }));
    },
    async completenessByDay(query) {
      const { sql, values } = whereOfAllFields(query);
      const rows = await figures.all(`SELECT day, ${COMPLETENESS} FROM stream_day WHERE ${sql} GROUP BY day ORDER BY day`, values);
      return rows.map((row) => ({ day: textOf(row, 'day'), ...completenessOf(row) }));
    },
    async hourTotals(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(`SELECT day, hour, ${SCORES} FROM rollup_hour WHERE ${sql} GROUP BY day, hour ORDER BY day, hour`, values);
      return rows.map((row) => ({ day: textOf(row, 'day'), hour: integerOf(row, 'hour'), scores: scoresOf(row, 's') }));
    },
    async reasonTotals(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT reason, ${sums(['taps'])} FROM ${reasonTable(query.field)} WHERE ${sql} GROUP BY reason HAVING sum(taps) > 0 ORDER BY sum(taps) DESC, reason`,
        values,
      );
      return rows.map((row) => ({ reason: textOf(row, 'reason'), taps: integerOf(row, 'taps') }));
    },
    ...useOfGuides(figures),
  };
}

function useOfGuides(figures: SqlQueries): Pick<SpanSummaries, 'fieldUse' | 'fieldsOfProcedures'> {
  return {
    async fieldUse(query) {
      const { sql, values } = whereOfAllFields(query);
      const rows = await figures.all(
        `SELECT field, ${sums(['opened', 'finished', 'left_early', 'problems', 'handoffs'])} FROM rollup_procedure WHERE ${sql} GROUP BY field ORDER BY field`,
        values,
      );
      return rows.map((row) => ({
        field: textOf(row, 'field'),
        opened: integerOf(row, 'opened'),
        finished: integerOf(row, 'finished'),
        left: integerOf(row, 'left_early'),
        problems: integerOf(row, 'problems'),
        handoffs: integerOf(row, 'handoffs'),
      }));
    },
    async fieldsOfProcedures(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(
        `SELECT procedure, field FROM rollup_procedure WHERE ${sql} GROUP BY procedure, field
         ORDER BY procedure, sum(opened + handoffs + s1 + s2 + s3 + s4 + s5), field`,
        values,
      );
      return new Map(rows.map((row) => [textOf(row, 'procedure'), textOf(row, 'field')]));
    },
  };
}

/** The columns of one day, whatever it is summed over. */
export function dayRowOf(row: Row): DayTotalRow {
  return {
    day: textOf(row, 'day'),
    scores: scoresOf(row, 's'),
    flagged: scoresOf(row, 'f'),
    asked: integerOf(row, 'asked'),
    corrected: integerOf(row, 'corrected'),
    unplaceable: integerOf(row, 'unplaceable'),
  };
}

function weekdayOfRow(row: Row): { readonly weekday: number; readonly scores: ReturnType<typeof scoresOf>; readonly flagged: ReturnType<typeof scoresOf>; readonly asked: number } {
  return { weekday: integerOf(row, 'weekday'), scores: scoresOf(row, 's'), flagged: scoresOf(row, 'f'), asked: integerOf(row, 'asked') };
}
