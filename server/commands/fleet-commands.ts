import { AddUnitRequest, ChangePointRequest, ChangeUnitRequest } from '#contract/fleet.ts';
import { parserOf } from '#contract/parse.ts';
import { ACTOR, done, refused, wrong, type Command, type Flags } from './command.ts';

const parseAddUnit = parserOf(AddUnitRequest);
const parseChangeUnit = parserOf(ChangeUnitRequest);
const parseChangePoint = parserOf(ChangePointRequest);
/** Written where nothing shall stand. */
const NONE = 'none';

const addUnit: Command = {
  name: 'unit add',
  summary: 'add a unit, below --parent if given',
  needed: ['id', 'name'],
  optional: ['parent'],
  async run(desk, flags) {
    const unit = parseAddUnit(flags);
    if (!unit.ok) return wrong(`${unit.error.message} (an id has small letters, digits and hyphens).`);
    const added = await desk.units.add(unit.value, ACTOR);
    if (!added.ok) return refused(added.error.message);
    const { id, name, parent = null } = unit.value;
    return done({ id, name, parent }, [`Unit ${id}: ${name}`]);
  },
};

const listUnits: Command = {
  name: 'unit list',
  summary: 'list the units',
  needed: [],
  optional: [],
  async run(desk) {
    const { units } = await desk.units.list(ACTOR);
    return done(units, units.map((unit) => `${unit.id}  ${unit.name}${unit.parent === null ? '' : `  below ${unit.parent}`}`));
  },
};

const changeUnit: Command = {
  name: 'unit change',
  summary: `give a unit another name, or another unit above it (--parent ${NONE}: none)`,
  needed: ['id'],
  optional: ['name', 'parent'],
  async run(desk, flags) {
    const change = parseChangeUnit(changeOf(flags, ['name', 'parent']));
    if (!change.ok) return wrong(change.error.message);
    const changed = await desk.units.change(flags['id'] ?? '', change.value, ACTOR);
    return changed.ok ? done({ id: flags['id'], ...change.value }, [`Unit ${flags['id'] ?? ''} is changed.`]) : refused(changed.error.message);
  },
};

const changePoint: Command = {
  name: 'point change',
  summary: `change a service point; --hours is JSON, seven lists of {"from","until"}, Monday first, or ${NONE}; --closed is yes or no`,
  needed: ['id'],
  optional: ['name', 'kind', 'unit', 'timezone', 'hours', 'closed'],
  async run(desk, flags) {
    const { hours, closed } = flags;
    if (closed !== undefined && closed !== 'yes' && closed !== 'no') return wrong('--closed is yes or no.');
    const parsedHours = hours === undefined || hours === NONE ? null : parseJson(hours);
    if (parsedHours === undefined) return wrong('--hours is no JSON.');
    const change = parseChangePoint({
      ...changeOf(flags, ['name', 'kind', 'unit', 'timezone']),
      ...(hours === undefined ? {} : { hours: parsedHours }),
      ...(closed === undefined ? {} : { closed: closed === 'yes' }),
    });
    if (!change.ok) return wrong(change.error.message);
    const changed = await desk.servicePoints.change(flags['id'] ?? '', change.value, ACTOR);
    return changed.ok ? done({ id: flags['id'], ...change.value }, [`Service point ${flags['id'] ?? ''} is changed.`]) : refused(changed.error.message);
  },
};

/** The flags that were given, with nothing where it says so. */
function changeOf(flags: Flags, names: readonly string[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name] === NONE ? null : flags[name]] as const])));
}

/** Undefined for what is no JSON: the schema then says so. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const FLEET_COMMANDS: readonly Command[] = [addUnit, listUnits, changeUnit, changePoint];
