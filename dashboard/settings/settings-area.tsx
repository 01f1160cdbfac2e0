import { useState, type ReactElement } from 'react';
import type { TargetRow } from '#contract/day.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps, Unit } from '../areas.ts';
import { PlacePicker } from '../day/scope-toolbar.tsx';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { TargetDialog } from './target-dialog.tsx';

/** The targets that figures are held against: of the whole centre or of a unit, for everything or for a field. */
export function SettingsArea({ client, user, units }: AreaProps): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const unit = address.query.get('unit') ?? user.unit;
  const today = dayOf(useNow(60_000));
  const targets = useAsked(client, 'targets', { query: { day: today, ...(unit === null ? {} : { unit }) } });
  const [editing, setEditing] = useState<{ readonly field: string | null; readonly isNew: boolean } | null>(null);
  const mayChange = user.role === 'admin';
  return (
    <>
      <PageHead title={say('areaSettings')} lead={say('targetsLead')}>
        <PlacePicker scope={{ span: { kind: 'day', from: today, to: today }, unit, servicePoint: null }} points={[]} units={units} onGo={(to) => address.go(withQuery(address, { unit: to.unit }), 'replace')} />
      </PageHead>
      <Asked asked={targets}>
        {(value) => (
          <div className="grid">
            <Card
              title={say('targetsNow')}
              span={7}
              tools={
                mayChange ? (
                  <button type="button" className="secondary" onClick={() => setEditing({ field: '', isNew: true })}>
                    <Icon name="plus" className="icon" />
                    {say('targetAdd')}
                  </button>
                ) : undefined
              }
            >
              <TargetTable targets={value.targets} units={units} onChange={mayChange ? (field) => setEditing({ field, isNew: false }) : null} />
              {mayChange ? null : <p className="hint">{say('targetsReadOnly')}</p>}
            </Card>
            <Card title={say('targetsHistory')} span={5}>
              <History history={value.history} />
            </Card>
            {editing === null ? null : (
              <TargetDialog
                client={client}
                unit={unit}
                unitName={units.find((each) => each.id === unit)?.name ?? say('allUnits')}
                field={editing.field}
                isNew={editing.isNew}
                present={value.targets.find((row) => row.field === editing.field)?.target ?? null}
                today={today}
                onClose={() => setEditing(null)}
                onDone={() => {
                  setEditing(null);
                  targets.again();
                }}
              />
            )}
          </div>
        )}
      </Asked>
    </>
  );
}

function TargetTable({ targets, units, onChange }: { readonly targets: readonly TargetRow[]; readonly units: readonly Unit[]; readonly onChange: ((field: string | null) => void) | null }): ReactElement {
  const { say, wholePercent, day } = useWords();
  const source = (row: TargetRow): string => {
    if (row.source === 'plan') return say('targetFromPlan');
    return row.unit === null ? say('targetFromCentre') : say('targetFromUnit', { unit: units.find((unit) => unit.id === row.unit)?.name ?? row.unit });
  };
  const columns: readonly Column<TargetRow>[] = [
    { id: 'field', head: say('field'), cell: (row) => row.field ?? say('targetOverall') },
    { id: 'target', head: say('targetHead'), align: 'right', cell: (row) => <b>{wholePercent(row.target)}</b> },
    { id: 'from', head: say('targetSince'), cell: (row) => day(row.from) },
    { id: 'source', head: say('targetSource'), cell: source },
    ...(onChange === null
      ? []
      : [
          {
            id: 'change',
            head: say('change'),
            cell: (row: TargetRow) => (
              <button type="button" className="secondary" onClick={() => onChange(row.field)} aria-label={`${say('change')}: ${row.field ?? say('targetOverall')}`}>
                {say('change')}
              </button>
            ),
          },
        ]),
  ];
  return <DataTable label={say('targetsNow')} rows={targets} rowKey={(row) => row.field ?? ''} columns={columns} className="targets" empty={<p>{say('nothingYet')}</p>} />;
}

type SetTargets = readonly { readonly field: string | null; readonly target: number | null; readonly from: string; readonly setAt: number; readonly setBy: string }[];

function History({ history }: { readonly history: SetTargets }): ReactElement {
  const { say, wholePercent, day } = useWords();
  if (history.length === 0) return <p>{say('targetsNoHistory')}</p>;
  return (
    <ol className="target-history">
      {history.map((each) => (
        <li key={`${each.setAt}-${each.field ?? ''}-${each.from}`}>
          <p className="strong">
            {each.field ?? say('targetOverall')}: {each.target === null ? say('targetInherit') : wholePercent(each.target)}
          </p>
          <p className="hint">{say('targetHistoryLine', { from: day(each.from), by: each.setBy, at: day(dayOf(each.setAt)) })}</p>
        </li>
      ))}
    </ol>
  );
}
