import { addDays } from '#domain/calendar-day.ts';

/**
 * Service points with one kiosk each, numbered from 1, over days that end with `to`; `taps` are those of all of them
 * together. Rows by field are filled for the last `daysByField` days only: the pages that are measured read no more.
 */
export type Fill = { readonly points: number; readonly days: number; readonly daysByField: number; readonly to: string; readonly taps: number };

/** Fields by how often a tap names them, in thousandths; most taps of a visit name none. */
const FIELDS: Shares = [
  ['', 600], ['Hộ tịch', 120], ['Đất đai', 80], ['Chứng thực', 60], ['Đăng ký, quản lý cư trú', 40], ['Bảo trợ xã hội', 30],
  ['Hoạt động xây dựng', 20], ['Cấp, quản lý căn cước', 15], ['Việc làm', 12], ['Giảm nghèo', 10], ['Bảo hiểm y tế', 8], ['Lý lịch tư pháp', 5],
];
const REASONS: Shares = [
  ['phai-cho-lau', 50], ['giay-to-kho-hieu', 30], ['huong-dan-chua-ro', 30], ['tra-ket-qua-tre', 20], ['cong-vneid-loi', 20], ['ly-do-khac', 20],
  ['it-phai-cho', 100], ['giay-to-don-gian', 60], ['huong-dan-de-hieu', 70],
];
const SCORES = [40, 50, 100, 310, 500];
const FLAGGED = 20;
const ASKED = 600;
type Shares = readonly (readonly [name: string, thousandths: number])[];

const PLACES = Array.from({ length: 16 }, (_, at) => `n${at + 1}`);
const COUNTS = 's1, s2, s3, s4, s5, f1, f2, f3, f4, f5, asked, corrected, unplaceable';

/**
 * Statements, in the SQL that both databases share, that leave the rollup rows which the taking of so many taps would
 * leave: a row for each field and reason that occurred, none for those that did not. Triggers must be off: the sums
 * are made here. The same fill gives the same rows.
 */
export function fillStatements(fill: Fill): readonly string[] {
  const mean = Math.round((fill.taps * 1_000) / (fill.points * fill.days));
  return [
    ...helperTables(fill),
    `INSERT INTO rollup_day (day, point_no, field, ${COUNTS})
     SELECT day, no, name, s1, s2, s3, s4, s5, ${flagged()}, asked, 0, 0 FROM (
       SELECT a_day.n AS d, a_day.day, a_point.no, a_field.name, ${scores(`${mean} * a_field.share / 1000`, 'a_field.n')},
         CASE a_field.name WHEN '' THEN ${count(`${mean} * ${ASKED} / 1000`, 97, 'a_field.n')} ELSE 0 END AS asked
       FROM a_day CROSS JOIN a_point CROSS JOIN a_field WHERE a_day.n > ${fill.days - fill.daysByField}) AS made
     WHERE s1 + s2 + s3 + s4 + s5 + asked > 0 ORDER BY day, no, name`,
    `INSERT INTO rollup_point (day, point_no, ${COUNTS})
     SELECT day, no, s1, s2, s3, s4, s5, ${flagged()}, asked, 0, 0 FROM (
       SELECT a_day.n AS d, a_day.day, a_point.no, ${scores(String(mean), '0')}, ${count(`${mean} * ${ASKED} / 1000`, 97, '0')} AS asked
       FROM a_day CROSS JOIN a_point WHERE a_day.n <= ${fill.days - fill.daysByField}) AS made
     WHERE s1 + s2 + s3 + s4 + s5 + asked > 0 ORDER BY day, no`,
    `INSERT INTO rollup_point (day, point_no, ${COUNTS})
     SELECT day, point_no, ${COUNTS.split(', ').map((name) => `sum(${name})`).join(', ')} FROM rollup_day GROUP BY day, point_no ORDER BY day, point_no`,
    `INSERT INTO reason_place (reason, place) SELECT name, n + 1 FROM a_reason`,
    `INSERT INTO point_reasons (day, point_no, ${PLACES.join(', ')})
     SELECT day, no, ${PLACES.map((_, at) => (at < REASONS.length ? `r${at}` : '0')).join(', ')} FROM (
       SELECT a_day.day, a_point.no, ${REASONS.map(([, share], at) => `${count(`${mean} * ${share} / 1000`, 61, String(at))} AS r${at}`).join(', ')}
       FROM a_day CROSS JOIN a_point) AS made
     WHERE ${REASONS.map((_, at) => `r${at}`).join(' + ')} > 0 ORDER BY day, no`,
    `INSERT INTO stream_day (day, point_no, stream_no, made, received, received_own)
     SELECT day, point_no, point_no, s1 + s2 + s3 + s4 + s5, s1 + s2 + s3 + s4 + s5, s1 + s2 + s3 + s4 + s5 FROM rollup_point ORDER BY day, point_no`,
  ];
}

function helperTables({ points, days, to }: Fill): readonly string[] {
  const shares = (table: string, rows: Shares): readonly string[] => [
    `CREATE TEMPORARY TABLE ${table} (n BIGINT, name TEXT, share BIGINT)`,
    `INSERT INTO ${table} VALUES ${rows.map(([name, share], at) => `(${at}, '${name}', ${share})`).join(', ')}`,
  ];
  return [
    'CREATE TEMPORARY TABLE a_day (n BIGINT, day TEXT)',
    `INSERT INTO a_day VALUES ${Array.from({ length: days }, (_, at) => `(${at + 1}, '${addDays(to, at + 1 - days)}')`).join(', ')}`,
    'CREATE TEMPORARY TABLE a_point (no BIGINT)',
    `INSERT INTO a_point WITH RECURSIVE counted (no) AS (SELECT 1 UNION ALL SELECT no + 1 FROM counted WHERE no < ${points}) SELECT no FROM counted`,
    ...shares('a_field', FIELDS),
    ...shares('a_reason', REASONS),
  ];
}

/** A whole number around a mean of thousandths: half of it to one and a half, and a fraction of one is one so often. */
function count(mean: string, salt: number, kind: string): string {
  return `(${mean} * (500 + (a_day.n * 7919 + a_point.no * 104729 + ${kind} * 611953) % 1000) / 1000 + (a_day.n * 3571 + a_point.no * 7727 + ${kind} * 911 + ${salt}) % 1000) / 1000`;
}

function scores(mean: string, kind: string): string {
  return SCORES.map((share, at) => `${count(`${mean} * ${share} / 1000`, (at + 1) * 173, kind)} AS s${at + 1}`).join(', ');
}

function flagged(): string {
  return SCORES.map((_, at) => `(s${at + 1} * ${FLAGGED} + (d * 53 + no * 31 + ${at * 211}) % 1000) / 1000`).join(', ');
}
