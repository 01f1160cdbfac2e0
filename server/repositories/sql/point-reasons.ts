import type { ReasonRow, ReasonText, SummaryQuery } from '../summaries.ts';
import { integerAt, integerOf, textAt, textOf, type List } from './read-row.ts';
import type { SqlQueries } from './sql-store.ts';
import { sums, whereOf, whereOfSums } from './summary-where.ts';

/** Reasons that have a column of their own in point_reasons: n1 to n16 (migration 0009). */
const PLACES = 16;

const COLUMNS = Array.from({ length: PLACES }, (_, at) => `n${at + 1}`);

/** All reasons of whole service points as rows of day, service point and reason, for a FROM. */
export const POINT_REASON_ROWS = `(SELECT day, point_no, reason, taps FROM rollup_point_reason
  UNION ALL SELECT day, point_no, reason, CASE place ${COLUMNS.map((name, at) => `WHEN ${at + 1} THEN ${name}`).join(' ')} END AS taps FROM point_reasons CROSS JOIN reason_place) AS reason_rows`;

/** Reasons with their taps, zeros included; each list of counts is in the order of `names`, which are sorted. */
export type ReasonCounts<Key> = { readonly names: readonly string[]; readonly rows: readonly { readonly key: Key; readonly counts: readonly number[] }[] };

type Place = { readonly name: string; readonly column: string };
/** Columns of what rows are found by, and how they are read: `order` is that of the answer. */
type Shape<Key> = { readonly keys: readonly string[]; readonly keyAt: (row: List) => Key; readonly idOf: (key: Key) => string };
export type PointDay = { readonly day: string; readonly pointNo: number };

const BY_POINT: Shape<PointDay> = { keys: ['day', 'point_no'], keyAt: (row) => ({ day: textAt(row, 0), pointNo: integerAt(row, 1) }), idOf: ({ day, pointNo }) => `${day} ${pointNo}` };
const BY_DAY: Shape<string> = { keys: ['day'], keyAt: (row) => textAt(row, 0), idOf: (day) => day };
const TOGETHER: Shape<null> = { keys: [], keyAt: () => null, idOf: () => '' };

export type PointReasons = {
  /** Ordered by day. */
  byPoint(query: SummaryQuery): Promise<ReasonCounts<PointDay>>;
  byDay(query: SummaryQuery): Promise<ReasonCounts<string>>;
  /** One row at most. */
  together(query: SummaryQuery): Promise<ReasonCounts<null>>;
};

/** How often each reason was given: of one field from its own rows, of whole service points from a row a day. */
export function pointReasons(figures: SqlQueries): PointReasons {
  const ask = async <Key>(query: SummaryQuery, shape: Shape<Key>): Promise<ReasonCounts<Key>> => {
    if (query.field !== null) return addRest({ names: [], rows: [] }, await askRest(figures, query, shape), shape);
    const [placed, rest] = await Promise.all([askPlaced(figures, query, shape), askRest(figures, query, shape)]);
    return addRest(placed, rest, shape);
  };
  return { byPoint: (query) => ask(query, BY_POINT), byDay: (query) => ask(query, BY_DAY), together: (query) => ask(query, TOGETHER) };
}

/** The counts as objects: what a row of `days` holds. */
export function reasonRowsOf({ names, rows }: ReasonCounts<PointDay>): readonly ReasonRow[] {
  return rows.filter(({ counts }) => counts.some(isGiven)).map(({ key, counts }) => ({ ...key, reasons: Object.fromEntries(givenOf(names, counts)) }));
}

/** The same as text, without the objects: a province's month is 15,000 of them. */
export function reasonTextsOf({ names, rows }: ReasonCounts<PointDay>): readonly ReasonText[] {
  const heads = names.map((name) => `${JSON.stringify(name)}:`);
  const texts: ReasonText[] = [];
  for (const { key, counts } of rows) {
    let text = '';
    for (const [at, taps] of counts.entries()) if (taps > 0) text += `${text === '' ? '' : ','}${heads[at]}${taps}`;
    if (text !== '') texts.push({ day: key.day, pointNo: key.pointNo, text: `{${text}}` });
  }
  return texts;
}

/** The reasons that were given, with their taps. */
export function givenOf(names: readonly string[], counts: readonly number[]): readonly (readonly [reason: string, taps: number])[] {
  return names.flatMap((name, at) => {
    const taps = counts[at] ?? 0;
    return isGiven(taps) ? [[name, taps] as const] : [];
  });
}

function isGiven(taps: number): boolean {
  return taps > 0;
}

async function askPlaced<Key>(figures: SqlQueries, query: SummaryQuery, { keys, keyAt }: Shape<Key>): Promise<ReasonCounts<Key>> {
  const { sql, values } = whereOfSums(query);
  for (;;) {
    const places = await placesOf(figures);
    const unknown = Array.from({ length: PLACES - places.length }, (_, at) => `n${PLACES - at}`);
    const columns = [...places.map(({ column }) => column), ...(unknown.length === 0 ? [] : [unknown.join(' + ')])];
    const whole = keys.length === 2;
    const asked = columns.map((column, at) => `${whole ? column : `CAST(coalesce(sum(${column}), 0) AS BIGINT)`} AS count${at}`);
    const order = keys.join(', ');
    const rows = await figures.lists(
      `SELECT ${[...keys, ...asked].join(', ')} FROM point_reasons WHERE ${sql}${whole || order === '' ? '' : ` GROUP BY ${order}`}${order === '' ? '' : ` ORDER BY ${order}`}`,
      values,
    );
    const first = keys.length;
    const names = places.map(({ name }) => name);
    const found = rows.map((row) => ({ key: keyAt(row), counts: names.map((_, at) => integerAt(row, first + at)) }));
    // A reason may have got its place since the places were read; each gets one only once.
    if (unknown.length === 0 || rows.every((row) => row[first + names.length] === 0)) return { names, rows: found };
  }
}

/** By name: so the answer lists them. */
async function placesOf(figures: SqlQueries): Promise<readonly Place[]> {
  const rows = await figures.all('SELECT reason, place FROM reason_place ORDER BY place');
  return rows.map((row) => ({ name: textOf(row, 'reason'), column: `n${integerOf(row, 'place')}` })).toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** Reasons without a place, or those of one field: a row each. */
async function askRest<Key>(figures: SqlQueries, query: SummaryQuery, { keys, keyAt }: Shape<Key>): Promise<readonly { readonly key: Key; readonly reason: string; readonly taps: number }[]> {
  const { sql, values } = query.field === null ? whereOfSums(query) : whereOf(query);
  const found = [...keys, 'reason'].join(', ');
  const rows = await figures.lists(`SELECT ${found}, ${sums(['taps'])} FROM ${query.field === null ? 'rollup_point_reason' : 'rollup_reason'} WHERE ${sql} GROUP BY ${found} ORDER BY ${found}`, values);
  return rows.map((row) => ({ key: keyAt(row), reason: textAt(row, keys.length), taps: integerAt(row, keys.length + 1) }));
}

function addRest<Key>(placed: ReasonCounts<Key>, rest: readonly { readonly key: Key; readonly reason: string; readonly taps: number }[], { idOf }: Shape<Key>): ReasonCounts<Key> {
  if (rest.length === 0) return placed;
  const names = [...new Set([...placed.names, ...rest.map(({ reason }) => reason)])].toSorted((left, right) => (left < right ? -1 : 1));
  const placeOf = new Map(names.map((name, at) => [name, at]));
  const sumsOf = new Map<string, { readonly key: Key; readonly counts: number[] }>();
  const add = (key: Key, name: string, taps: number): void => {
    const id = idOf(key);
    const sum = sumsOf.get(id) ?? { key, counts: names.map(() => 0) };
    const at = placeOf.get(name) ?? 0;
    sum.counts[at] = (sum.counts[at] ?? 0) + taps;
    sumsOf.set(id, sum);
  };
  for (const { key, counts } of placed.rows) placed.names.forEach((name, at) => add(key, name, counts[at] ?? 0));
  for (const { key, reason, taps } of rest) add(key, reason, taps);
  // Days sort by their ids, and keep their order among service points: what follows looks for each by itself.
  return { names, rows: [...sumsOf].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, sum]) => sum) };
}
