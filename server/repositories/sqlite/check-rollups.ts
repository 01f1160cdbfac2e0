import type { Finding } from '../repositories.ts';
import type { Statements } from './database.ts';

const SCORES = [1, 2, 3, 4, 5];
const counted = SCORES.map((score) => `sum(kind = 'tap' AND NOT retracted AND score = ${score}) AS s${score}`).join(', ');
const flagged = SCORES.map((score) => `sum(kind = 'tap' AND NOT retracted AND flags <> 0 AND score = ${score}) AS f${score}`).join(', ');
const noScores = SCORES.map((score) => `s${score} = 0`).join(' AND ');
const s = 's1, s2, s3, s4, s5';
/** The field under which an entry is counted: a tap's own column, another entry's body. */
const field = "coalesce(CASE kind WHEN 'tap' THEN field ELSE body ->> 'field' END, '')";
const isAction = (action: string): string => `sum(kind = 'guide' AND body ->> 'action' = '${action}')`;

/** Each rollup said again from the raw entries. Rows that count nothing are left out on both sides. */
const CHECKS: readonly { readonly name: string; readonly kept: string; readonly raw: string }[] = [
  {
    name: 'rollup_day',
    kept: `SELECT day, point_no, field, ${s}, f1, f2, f3, f4, f5, asked, corrected, unplaceable FROM rollup_day
      WHERE NOT (${noScores} AND asked = 0 AND corrected = 0 AND unplaceable = 0)`,
    raw: `SELECT * FROM (SELECT day, point_no, ${field} AS field, ${counted}, ${flagged}, sum(kind = 'asked') AS asked,
      sum(placing = 1) AS corrected, sum(placing = 2) AS unplaceable FROM entry GROUP BY 1, 2, 3)
      WHERE NOT (${noScores} AND asked = 0 AND corrected = 0 AND unplaceable = 0)`,
  },
  {
    name: 'rollup_hour',
    kept: `SELECT day, point_no, hour, field, ${s} FROM rollup_hour WHERE NOT (${noScores})`,
    raw: `SELECT * FROM (SELECT day, point_no, hour, coalesce(field, ''), ${counted} FROM entry WHERE kind = 'tap' GROUP BY 1, 2, 3, 4) WHERE NOT (${noScores})`,
  },
  {
    name: 'rollup_reason',
    kept: 'SELECT day, point_no, field, reason, taps FROM rollup_reason WHERE taps <> 0',
    raw: `SELECT day, point_no, coalesce(field, ''), value, count(*) FROM entry, json_each(entry.reasons)
      WHERE kind = 'tap' AND NOT retracted GROUP BY 1, 2, 3, 4`,
  },
  {
    name: 'rollup_procedure',
    kept: `SELECT day, point_no, procedure, field, opened, finished, left_early, problems, handoffs, ${s} FROM rollup_procedure
      WHERE NOT (${noScores} AND opened + finished + left_early + problems + handoffs = 0)`,
    raw: `SELECT * FROM (SELECT day, point_no, body ->> 'procedure', ${field}, ${isAction('open')} AS opened, ${isAction('finish')} AS finished,
      ${isAction('leave')} AS left_early, ${isAction('problem')} AS problems, sum(kind = 'handoff') AS handoffs, ${counted}
      FROM entry WHERE kind IN ('tap', 'guide', 'handoff') AND body ->> 'procedure' IS NOT NULL GROUP BY 1, 2, 3, 4)
      WHERE NOT (${noScores} AND opened + finished + left_early + problems + handoffs = 0)`,
  },
  {
    name: 'rollup_step',
    kept: 'SELECT day, point_no, procedure, step, field, reached, left_early, problems, handoffs FROM rollup_step WHERE reached + left_early + problems + handoffs > 0',
    raw: `SELECT * FROM (SELECT day, point_no, body ->> 'procedure', body ->> 'step', ${field},
      sum(kind = 'guide' AND body ->> 'action' IN ('open', 'step')) AS reached, ${isAction('leave')} AS left_early,
      ${isAction('problem')} AS problems, sum(kind = 'handoff') AS handoffs
      FROM entry WHERE kind IN ('guide', 'handoff') GROUP BY 1, 2, 3, 4, 5) WHERE reached + left_early + problems + handoffs > 0`,
  },
  {
    name: 'stream_day',
    kept: 'SELECT day, point_no, stream_no, received, received_own FROM stream_day WHERE received + received_own > 0',
    raw: `SELECT day, point_no, stream_no, sum(received), sum(own) FROM (
        SELECT day, point_no, stream_no, 1 AS received, 0 AS own FROM entry WHERE kind = 'tap'
        UNION ALL SELECT coalesce(own_day, day), point_no, stream_no, 0, 1 FROM entry WHERE kind = 'tap'
      ) GROUP BY 1, 2, 3`,
  },
  {
    name: 'retracted',
    kept: "SELECT stream_no, seq FROM entry WHERE kind = 'tap' AND retracted = 1",
    raw: `SELECT tap.stream_no, tap.seq FROM entry AS tap WHERE kind = 'tap' AND EXISTS
      (SELECT 1 FROM entry AS other WHERE other.stream_no = tap.stream_no AND other.kind = 'retract' AND other.of_seq = tap.seq)`,
  },
];

/** At most this many rows of one difference are named. */
const SHOWN = 5;

/** Where a rollup says something else than the raw entries do. Needs a writing transaction around it. */
export function findRollupDifferences(prepare: Statements): readonly Finding[] {
  return CHECKS.flatMap(({ name, kept, raw }) => [
    ...rows(prepare, `${kept} EXCEPT ${raw}`).map((detail) => ({ check: name, detail: `kept, but not so in the raw entries: ${detail}` })),
    ...rows(prepare, `${raw} EXCEPT ${kept}`).map((detail) => ({ check: name, detail: `so in the raw entries, but not kept: ${detail}` })),
  ]);
}

function rows(prepare: Statements, difference: string): readonly string[] {
  return prepare(`SELECT * FROM (${difference}) LIMIT ${SHOWN}`)
    .all()
    .map((row) => JSON.stringify(Object.values(row)));
}
