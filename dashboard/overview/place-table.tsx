import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Overview } from '#contract/day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { RowBand, sharedAxisStart } from '../charts/row-band.tsx';
import { TrendMark } from '../charts/trend-mark.tsx';
import { scopeAddress, type Scope } from '../day/scope.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { ConcernMarks } from './concern-marks.tsx';
import { ORDERS, orderPlaces, placeTree, pointRows, visibleRows, type Order, type PlaceRow } from './overview-view.ts';

type PlaceTableProps = { readonly overview: Overview; readonly scope: Scope; readonly today: string };

const ORDER_WORDS = { attention: 'orderAttention', name: 'orderName', satisfaction: 'orderSatisfaction', taps: 'orderTaps' } as const;

/** Units and service points as one table; the order and whether it is a tree stand in the address. */
export function PlaceTable({ overview, scope, today }: PlaceTableProps): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const order: Order = ORDERS.find((each) => each === address.query.get('order')) ?? 'attention';
  const flat = address.query.get('list') === 'points' || overview.units.length === 0;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => orderPlaces(flat ? pointRows(overview) : placeTree(overview), order), [overview, flat, order]);
  const set = (key: string, value: string | null): void => address.go(withQuery(address, { [key]: value }), 'replace');
  const fold = (id: string, on: boolean): void => setFolded((before) => (on ? new Set([...before, id]) : new Set([...before].filter((each) => each !== id))));
  const tools = (
    <>
      {overview.units.length === 0 ? null : (
        <div className="joined" role="group" aria-label={say('overviewShape')}>
          <button type="button" className="secondary kind" aria-pressed={!flat} onClick={() => set('list', null)}>
            {say('overviewTree')}
          </button>
          <button type="button" className="secondary kind" aria-pressed={flat} onClick={() => set('list', 'points')}>
            {say('overviewFlat')}
          </button>
        </div>
      )}
      <label className="order">
        <span>{say('overviewOrder')}</span>
        <select value={order} onChange={(event) => set('order', event.target.value === 'attention' ? null : event.target.value)}>
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {say(ORDER_WORDS[each])}
            </option>
          ))}
        </select>
      </label>
    </>
  );
  return (
    <Card title={say(flat ? 'servicePoint' : 'overviewPlaces')} className="places-card" tools={tools}>
      {rows.length === 0 ? <Empty icon="office" title={say('noPointsTitle')} /> : <Rows rows={visibleRows(rows, folded)} folded={folded} onFold={fold} scope={scope} today={today} />}
      {order === 'satisfaction' ? <p className="hint">{say('orderSatisfactionNote')}</p> : null}
    </Card>
  );
}

type RowsProps = { readonly rows: ReturnType<typeof visibleRows>; readonly folded: ReadonlySet<string>; readonly onFold: (id: string, on: boolean) => void; readonly scope: Scope; readonly today: string };

function Rows({ rows, folded, onFold, scope, today }: RowsProps): ReactElement {
  const { say, wholePercent } = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const start = sharedAxisStart(rows.map(({ row }) => row.share), rows.map(({ row }) => row.figures.target));
  /** Up and down move between the names of rows; left and right fold and unfold, as in every tree. */
  const move = (event: KeyboardEvent): void => {
    const names = [...(body.current?.querySelectorAll<HTMLElement>('.place-name') ?? [])];
    const at = names.findIndex((name) => name === document.activeElement);
    const here = rows[at];
    if (here === undefined) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') names[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    else if (here.row.children.length > 0 && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) onFold(here.row.id, event.key === 'ArrowLeft');
    else return;
    event.preventDefault();
  };
  return (
    <div className="scroll">
      <table className="lines places">
        <caption className="visually-hidden">{say('overviewCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('overviewPlace')}</th>
            <th scope="col" className="share-head">
              {say('satisfaction')}
              <span className="axis" aria-hidden="true">
                <span>{wholePercent(start)}</span>
                <span className="axis-target">{say('overviewDashed')}</span>
                <span>{wholePercent(1)}</span>
              </span>
            </th>
            <th scope="col" className="right">
              {say('overviewTaps')}
              <span className="head-hint">{say('overviewResponse')}</span>
            </th>
            <th scope="col">{say('trendTitle')}</th>
            <th scope="col">{say('overviewKiosks')}</th>
            <th scope="col">{say('overviewAttention')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={move}>
          {rows.map(({ row, level }) => (
            <Row key={`${row.kind}-${row.id}`} row={row} level={level} start={start} isFolded={folded.has(row.id)} onFold={onFold} to={placeAddress(row, scope, today)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A unit leads to its own overview, a service point to its day. */
function placeAddress(row: PlaceRow, scope: Scope, today: string): string {
  return row.kind === 'unit' ? scopeAddress('/overview', { ...scope, unit: row.id }, today) : scopeAddress('/day', { span: scope.span, unit: null, servicePoint: row.id }, today);
}

type RowProps = { readonly row: PlaceRow; readonly level: number; readonly start: number; readonly isFolded: boolean; readonly onFold: (id: string, on: boolean) => void; readonly to: string };

function Row({ row, level, start, isFolded, onFold, to }: RowProps): ReactElement {
  const { say, number, percent } = useWords();
  const { figures } = row;
  return (
    <tr className={`place place-${row.kind} level-${Math.min(level, 6)}`}>
      <th scope="row">
        <span className="place-cell">
          {row.children.length > 0 ? (
            <button type="button" className="twist" aria-expanded={!isFolded} aria-label={say(isFolded ? 'expandNamed' : 'collapseNamed', { name: row.name })} onClick={() => onFold(row.id, !isFolded)}>
              <Icon name={isFolded ? 'forward' : 'down'} className="icon" />
            </button>
          ) : null}
          <Link to={to} className="place-name">
            <Icon name={row.icon} className="icon" />
            <span>{row.name}</span>
          </Link>
        </span>
      </th>
      <td data-label={say('satisfaction')} className="share-cell">
        <RowBand share={row.share} target={figures.target} start={start} />
      </td>
      <td data-label={say('overviewTapsAndResponse')} className="right">
        <b>{number(figures.taps)}</b>
        <span className="cell-hint">{figures.responseRate === null ? '–' : percent(figures.responseRate)}</span>
      </td>
      <td data-label={say('trendTitle')}>
        <TrendMark trend={figures.trend} />
      </td>
      <td data-label={say('overviewKiosks')} className="kiosk-cell">
        {figures.kiosks === 0 ? <span className="hint">{say('overviewNoKiosk')}</span> : say('overviewKioskCount', { reported: number(figures.reported), kiosks: number(figures.kiosks) })}
      </td>
      <td data-label={say('overviewAttention')}>
        <ConcernMarks concerns={row.concerns} />
      </td>
    </tr>
  );
}
