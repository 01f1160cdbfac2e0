import type { ReactElement } from 'react';
import type { PhoneSummary } from '#contract/phone-answers.ts';
import { SCORES } from '#domain/score.ts';
import type { CentreClient } from '../api/centre-client.ts';
import { useAsked } from '../api/use-asked.ts';
import { RowBand, sharedAxisStart } from '../charts/row-band.tsx';
import { procedureName } from '../day/content-words.ts';
import type { Scope } from '../day/scope.ts';
import { shareOf, type Share } from '../day/share-view.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import './phone.css';

type Row = PhoneSummary['procedures'][number];

const REFRESH_MS = 5 * 60_000;
const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0);
const managedOf = ({ outcomes }: Row): Share => shareOf(outcomes[0] ?? 0, sum(outcomes));
const satisfiedOf = ({ scores }: Row): Share => shareOf((scores[3] ?? 0) + (scores[4] ?? 0), sum(scores));

type PhoneAnswersCardProps = { readonly client: CentreClient; readonly scope: Scope };

/**
 * What people said on their phones at the end of a guide. Apart from taps, and said so: whoever opens the page may
 * answer (decision 0021). By how many answered, never by how well.
 */
export function PhoneAnswersCard({ client, scope }: PhoneAnswersCardProps): ReactElement | null {
  const { say } = useWords();
  const { state } = useAsked(client, 'phoneSummary', { query: { from: scope.span.from, to: scope.span.to }, refreshMs: REFRESH_MS });
  // What the rest of the page waits for or lacks is said there.
  if (state.kind !== 'ready') return null;
  const rows = state.value.procedures.toSorted((left, right) => sum([...right.outcomes, ...right.scores]) - sum([...left.outcomes, ...left.scores]));
  const outcomes = (['phoneManaged', 'phoneNeedsHelp', 'phoneNotYet'] as const).map((word, at): Count => ({ id: word, head: say(word), of: (row) => row.outcomes[at] ?? 0 }));
  const faces = SCORES.map((score): Count => ({ id: `score${score}`, head: say(`score${score}`), of: (row) => row.scores[score - 1] ?? 0 }));
  return (
    <Card title={say('phoneTitle')} className="phone-card">
      <p className="page-lead">{say('phoneLead')}</p>
      <PhoneTable title={say('phoneOutcomes')} share={say('phoneManagedShare')} shareOfRow={managedOf} counts={outcomes} rows={rows} />
      <PhoneTable title={say('phoneSatisfied')} share={say('satisfaction')} shareOfRow={satisfiedOf} counts={faces} rows={rows} />
    </Card>
  );
}

type Count = { readonly id: string; readonly head: string; readonly of: (row: Row) => number };
type PhoneTableProps = {
  readonly title: string;
  readonly share: string;
  readonly shareOfRow: (row: Row) => Share;
  readonly counts: readonly Count[];
  readonly rows: readonly Row[];
};

/** One question: the share with its interval, how many answered, and what. */
function PhoneTable({ title, share, shareOfRow, counts, rows }: PhoneTableProps): ReactElement {
  const { say, number, tongue } = useWords();
  const columns: readonly Column<Row>[] = [
    { id: 'procedure', head: say('procedure'), cell: (row) => procedureName(row.procedure, tongue) },
    { id: 'share', head: share, cell: (row) => <RowBand share={shareOfRow(row)} target={null} start={sharedAxisStart(rows.map(shareOfRow), [])} /> },
    ...counts.map(({ id, head, of }): Column<Row> => ({ id, head, align: 'right', sortBy: of, cell: (row) => number(of(row)) })),
    { id: 'all', head: say('phoneAnswers'), align: 'right', sortBy: (row) => sum(counts.map(({ of }) => of(row))), cell: (row) => number(sum(counts.map(({ of }) => of(row)))) },
  ];
  const answered = rows.filter((row) => counts.some(({ of }) => of(row) > 0));
  return (
    <>
      <h3>{title}</h3>
      <DataTable label={title} rows={answered} rowKey={(row) => row.procedure} columns={columns} empty={<p>{say('phoneNone')}</p>} />
    </>
  );
}
