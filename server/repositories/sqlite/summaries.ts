import type { CompletenessRow, SummaryQuery, SummaryRepository } from '../summaries.ts';
import type { Database } from './database.ts';
import { integerOf, integerOrNull, scoresOf, textOf, type Row } from './read-row.ts';

const SCORES = 'sum(s1) AS s1, sum(s2) AS s2, sum(s3) AS s3, sum(s4) AS s4, sum(s5) AS s5';
const FLAGGED = 'sum(f1) AS f1, sum(f2) AS f2, sum(f3) AS f3, sum(f4) AS f4, sum(f5) AS f5';
const WHERE = 'day BETWEEN :from AND :to AND point_no IN (SELECT value FROM json_each(:points)) AND (:field IS NULL OR field = :field)';
// A kiosk whose clock was wrong counts its taps on another day than the centre: only what is missing
// by both counts is missing.
const COMPLETENESS = `sum(made) AS made, coalesce(sum(received), 0) AS received,
  sum(CASE WHEN made IS NOT NULL THEN max(0, made - max(received, received_own)) END) AS missing`;

export function summaryRepository(database: Database): SummaryRepository {
  const all = (sql: string, query: SummaryQuery): readonly Row[] => database.read(sql).all(parametersOf(query));
  return {
    async days(query) {
      return all(
        `SELECT day, point_no, ${SCORES}, ${FLAGGED}, sum(asked) AS asked, sum(corrected) AS corrected, sum(unplaceable) AS unplaceable
         FROM rollup_day WHERE ${WHERE} GROUP BY day, point_no ORDER BY day, point_no`,
        query,
      ).map((row) => ({
        day: textOf(row, 'day'),
        pointNo: integerOf(row, 'point_no'),
        scores: scoresOf(row, 's'),
        flagged: scoresOf(row, 'f'),
        asked: integerOf(row, 'asked'),
        corrected: integerOf(row, 'corrected'),
        unplaceable: integerOf(row, 'unplaceable'),
      }));
    },
    async reasons(query) {
      return all(
        `SELECT day, point_no, reason, sum(taps) AS taps FROM rollup_reason WHERE ${WHERE}
         GROUP BY day, point_no, reason HAVING sum(taps) > 0 ORDER BY day, point_no, reason`,
        query,
      ).map((row) => ({ day: textOf(row, 'day'), pointNo: integerOf(row, 'point_no'), reason: textOf(row, 'reason'), taps: integerOf(row, 'taps') }));
    },
    async completeness({ from, to, pointNos }) {
      return database
        .read(
          `SELECT day, point_no, ${COMPLETENESS} FROM stream_day
           WHERE day BETWEEN :from AND :to AND point_no IN (SELECT value FROM json_each(:points)) GROUP BY day, point_no ORDER BY day, point_no`,
        )
        .all({ from, to, points: JSON.stringify(pointNos) })
        .map((row) => ({ day: textOf(row, 'day'), pointNo: integerOf(row, 'point_no'), ...completenessOf(row) }));
    },
    async completenessOfDevice(deviceId, day) {
      const row = database
        .read(
          `SELECT ${COMPLETENESS} FROM device JOIN stream ON stream.device_id = device.id
           JOIN stream_day ON stream_day.stream_no = stream.no AND stream_day.point_no = device.point_no
           WHERE device.id = ? AND stream_day.day = ?`,
        )
        .get(deviceId, day);
      return completenessOf(row ?? { made: null, received: 0, missing: null });
    },
    ...usage(all),
  };
}

type ReadAll = (sql: string, query: SummaryQuery) => readonly Row[];

function usage(all: ReadAll): Pick<SummaryRepository, 'hours' | 'procedures' | 'steps'> {
  return {
    async hours(query) {
      return all(
        `SELECT day, hour, point_no, ${SCORES} FROM rollup_hour WHERE ${WHERE}
         GROUP BY day, hour, point_no HAVING sum(s1 + s2 + s3 + s4 + s5) > 0 ORDER BY day, point_no, hour`,
        query,
      ).map((row) => ({ day: textOf(row, 'day'), hour: integerOf(row, 'hour'), pointNo: integerOf(row, 'point_no'), scores: scoresOf(row, 's') }));
    },
    async procedures(query) {
      return all(
        `SELECT procedure, ${SCORES}, sum(opened) AS opened, sum(finished) AS finished, sum(left_early) AS left_early,
           sum(problems) AS problems, sum(handoffs) AS handoffs
         FROM rollup_procedure WHERE ${WHERE} GROUP BY procedure ORDER BY procedure`,
        query,
      ).map((row) => ({
        procedure: textOf(row, 'procedure'),
        opened: integerOf(row, 'opened'),
        finished: integerOf(row, 'finished'),
        ...troubleOf(row),
        scores: scoresOf(row, 's'),
      }));
    },
    async steps(query) {
      return all(
        `SELECT procedure, step, sum(reached) AS reached, sum(left_early) AS left_early, sum(problems) AS problems, sum(handoffs) AS handoffs
         FROM rollup_step WHERE ${WHERE} GROUP BY procedure, step ORDER BY procedure, step`,
        query,
      ).map((row) => ({ procedure: textOf(row, 'procedure'), step: textOf(row, 'step'), reached: integerOf(row, 'reached'), ...troubleOf(row) }));
    },
  };
}

function troubleOf(row: Row): { readonly left: number; readonly problems: number; readonly handoffs: number } {
  return { left: integerOf(row, 'left_early'), problems: integerOf(row, 'problems'), handoffs: integerOf(row, 'handoffs') };
}

function completenessOf(row: Row): Omit<CompletenessRow, 'day' | 'pointNo'> {
  return { made: integerOrNull(row, 'made'), received: integerOf(row, 'received'), missing: integerOrNull(row, 'missing') };
}

function parametersOf(query: SummaryQuery): Record<string, string | null> {
  return { from: query.from, to: query.to, points: JSON.stringify(query.pointNos), field: query.field };
}
