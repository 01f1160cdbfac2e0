import { parserOf } from '#contract/parse.ts';
import { ROLES, SignInRequest } from '#contract/staff.ts';
import { parseRole } from '../services/staff-accounts.ts';
import { ACTOR, done, refused, wrong, type Command, type Desk } from './command.ts';

const parseSignIn = parserOf(SignInRequest);

const addUser: Command = {
  name: 'user add',
  summary: 'add a person who may sign in; without --password one is made and shown',
  needed: ['email', 'role'],
  optional: ['password', 'unit'],
  async run(desk, flags) {
    const role = parseRole(flags['role'] ?? '');
    if (role === null) return wrong(`--role is one of ${ROLES.join(', ')}.`);
    const password = flags['password'] ?? desk.makePassword();
    if (!parseSignIn({ email: flags['email'], password }).ok) return wrong('--email is not an e-mail address, or the password is longer than 256 characters.');
    const unit = flags['unit'] ?? null;
    if (!(await isUnit(desk, unit))) return refused(`There is no unit ${unit}: make it with unit add.`);
    const added = await desk.accounts.add({ email: flags['email'] ?? '', role, password, unit }, ACTOR);
    if (!added.ok) return refused(added.error.message);
    const isMade = flags['password'] === undefined;
    return done(isMade ? { ...added.value, password } : added.value, [
      `${added.value.email} may sign in as ${added.value.role}.`,
      ...(isMade ? [`Password: ${password}  (shown once)`] : []),
    ]);
  },
};

const addToken: Command = {
  name: 'token add',
  summary: 'make a read token for another system; shown once',
  needed: ['name'],
  optional: ['unit'],
  async run(desk, flags) {
    const unit = flags['unit'] ?? null;
    if (!(await isUnit(desk, unit))) return refused(`There is no unit ${unit}: make it with unit add.`);
    const token = await desk.accounts.addReadToken(flags['name'] ?? '', unit, ACTOR);
    return done({ token }, [token]);
  },
};

const addUnit: Command = {
  name: 'unit add',
  summary: 'add a unit, below --parent if given',
  needed: ['id', 'name'],
  optional: ['parent'],
  async run(desk, flags) {
    const unit = { id: flags['id'] ?? '', name: flags['name'] ?? '', parent: flags['parent'] ?? null };
    if (!(await desk.repositories.points.addUnit(unit))) return refused(`There is a unit ${unit.id} already, or no unit ${unit.parent ?? ''}.`);
    return done(unit, [`Unit ${unit.id}: ${unit.name}`]);
  },
};

const listUnits: Command = {
  name: 'unit list',
  summary: 'list the units',
  needed: [],
  optional: [],
  async run(desk) {
    const units = await desk.repositories.points.listUnits();
    return done(units, units.map((unit) => `${unit.id}  ${unit.name}${unit.parent === null ? '' : `  below ${unit.parent}`}`));
  },
};

async function isUnit(desk: Desk, unit: string | null): Promise<boolean> {
  return unit === null || (await desk.repositories.points.listUnits()).some((known) => known.id === unit);
}

export const STAFF_COMMANDS: readonly Command[] = [addUser, addToken, addUnit, listUnits];
