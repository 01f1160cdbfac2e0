import type { ReactElement } from 'react';
import { reasonName } from './content-words.ts';
import type { DayView } from './day-view.ts';
import { useWords } from '../i18n/words.ts';

export function ReasonTable({ reasons }: { readonly reasons: DayView['reasons'] }): ReactElement {
  const { say, number, tongue } = useWords();
  const most = Math.max(1, ...reasons.map((reason) => reason.count));
  return (
    <section className="card span-5 reasons-card" aria-labelledby="h-reasons">
      <h2 id="h-reasons">{say('reasons')}</h2>
      {reasons.length === 0 ? (
        <p>{say('reasonsNone')}</p>
      ) : (
        <table className="reasons">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{say('reason')}</th>
              <th scope="col">{say('count')}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ id, count }) => (
              <tr key={id}>
                <th scope="row">{reasonName(id, tongue)}</th>
                <td className="bar-cell">
                  <svg className="bar" width="100%" height="20" aria-hidden="true">
                    <rect className="reason" x="1" y="1" width={`${(count / most) * 97}%`} height="18" rx="2" />
                  </svg>
                  <span className="figure">{number(count)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="hint">{say('reasonsNote')}</p>
    </section>
  );
}
