import { checkLedger } from '../services/ledger/check-ledger.ts';
import { done, refused, type Command } from './command.ts';

const migrate: Command = {
  name: 'db migrate',
  summary: 'bring the database to this version; every start does it too',
  needed: [],
  optional: [],
  // Opening the database ran them.
  run: async (desk) => done({ migrated: desk.migrated }, desk.migrated.length === 0 ? ['Nothing to do.'] : desk.migrated.map((name) => `Ran ${name}`)),
};

const check: Command = {
  name: 'db check',
  summary: 'check the file, the marks, and every rollup against the raw entries',
  needed: [],
  optional: [],
  async run(desk) {
    const findings = [...(await desk.repositories.care.check()), ...(await checkLedger(desk.repositories.ledger))];
    if (findings.length === 0) return done({ ok: true, findings }, ['All is well.']);
    return refused(findings.map(({ check: name, detail }) => `${name}: ${detail}`).join('\n'), { ok: false, findings });
  },
};

export const DATABASE_COMMANDS: readonly Command[] = [migrate, check];
