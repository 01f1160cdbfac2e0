import type { StaffUser } from '#contract/staff.ts';
import type { Unit } from '../areas.ts';
import type { Words } from '../i18n/words.ts';

/** The value of the whole centre in a choice of units: no unit has an empty id. */
export const WHOLE_CENTRE = '';

/** The units this person may choose; the whole centre only for whom it is his own. */
export function unitOptions(units: readonly Unit[], user: StaffUser, { say }: Words): readonly { readonly value: string; readonly name: string }[] {
  const own = units.map((unit) => ({ value: unit.id, name: unit.name }));
  return user.unit === null ? [{ value: WHOLE_CENTRE, name: say('wholeCentre') }, ...own] : own;
}

export function unitName(unit: string | null, units: readonly Unit[], { say }: Words): string {
  return unit === null ? say('wholeCentre') : (units.find((each) => each.id === unit)?.name ?? unit);
}
