import type { Ring } from '#contract/library.ts';

/** Each unit's parent; null for those at the top. */
export type UnitTree = ReadonlyMap<string, string | null>;

/** One word for a ring, to look it up by. */
export function ringKey(ring: Ring): string {
  return ring.kind === 'all' ? 'all' : `${ring.kind}:${ring.id}`;
}

/** A unit and those above it, the narrowest first. A circle in the tree ends where it closes. */
export function unitsUpwards(unit: string | null, tree: UnitTree): readonly string[] {
  const path: string[] = [];
  for (let at = unit; at !== null && !path.includes(at); at = tree.get(at) ?? null) path.push(at);
  return path;
}

/** Keys of the rings of a kiosk, the narrowest first. `device` null: of any kiosk of the unit. */
export function ringsOf(device: string | null, unit: string | null, tree: UnitTree): readonly string[] {
  return [...(device === null ? [] : [`kiosk:${device}`]), ...unitsUpwards(unit, tree).map((id) => `unit:${id}`), 'all'];
}

/** True when every kiosk of `inner` is one of `outer`, and `outer` is the wider one. `unitOfKiosk` is null for a kiosk without a unit. */
export function liesInside(inner: Ring, outer: Ring, tree: UnitTree, unitOfKiosk: (device: string) => string | null): boolean {
  if (ringKey(inner) === ringKey(outer) || inner.kind === 'all' || outer.kind === 'kiosk') return false;
  if (outer.kind === 'all') return true;
  const unit = inner.kind === 'unit' ? inner.id : unitOfKiosk(inner.id);
  return unitsUpwards(unit, tree).includes(outer.id);
}
