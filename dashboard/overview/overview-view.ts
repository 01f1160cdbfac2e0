import type { Overview, PointFigures, UnitFigures } from '#contract/day.ts';
import { COMPARABLE_SAMPLE } from '#domain/satisfaction.ts';
import { shareOfCounts, verdictOf, type Share } from '../day/share-view.ts';

type Common = Omit<PointFigures, 'id' | 'name' | 'unit' | 'kind'>;

/** One line of the overview: a unit with what lies below it, or a service point. */
export type PlaceRow = {
  readonly kind: 'unit' | 'point';
  readonly id: string;
  readonly name: string;
  readonly icon: 'office' | 'touch' | 'post';
  readonly figures: Common;
  /** Without the suspicious taps. */
  readonly share: Share;
  readonly concerns: readonly Concern[];
  readonly children: readonly PlaceRow[];
};

/** Why somebody should look here. */
export type Concern =
  | { readonly kind: 'alerts'; readonly count: number }
  | { readonly kind: 'below'; readonly gap: number }
  | { readonly kind: 'silent'; readonly count: number }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'flagged' };

export type Order = 'attention' | 'name' | 'satisfaction' | 'taps';
export const ORDERS: readonly Order[] = ['attention', 'name', 'satisfaction', 'taps'];

/** Open alerts, a target missed for certain, silent kiosks, taps not here yet, many suspicious taps. */
export function concernsOf(figures: Common): readonly Concern[] {
  const share = shareOfCounts(figures, 'filtered');
  const silent = figures.kiosks - figures.reported;
  const waiting = Math.max(figures.waiting ?? 0, figures.completeness.missing ?? 0);
  return [
    ...(figures.openAlerts > 0 ? [{ kind: 'alerts', count: figures.openAlerts } as const] : []),
    ...(figures.target !== null && share.kind !== 'too-few' && verdictOf(share, figures.target) === 'below' ? [{ kind: 'below', gap: figures.target - share.high } as const] : []),
    ...(silent > 0 ? [{ kind: 'silent', count: silent } as const] : []),
    ...(waiting > 0 ? [{ kind: 'waiting', count: waiting } as const] : []),
    ...(figures.flaggedAlarm ? [{ kind: 'flagged' } as const] : []),
  ];
}

/** How much a place needs somebody; 0: nothing. Alerts weigh most, then kiosks that say nothing, then how clearly a target is missed. */
export function attentionOf(concerns: readonly Concern[]): number {
  return concerns.reduce((sum, concern) => {
    switch (concern.kind) {
      case 'alerts':
        return sum + 100 + concern.count;
      case 'silent':
        return sum + 40 + concern.count;
      case 'below':
        return sum + 20 + Math.min(15, concern.gap * 100);
      case 'flagged':
        return sum + 15;
      case 'waiting':
        return sum + 5;
    }
  }, 0);
}

function rowOf(kind: 'unit' | 'point', figures: UnitFigures | PointFigures, children: readonly PlaceRow[]): PlaceRow {
  const icon = kind === 'unit' ? 'office' : 'kind' in figures && figures.kind === 'post-office' ? 'post' : 'touch';
  return { kind, id: figures.id, name: figures.name, icon, figures, share: shareOfCounts(figures, 'filtered'), concerns: concernsOf(figures), children };
}

/** The rows as a tree under the unit looked at: units first, then the service points of the unit itself. */
export function placeTree({ unit: root, units, servicePoints }: Overview): readonly PlaceRow[] {
  const known = new Set(units.map((unit) => unit.id));
  const isIn = (parent: string | null, place: string | null): boolean => (place !== null && known.has(place) ? place : null) === parent;
  const below = (parent: string | null): readonly PlaceRow[] => [
    ...units.filter((unit) => unit.id !== root && isIn(parent, unit.parent)).map((unit) => rowOf('unit', unit, below(unit.id))),
    ...servicePoints.filter((point) => isIn(parent, point.unit)).map((point) => rowOf('point', point, [])),
  ];
  return below(null);
}

/** Every service point without its unit. */
export function pointRows(overview: Overview): readonly PlaceRow[] {
  return overview.servicePoints.map((point) => rowOf('point', point, []));
}

const byName = (left: PlaceRow, right: PlaceRow): number => left.name.localeCompare(right.name, 'vi', { numeric: true });

/** Satisfaction orders only where everybody has at least 30 taps; the others follow by name, in no rank (E176). */
export function isRankable({ share }: PlaceRow): boolean {
  return share.kind !== 'too-few' && share.n >= COMPARABLE_SAMPLE;
}

export function orderPlaces(rows: readonly PlaceRow[], order: Order): readonly PlaceRow[] {
  const ordered = rows.map((row) => ({ ...row, children: orderPlaces(row.children, order) }));
  switch (order) {
    case 'name':
      return ordered.toSorted(byName);
    case 'taps':
      return ordered.toSorted((left, right) => right.figures.taps - left.figures.taps || byName(left, right));
    case 'attention':
      return ordered.toSorted((left, right) => attentionOf(right.concerns) - attentionOf(left.concerns) || byName(left, right));
    case 'satisfaction': {
      const rate = ({ share }: PlaceRow): number => (share.kind === 'too-few' ? 2 : share.rate);
      const ranked = ordered.filter(isRankable).toSorted((left, right) => rate(left) - rate(right) || byName(left, right));
      return [...ranked, ...ordered.filter((row) => !isRankable(row)).toSorted(byName)];
    }
  }
}

/** The rows that are in sight, each with its depth, while some are folded. */
export function visibleRows(rows: readonly PlaceRow[], folded: ReadonlySet<string>, level = 1): readonly { readonly row: PlaceRow; readonly level: number }[] {
  return rows.flatMap((row) => [{ row, level }, ...(folded.has(row.id) ? [] : visibleRows(row.children, folded, level + 1))]);
}
