import type { ScoreCounts } from '#domain/score.ts';
import type { DayTotalRow, SummaryQuery, SummaryRepository } from '../summaries.ts';
import { COMPLETENESS, completenessOf } from './completeness.ts';
import { givenOf, pointReasons } from './point-reasons.ts';
import { integerAt, integerOf, integerOrNullAt, scoresOf, textOf, type List, type Row } from './read-row.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';
import { FLAGGED, SCORES, sums, tapTable, whereByPoint, whereByWeekday, whereOf, whereOfAllFields, whereOfSums, whereOfTaps } from './summary-where.ts';

type SpanSummaries = Pick<
  SummaryRepository,
  'totalsByPoint' | 'weekdaysByPoint' | 'satisfiedByPoint' | 'weekdaysByField' | 'fieldsByPoint' | 'completenessByPoint' | 'dayTotals' | 'completenessByDay' | 'hourTotals' | 'reasonTotals' | 'reasonsByDay' | 'fieldUse' | 'fieldsOfProcedures'
>;

/** Figures over a whole span, one query a rollup. */
export function spanSummaries({ figures, groupsInOrder }: Pick<SqlStore, 'figures' | 'groupsInOrder'>): SpanSummaries {
  return { ...placeFigures(figures, groupsInOrder ? whereByPoint : whereOfAllFields), ...timeFigures(figures), ...guideFigures(figures) };
}

type TimeFigures = Pick<SpanSummaries, 'dayTotals' | 'completenessByDay' | 'hourTotals' | 'reasonTotals' | 'reasonsByDay'>;
type GuideFigures = Pick<SpanSummaries, 'fieldUse' | 'fieldsOfProcedures'>;

function placeFigures(figures: SqlQueries, whereOfPoints: typeof whereByPoint): Omit<SpanSummaries, keyof TimeFigures | keyof GuideFigures> {
  return {
    async totalsByPoint(query) {
      const where = query.field === null ? whereOfPoints(query) : whereOf(query);
      const rows = await figures.lists(`SELECT point_no, ${SCORES}, ${FLAGGED}, ${sums(['asked'])} FROM ${tapTable(query.field)} WHERE ${where.sql} GROUP BY point_no`, where.values);
      return rows.map((row) => ({ key: integerAt(row, 0), ...tapsAt(row) }));
    },
    async weekdaysByPoint(query) {
      const field = query.field === null ? NO_FIELD : { sql: ' AND field = ?', values: [query.field] };
      const ask = `point_no, ${SCORES}, ${FLAGGED}, ${sums(['asked'])} FROM ${tapTable(query.field)}`;
      return eachWeekday(query, async ({ sql, values, weekday }) => {
        const rows = await figures.lists(`SELECT ${ask} WHERE ${sql}${field.sql} GROUP BY point_no`, [...values, ...field.values]);
        return rows.map((row) => ({ key: integerAt(row, 0), weekday, ...tapsAt(row) }));
      });
    },
    async satisfiedByPoint(query) {
      const field = query.field === null ? NO_FIELD : { sql: ' AND field = ?', values: [query.field] };
      return eachWeekday(query, async ({ sql, values, weekday }) => {
        const rows = await figures.summed(`SELECT point_no, ${UNFLAGGED} FROM ${tapTable(query.field)} WHERE ${sql}${field.sql}`, [...values, ...field.values], 2);
        return rows.map((row) => ({ key: integerAt(row, 0), weekday, others: integerAt(row, 1), satisfied: integerAt(row, 2) }));
      });
    },
    async weekdaysByField(query) {
      return eachWeekday(query, async ({ sql, values, weekday }) => {
        const rows = await figures.all(`SELECT field, ${SCORES}, ${FLAGGED}, ${sums(['asked'])} FROM rollup_day WHERE ${sql} GROUP BY field`, values);
        return rows.map((row) => ({ key: textOf(row, 'field'), weekday, ...tapsOfRow(row) }));
      });
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
      const { sql, values } = whereOfPoints(query);
      const rows = await figures.lists(`SELECT point_no, ${COMPLETENESS} FROM stream_day WHERE ${sql} GROUP BY point_no`, values);
      return rows.map((row) => ({ pointNo: integerAt(row, 0), made: integerOrNullAt(row, 1), received: integerAt(row, 2), missing: integerOrNullAt(row, 3) }));
    },
  };
}

function timeFigures(figures: SqlQueries): TimeFigures {
  const reasons = pointReasons(figures);
  return {
    async dayTotals(query) {
      const { sql, values } = whereOfTaps(query);
      const rows = await figures.all(
        `SELECT day, ${SCORES}, ${FLAGGED}, ${sums(['asked', 'corrected', 'unplaceable'])} FROM ${tapTable(query.field)} WHERE ${sql} GROUP BY day ORDER BY day`,
        values,
      );
      return rows.map(dayRowOf);
    },
    async completenessByDay(query) {
      const { sql, values } = whereOfSums(query);
      const rows = await figures.all(`SELECT day, ${COMPLETENESS} FROM stream_day WHERE ${sql} GROUP BY day ORDER BY day`, values);
      return rows.map((row) => ({ day: textOf(row, 'day'), ...completenessOf(row) }));
    },
    async hourTotals(query) {
      const { sql, values } = whereOf(query);
      const rows = await figures.all(`SELECT day, hour, ${SCORES} FROM rollup_hour WHERE ${sql} GROUP BY day, hour ORDER BY day, hour`, values);
      return rows.map((row) => ({ day: textOf(row, 'day'), hour: integerOf(row, 'hour'), scores: scoresOf(row, 's') }));
    },
    async reasonTotals(query) {
      const { names, rows } = await reasons.together(query);
      return rows
        .flatMap(({ counts }) => givenOf(names, counts))
        .map(([reason, taps]) => ({ reason, taps }))
        .toSorted((left, right) => right.taps - left.taps || (left.reason < right.reason ? -1 : 1));
    },
    async reasonsByDay(query) {
      const { names, rows } = await reasons.byDay(query);
      return rows.flatMap(({ key: day, counts }) => givenOf(names, counts).map(([reason, taps]) => ({ day, reason, taps })));
    },
  };
}

function guideFigures(figures: SqlQueries): GuideFigures {
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

function tapsOfRow(row: Row): { readonly scores: ReturnType<typeof scoresOf>; readonly flagged: ReturnType<typeof scoresOf>; readonly asked: number } {
  return { scores: scoresOf(row, 's'), flagged: scoresOf(row, 'f'), asked: integerOf(row, 'asked') };
}

const NO_FIELD = { sql: '', values: [] } as const;
/** Those who were not satisfied, and those who were. */
const UNFLAGGED = 's1 + s2 + s3 - f1 - f2 - f3, s4 + s5 - f4 - f5';

function tapsAt(row: List): { readonly scores: ScoreCounts; readonly flagged: ScoreCounts; readonly asked: number } {
  const at = (column: number): number => integerAt(row, column);
  return { scores: [at(1), at(2), at(3), at(4), at(5)], flagged: [at(6), at(7), at(8), at(9), at(10)], asked: at(11) };
}

async function eachWeekday<T>(query: Omit<SummaryQuery, 'field'>, ask: (where: ReturnType<typeof whereByWeekday>[number]) => Promise<readonly T[]>): Promise<readonly T[]> {
  return (await Promise.all(whereByWeekday(query).map(ask))).flat();
}
