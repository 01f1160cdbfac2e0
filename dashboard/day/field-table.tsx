import type { ReactElement } from 'react';
import type { FieldSummary } from '#contract/day.ts';
import { RowBand, sharedAxisStart } from '../charts/row-band.tsx';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { shareOfCounts, verdictOf } from './share-view.ts';

type Field = FieldSummary['fields'][number];

const VERDICTS = { above: 'fieldAbove', below: 'fieldBelow', open: 'fieldOpen' } as const;

/** Each field against its own target. By name: no rank is made of counts that may be small. */
export function FieldTable({ fields }: { readonly fields: readonly Field[] }): ReactElement {
  const { say, number, wholePercent } = useWords();
  const rows = fields.toSorted((left, right) => Number(left.field === null) - Number(right.field === null) || (left.field ?? '').localeCompare(right.field ?? '', 'vi'));
  const start = sharedAxisStart(rows.map((row) => shareOfCounts(row, 'filtered')), rows.map((row) => row.target));
  const verdict = (row: Field): string => {
    const found = row.target === null ? null : verdictOf(shareOfCounts(row, 'filtered'), row.target);
    return found === null ? '–' : say(VERDICTS[found]);
  };
  const columns: readonly Column<Field>[] = [
    { id: 'field', head: say('field'), cell: (row) => row.field ?? say('fieldNone') },
    { id: 'share', head: say('satisfaction'), cell: (row) => <RowBand share={shareOfCounts(row, 'filtered')} target={row.target} start={start} /> },
    { id: 'taps', head: say('overviewTaps'), align: 'right', cell: (row) => number(row.taps) },
    { id: 'target', head: say('targetHead'), align: 'right', cell: (row) => (row.target === null ? '–' : wholePercent(row.target)) },
    { id: 'verdict', head: say('verdictHead'), cell: verdict },
    { id: 'opened', head: say('opened'), align: 'right', cell: (row) => number(row.opened) },
    { id: 'handoffs', head: say('handoffs'), align: 'right', cell: (row) => number(row.handoffs) },
  ];
  return (
    <Card title={say('byField')} className="fields-card">
      <DataTable label={say('byField')} rows={rows} rowKey={(row) => row.field ?? ''} columns={columns} className="fields" empty={<p>{say('nothingYet')}</p>} />
    </Card>
  );
}
