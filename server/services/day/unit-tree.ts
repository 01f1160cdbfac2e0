import type { Unit } from '../../repositories/service-points.ts';

/** The whole centre, as the last link of every chain of units. */
export const CENTRE = '';

export type UnitTree = {
  /** The unit and its parents, nearest first, then the whole centre. */
  chainOf(this: void, unit: string | null): readonly string[];
  /** Everything below a unit (null: everything), parents before children; the unit itself is not among them. */
  below(this: void, unit: string | null): readonly Unit[];
  find(this: void, id: string): Unit | null;
};

export function unitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const children = new Map<string | null, Unit[]>();
  for (const unit of units) children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit]);
  const chains = new Map<string | null, readonly string[]>([[null, [CENTRE]]]);
  const chainOf = (unit: string | null): readonly string[] => {
    const known = chains.get(unit);
    if (known !== undefined || unit === null) return known ?? [CENTRE];
    const chain = [unit, ...chainOf(byId.get(unit)?.parent ?? null)];
    chains.set(unit, chain);
    return chain;
  };
  const below = (unit: string | null): readonly Unit[] => {
    const found: Unit[] = [];
    let level: readonly Unit[] = children.get(unit) ?? [];
    while (level.length > 0) {
      found.push(...level);
      level = level.flatMap(({ id }) => children.get(id) ?? []);
    }
    return found;
  };
  return { chainOf, below, find: (id) => byId.get(id) ?? null };
}
