import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLedger } from '../services/ledger/check-ledger.ts';
import { done, refused, type Command } from './command.ts';
import { PRUNE } from './prune-command.ts';

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

const backup: Command = {
  name: 'backup',
  summary: 'write a whole copy of the database into a new file, or into a folder, while the centre runs',
  needed: ['to'],
  optional: [],
  async run(desk, flags) {
    const to = resolve(flags['to'] ?? '');
    const name = `mot-cham-${new Date(desk.now()).toISOString().replaceAll(/[:.-]/g, '')}.backup`;
    const outcome = await desk.repositories.care.backUp(isFolder(to) ? join(to, name) : to);
    if (!outcome.ok) return refused(outcome.why);
    const alsoCopy = desk.alsoBackUp.map((folder) => resolve(folder)).filter(isFolder);
    return done({ ...outcome.backup, alsoCopy }, [
      `Wrote ${outcome.backup.file} (${outcome.backup.bytes} bytes) and looked it through.`,
      'It holds the key that signs content, and everything that people said: keep it where only you can read it.',
      ...alsoCopy.map((folder) => `Copy this folder too, with any program: ${folder}`),
    ]);
  },
};

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

const copy: Command = {
  name: 'db copy',
  summary: 'copy a centre from its SQLite file into the empty PostgreSQL database of DATABASE_URL',
  needed: ['from'],
  optional: [],
  async run(desk, flags) {
    const outcome = await desk.repositories.care.copyFrom(resolve(flags['from'] ?? ''));
    if (!outcome.ok) return refused(outcome.why);
    const { tables, rows } = outcome;
    return done({ tables, rows }, [`Copied ${rows} rows of ${tables} tables. Run db check, then start the servers with this DATABASE_URL.`]);
  },
};

export const DATABASE_COMMANDS: readonly Command[] = [migrate, check, PRUNE, backup, copy];
