import type { ReactElement } from 'react';
import type { ProcedureSummary } from '#contract/summaries.ts';
import { procedureName } from './content-words.ts';
import { useWords, type WordKey } from '../i18n/words.ts';

type Row = ProcedureSummary['procedures'][number];

const COLUMNS: readonly { readonly word: WordKey; readonly of: (row: Row) => number }[] = [
  { word: 'opened', of: (row) => row.opened },
  { word: 'finished', of: (row) => row.finished },
  { word: 'left', of: (row) => row.left },
  { word: 'handoffs', of: (row) => row.handoffs },
  { word: 'tapsOfDay', of: (row) => row.taps },
];

/** Use of the guides. Ordered by how often they were opened, never by satisfaction: counts of a day are too small to rank. */
export function ProcedureTable({ procedures, wide }: { readonly procedures: readonly Row[]; readonly wide: boolean }): ReactElement {
  const { say, number, tongue } = useWords();
  const rows = procedures.toSorted((left, right) => right.opened - left.opened);
  return (
    <section className={`card procedures-card ${wide ? 'span-12' : 'span-7'}`}>
      <h2 id="h-procedures">{say('procedures')}</h2>
      {rows.length === 0 ? (
        <p>{say('proceduresNone')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-labelledby="h-procedures">
          <table className="lines procedures">
            <thead>
              <tr>
                <th scope="col">{say('procedure')}</th>
                {COLUMNS.map(({ word }) => (
                  <th scope="col" className="right" key={word}>
                    {say(word)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.procedure}>
                  <th scope="row">{procedureName(row.procedure, tongue)}</th>
                  {COLUMNS.map(({ word, of }) => (
                    <td className="right" key={word}>
                      {number(of(row))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
