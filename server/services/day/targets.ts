import type { SetTargetRequest, Targets } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { dayOf, isCalendarDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { PLAN_TARGETS, targetGroupOf, targetOn, type TargetInForce } from '#domain/target.ts';
import type { Clock } from '../../ports.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { TargetRow } from '../../repositories/targets.ts';
import type { Actor } from '../actor.ts';
import { CENTRE, unitTree } from './unit-tree.ts';

/** Fields whose targets the plan names itself, by the names that the official reports use. */
const PLAN_FIELDS = ['Đất đai', 'Hoạt động xây dựng', 'Đầu tư'];

type TargetPorts = { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'targets' | 'audit' | 'staff'> };
type Asked = { readonly unit?: string | undefined; readonly day?: string | undefined };

export type TargetService = {
  /** What holds for a unit (the person's own, if left out) on a day (today). */
  get(this: void, staff: Actor, asked: Asked): Promise<Result<Targets, ErrorCode>>;
  set(this: void, staff: Actor, request: SetTargetRequest): Promise<Result<Targets, ErrorCode>>;
};

export function targetService({ clock, repositories }: TargetPorts): TargetService {
  const { points, targets, audit, staff: people } = repositories;
  const get: TargetService['get'] = async (staff, asked) => {
    const unit = asked.unit ?? staff.unit;
    const day = asked.day ?? dayOf(clock.now());
    if (!isCalendarDay(day)) return failure('REQUEST_INVALID', 'day is a day, such as 2026-11-23.');
    if (!(await points.unitLiesBelow(unit, staff.unit))) return failure('STAFF_NOT_ALLOWED', `The unit ${unit} is not one of yours.`);
    const chain = unitTree(await points.listUnits()).chainOf(unit);
    const built = buildTargets(await targets.list(chain), chain, unit, day);
    const names = new Map<string, string>();
    for (const id of new Set(built.history.map(({ setBy }) => setBy))) {
      const person = await people.findById(id);
      if (person !== null) names.set(id, person.name === '' ? (person.email ?? id) : person.name);
    }
    return success({ ...built, history: built.history.map((each) => ({ ...each, setBy: names.get(each.setBy) ?? each.setBy })) });
  };
  return {
    get,
    async set(staff, request) {
      const { unit, field, target, from } = request;
      if (!isCalendarDay(from)) return failure('REQUEST_INVALID', 'from is a day, such as 2026-11-23.', { path: '/from' });
      if (!(await points.unitLiesBelow(unit, staff.unit))) return failure('STAFF_NOT_ALLOWED', `The unit ${unit} is not one of yours.`);
      if (unit !== null && unitTree(await points.listUnits()).find(unit) === null) return failure('REQUEST_INVALID', `There is no unit ${unit}.`, { path: '/unit' });
      const named = field?.normalize('NFC').trim() ?? '';
      await targets.set({ unit: unit ?? CENTRE, field: named, target, from, setAt: clock.now(), setBy: staff.id });
      await audit.add({ at: clock.now(), actor: staff.id, action: 'set target', subject: unit ?? 'centre', detail: { field: named === '' ? null : named, target, from } });
      return get(staff, { ...(unit === null ? {} : { unit }), day: from });
    },
  };
}

function buildTargets(rows: readonly TargetRow[], chain: readonly string[], unit: string | null, day: string): Targets {
  const fields = [...new Set([...PLAN_FIELDS, ...rows.map(({ field }) => field).filter((field) => field !== '')])].sort((left, right) => left.localeCompare(right, 'vi'));
  const own = rows.filter((row) => row.unit === (unit ?? CENTRE)).toSorted((left, right) => right.from.localeCompare(left.from) || left.field.localeCompare(right.field, 'vi'));
  return {
    unit,
    day,
    targets: ['', ...fields].flatMap((field) => {
      const found = targetOn(rows, chain, field, day);
      return field === '' || isOfItsOwn(found, field) ? [targetRow(found, field)] : [];
    }),
    history: own.map(({ field, target, from, setAt, setBy }) => ({ field: field === '' ? null : field, target, from, setAt, setBy })),
  };
}

/** A field whose own target was taken away again has what holds for everything. */
function isOfItsOwn({ setting }: TargetInForce, field: string): boolean {
  return setting === null ? targetGroupOf(field) !== null : setting.field !== '';
}

/** The plan is of 21/4/2025. */
const PLAN_DAY = '2025-04-21';

function targetRow({ target, setting }: TargetInForce, field: string): Targets['targets'][number] {
  const named = field === '' ? null : field;
  if (setting === null) return { field: named, target: field === '' ? PLAN_TARGETS.overall : target, from: PLAN_DAY, unit: null, source: 'plan' };
  return { field: named, target, from: setting.from, unit: setting.unit === CENTRE ? null : setting.unit, source: 'set' };
}
