import { useState, type ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import type { AreaProps, ServicePoints, Unit } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Link } from '../shell/link.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { Tree, treeOf } from '../ui/tree.tsx';
import { AddPointDialog, ClosePointDialog, PointDialog } from './point-dialogs.tsx';
import { UnitDialog } from './unit-dialog.tsx';

type Point = ServicePoints[number];
type Open =
  | { readonly kind: 'add-unit' }
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'add-point' }
  | { readonly kind: 'point'; readonly point: Point }
  | { readonly kind: 'close'; readonly point: Point };

/** The tree of units and the service points in it: who sees what, and when a place is open. */
export function StructurePage(props: AreaProps): ReactElement {
  const { say } = useWords();
  const { points, units } = props;
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <p className="crumb">
        <Link to="/fleet" className="back">
          <Icon name="back" className="icon" />
          {say('fleetBack')}
        </Link>
      </p>
      <PageHead title={say('structureTitle')} lead={say('structureLead')} />
      <div className="grid">
        <Card title={say('units')} span={4} tools={<AddButton name={say('unitAdd')} onClick={() => setOpen({ kind: 'add-unit' })} />}>
          {units.length === 0 ? <p>{say('unitsNone')}</p> : null}
          <Tree label={say('units')} nodes={treeOf(units)} row={(node) => <UnitRow unit={units.find(({ id }) => id === node.id)} points={points} onOpen={(unit) => setOpen({ kind: 'unit', unit })} />} />
        </Card>
        <Card title={say('pointsTitle')} span={8} tools={<AddButton name={say('addPoint')} onClick={() => setOpen({ kind: 'add-point' })} />}>
          <PointTable points={points} units={units} onOpen={setOpen} />
        </Card>
      </div>
      <Dialogs {...props} open={open} onClose={() => setOpen(null)} />
    </>
  );
}

function Dialogs({ client, units, open, onClose, onPlacesChanged }: AreaProps & { readonly open: Open | null; readonly onClose: () => void }): ReactElement | null {
  if (open === null) return null;
  const onSaved = (): void => {
    onClose();
    onPlacesChanged();
  };
  const shared = { client, units, onClose, onSaved };
  if (open.kind === 'add-unit') return <UnitDialog {...shared} unit={null} />;
  if (open.kind === 'unit') return <UnitDialog {...shared} unit={open.unit} />;
  if (open.kind === 'add-point') return <AddPointDialog {...shared} />;
  if (open.kind === 'point') return <PointDialog {...shared} point={open.point} />;
  return <ClosePointDialog {...shared} point={open.point} />;
}

function AddButton({ name, onClick }: { readonly name: string; readonly onClick: () => void }): ReactElement {
  return (
    <button type="button" className="secondary" onClick={onClick}>
      <Icon name="plus" className="icon" />
      {name}
    </button>
  );
}

function UnitRow({ unit, points, onOpen }: { readonly unit: Unit | undefined; readonly points: ServicePoints; readonly onOpen: (unit: Unit) => void }): ReactElement | null {
  const { say, number } = useWords();
  if (unit === undefined) return null;
  return (
    <span className="unit-row">
      <button type="button" className="plain" onClick={() => onOpen(unit)} aria-label={say('unitChange', { name: unit.name })}>
        {unit.name}
      </button>
      <span className="hint">{say('unitPoints', { count: number(points.filter((point) => point.unit === unit.id).length) })}</span>
    </span>
  );
}

type PointTableProps = { readonly points: ServicePoints; readonly units: readonly Unit[]; readonly onOpen: (open: Open) => void };

function PointTable({ points, units, onOpen }: PointTableProps): ReactElement {
  const { say } = useWords();
  return (
    <DataTable
      label={say('pointsTitle')}
      rows={points}
      rowKey={({ id }) => id}
      empty={<Empty icon="office" title={say('noPointsTitle')}>{say('noPointsLead')}</Empty>}
      columns={[
        {
          id: 'name',
          head: say('pointName'),
          sortBy: ({ name }) => name,
          cell: ({ id, name, closedAt }) => (
            <span className="kiosk-name">
              {name}
              <span className="hint">{id}</span>
              {closedAt === null ? null : <StatusMark status="off">{say('pointClosed')}</StatusMark>}
            </span>
          ),
        },
        { id: 'kind', head: say('pointKind'), sortBy: ({ kind }) => kind, cell: ({ kind }) => say(kind === 'post-office' ? 'kindPostOffice' : 'kindOneStop') },
        { id: 'unit', head: say('unit'), cell: ({ unit }) => units.find(({ id }) => id === unit)?.name ?? say('none') },
        { id: 'hours', head: say('pointHours'), cell: ({ hours }) => <span className="nowrap">{say(hours === null ? 'pointHoursUnknown' : 'pointHoursSaid')}</span> },
        { id: 'change', head: say('change'), cell: (point) => <PointButtons point={point} onOpen={onOpen} /> },
      ]}
    />
  );
}

function PointButtons({ point, onOpen }: { readonly point: Point; readonly onOpen: (open: Open) => void }): ReactElement {
  const { say } = useWords();
  return (
    <span className="row-buttons">
      <button type="button" className="secondary" aria-label={say('pointChange', { name: point.name })} onClick={() => onOpen({ kind: 'point', point })}>
        {say('change')}
      </button>
      <button type="button" className="secondary" aria-label={`${say(point.closedAt === null ? 'pointClose' : 'pointOpenAgain')}: ${point.name}`} onClick={() => onOpen({ kind: 'close', point })}>
        {say(point.closedAt === null ? 'pointClose' : 'pointOpenAgain')}
      </button>
    </span>
  );
}
