import { OUTCOMES } from '#domain/outcome.ts';
import { SCORES } from '#domain/score.ts';
import type { PhoneAnswerRepository } from '../phone-answers.ts';
import { integerOf, scoresOf, textOf } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';
import { sums } from './summary-where.ts';

const COUNTS = ['managed', 'needs_help', 'not_yet', 's1', 's2', 's3', 's4', 's5'] as const;
const KEY = ['day', 'procedure', 'step', 'lang'] as const;

export function phoneAnswerRepository({ read, figures, writeBeside }: SqlStore): PhoneAnswerRepository {
  return {
    async add({ day, procedure, step, lang, outcome, score }, hash) {
      const counts = [...OUTCOMES.map((each) => Number(each === outcome)), ...SCORES.map((each) => Number(each === score))];
      return writeBeside(async (tx) => {
        const added = await tx.run('INSERT INTO phone_answer_once (hash, day) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', [hash, day]);
        if (added === 0) return false;
        await tx.run(
          `INSERT INTO phone_answer (${[...KEY, ...COUNTS].join(', ')}) VALUES (${[...KEY, ...COUNTS].map(() => '?').join(', ')})
           ON CONFLICT (${KEY.join(', ')}) DO UPDATE SET ${COUNTS.map((each) => `${each} = phone_answer.${each} + excluded.${each}`).join(', ')}`,
          [day, procedure, step, lang, ...counts],
        );
        return true;
      });
    },
    async list(from, to) {
      const rows = await figures.all(`SELECT procedure, ${sums(COUNTS)} FROM phone_answer WHERE day BETWEEN ? AND ? GROUP BY procedure ORDER BY procedure`, [from, to]);
      return rows.map((row) => ({
        procedure: textOf(row, 'procedure'),
        outcomes: [integerOf(row, 'managed'), integerOf(row, 'needs_help'), integerOf(row, 'not_yet')],
        scores: scoresOf(row, 's'),
      }));
    },
    async forget(before) {
      const old = await read.get('SELECT day FROM phone_answer_once WHERE day < ? LIMIT 1', [before]);
      if (old !== undefined) await writeBeside((tx) => tx.run('DELETE FROM phone_answer_once WHERE day < ?', [before]));
    },
  };
}
