import type { AddUnitRequest, ChangeUnitRequest, UnitList } from '#contract/fleet.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Unit } from '../repositories/service-points.ts';
import type { Actor } from './actor.ts';

export type Units = {
  /** Those that this person may see. */
  list(actor: Actor): Promise<UnitList>;
  add(unit: AddUnitRequest, actor: Actor): Promise<Result<null, 'UNIT_EXISTS' | 'UNIT_UNKNOWN' | 'STAFF_NOT_ALLOWED'>>;
  /** What is left out stays. A unit moves with everything below it; nobody moves their own unit. */
  change(id: string, change: ChangeUnitRequest, actor: Actor): Promise<Result<null, 'UNIT_UNKNOWN' | 'UNIT_LOOP' | 'STAFF_NOT_ALLOWED'>>;
};

type Ports = { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'audit'> };

export function units({ clock, repositories }: Ports): Units {
  const { points, audit } = repositories;
  const exists = async (id: string): Promise<boolean> => (await points.listUnits()).some((unit) => unit.id === id);
  return {
    async list(actor) {
      return { units: [...unitsBelow(await points.listUnits(), actor.unit)] };
    },
    async add({ id, name, parent = null }, actor) {
      if (!(await points.unitLiesBelow(parent, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'The unit above is not one of yours.');
      if (parent !== null && !(await exists(parent))) return failure('UNIT_UNKNOWN', `There is no unit ${parent}.`);
      const unit = { id, name: name.normalize('NFC'), parent };
      if (!(await points.addUnit(unit))) return failure('UNIT_EXISTS', `There is a unit ${id} already.`);
      await audit.add({ at: clock.now(), actor: actor.id, action: 'add unit', subject: id, detail: unit, unit: id });
      return success(null);
    },
    async change(id, change, actor) {
      const allowed = await mayChange(id, change, actor);
      if (!allowed.ok) return allowed;
      if (change.parent !== undefined) {
        const moved = await points.moveUnit(id, change.parent);
        if (moved === 'unknown') return failure('UNIT_UNKNOWN', `There is no unit ${change.parent ?? id}.`);
        if (moved === 'loop') return failure('UNIT_LOOP', 'A unit cannot lie below itself.');
      }
      if (change.name !== undefined) await points.renameUnit(id, change.name.normalize('NFC'));
      await audit.add({ at: clock.now(), actor: actor.id, action: 'change unit', subject: id, detail: { ...change }, unit: id });
      return success(null);
    },
  };

  async function mayChange(id: string, { parent }: ChangeUnitRequest, actor: Actor): Promise<Result<null, 'UNIT_UNKNOWN' | 'STAFF_NOT_ALLOWED'>> {
    if (!(await exists(id))) return failure('UNIT_UNKNOWN', `There is no unit ${id}.`);
    if (!(await points.unitLiesBelow(id, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This unit is not one of yours.');
    if (parent === undefined) return success(null);
    // Who moved their own unit could give themselves, or lose, what lies beside it.
    if (id === actor.unit || !(await points.unitLiesBelow(parent, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'A unit moves only within what you see.');
    return success(null);
  }
}

/** A unit with all that lies below it; all for null. */
export function unitsBelow(all: readonly Unit[], top: string | null): readonly Unit[] {
  if (top === null) return all;
  const seen = new Set([top]);
  // Each round finds at least one more level; a tree of n units has at most n.
  for (let before = 0; before !== seen.size; ) {
    before = seen.size;
    for (const unit of all) if (unit.parent !== null && seen.has(unit.parent)) seen.add(unit.id);
  }
  return all.filter(({ id }) => seen.has(id));
}
