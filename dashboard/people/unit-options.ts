import type { StaffUser } from '#contract/staff.ts';
import type { Unit } from '../areas.ts';
import type { Words } from '../i18n/words.ts';
import { textOf } from '../ui/field.tsx';

/** The value of the whole centre in a choice of units: no unit has such an id. */
export const WHOLE_CENTRE = '*';

/** The chosen unit of a form; null: the whole centre. */
export function unitOf(data: FormData): string | null {
  const unit = textOf(data, 'unit');
  return unit === WHOLE_CENTRE ? null : unit;
}

/** The units this person may choose; the whole centre only for whom it is his own. */
export function unitOptions(units: readonly Unit[], user: StaffUser, { say }: Words): readonly { readonly value: string; readonly name: string }[] {
  const own = units.map((unit) => ({ value: unit.id, name: unit.name }));
  return user.unit === null ? [{ value: WHOLE_CENTRE, name: say('wholeCentre') }, ...own] : own;
}

export function unitName(unit: string | null, units: readonly Unit[], { say }: Words): string {
  return unit === null ? say('wholeCentre') : (units.find((each) => each.id === unit)?.name ?? unit);
}
