import { useId, type ReactElement, type ReactNode } from 'react';
import { addDays, type CalendarDay } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import type { ServicePoints, Unit } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { treeOf, type TreeNode } from '../ui/tree.tsx';
import { DayPicker } from './day-picker.tsx';
import type { Scope } from './scope.ts';
import { spanWords } from './span-words.ts';
import { moveSpan, SPAN_KINDS, spanAround, type Span, type SpanKind } from './span.ts';

type ScopeToolbarProps = {
  readonly scope: Scope;
  readonly today: CalendarDay;
  readonly onGo: (scope: Scope) => void;
  readonly points: ServicePoints;
  readonly units: readonly Unit[];
  /** Left out: the page chooses service points another way. */
  readonly withPoints?: boolean;
  readonly kinds?: readonly SpanKind[];
  readonly children?: ReactNode;
};

const KIND_WORDS = { day: 'spanKindDay', week: 'spanKindWeek', month: 'spanKindMonth', quarter: 'spanKindQuarter', range: 'spanKindRange' } as const;

/** Which span, and of what: the same row of tools on every page that shows figures. */
export function ScopeToolbar({ scope, today, onGo, points, units, withPoints = true, kinds = SPAN_KINDS, children }: ScopeToolbarProps): ReactElement {
  const { say } = useWords();
  const { span } = scope;
  const go = (to: Span): void => onGo({ ...scope, span: to });
  const choose = (kind: SpanKind): void => go(kind === 'range' ? { kind, from: span.kind === 'day' ? addDays(span.to, -6) : span.from, to: span.to } : spanAround(kind, span.to < today ? span.to : today, today));
  return (
    <div className="scope-tools tools">
      <div className="joined" role="group" aria-label={say('spanKinds')}>
        {kinds.map((kind) => (
          <button key={kind} type="button" className="secondary kind" aria-pressed={kind === span.kind} onClick={() => choose(kind)}>
            {say(KIND_WORDS[kind])}
          </button>
        ))}
      </div>
      <div className="joined">
        <button type="button" className="secondary" onClick={() => go(moveSpan(span, -1, today))}>
          <Icon name="back" className="icon" />
          <span className="visually-hidden">{say(span.kind === 'day' ? 'dayBefore' : 'spanBefore')}</span>
        </button>
        <Picker span={span} today={today} onPick={go} />
        <button type="button" className="secondary" disabled={span.to >= today} onClick={() => go(moveSpan(span, 1, today))}>
          <Icon name="forward" className="icon" />
          <span className="visually-hidden">{say(span.kind === 'day' ? 'dayAfter' : 'spanAfter')}</span>
        </button>
      </div>
      {withPoints || units.length > 0 ? <PlacePicker scope={scope} points={withPoints ? points : []} units={units} onGo={onGo} /> : null}
      {children}
    </div>
  );
}

function Picker({ span, today, onPick }: { readonly span: Span; readonly today: CalendarDay; readonly onPick: (span: Span) => void }): ReactElement {
  const words = useWords();
  const text = span.kind === 'day' || span.kind === 'range' ? {} : { text: spanWords(span, today, words) };
  if (span.kind !== 'range') return <DayPicker {...text} day={span.to < today ? span.from : span.to} today={today} onPick={(day) => onPick(spanAround(span.kind === 'range' ? 'day' : span.kind, day, today))} />;
  return (
    <>
      <DayPicker day={span.from} today={span.to} onPick={(from) => onPick({ kind: 'range', from, to: from > span.to ? from : span.to })} word="spanFrom" />
      <DayPicker day={span.to} today={today} onPick={(to) => onPick({ kind: 'range', from: to < span.from ? to : span.from, to })} word="spanTo" />
    </>
  );
}

/** Units by their place in the tree, then service points. A native list: it is searched by typing and read by every reader. */
export function PlacePicker({ scope, points, units, onGo }: Pick<ScopeToolbarProps, 'scope' | 'points' | 'units' | 'onGo'>): ReactElement {
  const { say } = useWords();
  const id = useId();
  const value = scope.servicePoint !== null ? `point:${scope.servicePoint}` : scope.unit !== null ? `unit:${scope.unit}` : '';
  const choose = (text: string): void => {
    const [kind, ...rest] = text.split(':');
    const place = rest.join(':');
    onGo({ ...scope, servicePoint: kind === 'point' ? place : null, unit: kind === 'unit' ? place : null });
  };
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {say(points.length === 0 ? 'unit' : 'placePick')}
      </label>
      <select id={id} className="place-picker" value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{say(points.length === 0 ? 'allUnits' : 'allServicePoints')}</option>
        {units.length === 0 ? null : <optgroup label={say('unit')}>{unitOptions(treeOf(units), 0)}</optgroup>}
        {points.length === 0 ? null : (
          <optgroup label={say('servicePoint')}>
            {points.map((point) => (
              <option key={point.id} value={`point:${point.id}`}>
                {point.name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </>
  );
}

function unitOptions(nodes: readonly TreeNode[], level: number): readonly ReactElement[] {
  return nodes.flatMap((node) => [
    <option key={node.id} value={`unit:${node.id}`}>
      {'\u2003'.repeat(level)}
      {node.name}
    </option>,
    ...unitOptions(node.children, level + 1),
  ]);
}
