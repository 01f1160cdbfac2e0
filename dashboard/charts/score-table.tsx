import type { ReactElement } from 'react';
import { Face } from '#renderer/art/face.tsx';
import { SCORES } from '#domain/score.ts';
import { SMALLEST_SAMPLE } from '#domain/satisfaction.ts';
import { useWords } from '../i18n/words.ts';

/** Five scores, negative to positive as on the kiosk (E152): the chart is the table, a bar in every row. */
export function ScoreTable({ scores, taps }: { readonly scores: readonly number[]; readonly taps: number }): ReactElement {
  const { say, number, percent } = useWords();
  const most = Math.max(1, ...scores);
  return (
    <table className="scores">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{say('score')}</th>
          <th scope="col">{say('count')}</th>
          <th scope="col">{say('share')}</th>
        </tr>
      </thead>
      <tbody>
        {SCORES.map((score) => {
          const count = scores[score - 1] ?? 0;
          return (
            <tr key={score}>
              <th scope="row">
                <Face score={score} className="face" />
                {say(`score${score}`)}
              </th>
              <td className="bar-cell">
                <svg className="bar" width="100%" height="26" aria-hidden="true">
                  {count > 0 ? <rect className={`score-${score}`} x="1.5" y="1.5" width={`${(count / most) * 97}%`} height="23" rx="2" /> : <line className="nothing" x1="1.5" x2="1.5" y1="0" y2="26" />}
                </svg>
                <span className="figure">{number(count)}</span>
              </td>
              <td className="share">{taps < SMALLEST_SAMPLE ? '–' : percent(count / taps)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
