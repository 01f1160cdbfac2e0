import { argon2Passwords } from './adapters/argon2-passwords.ts';
import { loadContentKey } from './adapters/content-key.ts';
import { findDataProblem } from './adapters/data-folder.ts';
import { nodeRandom, nodeSecrets } from './adapters/node-secrets.ts';
import { openRepositories } from './adapters/open-repositories.ts';
import { systemClock } from './adapters/system-clock.ts';
import { refused, type Desk, type Outcome } from './commands/command.ts';
import { DATABASE_COMMANDS } from './commands/database-commands.ts';
import { FLEET_COMMANDS } from './commands/fleet-commands.ts';
import { KIOSK_COMMANDS } from './commands/kiosk-commands.ts';
import { LIBRARY_COMMANDS } from './commands/library-commands.ts';
import { parseCall, usageOf } from './commands/parse-call.ts';
import { STAFF_COMMANDS } from './commands/staff-commands.ts';
import { parseConfig, type Config } from './config.ts';
import { enrolment } from './services/enrolment.ts';
import { kioskCommands } from './services/fleet/kiosk-commands.ts';
import { kiosks } from './services/kiosks.ts';
import { noManifests } from './services/manifest-for.ts';
import { contentLibrary } from './services/library/library.ts';
import { servicePoints } from './services/service-points.ts';
import { staffAccounts } from './services/staff-accounts.ts';
import { staffTokens } from './services/staff-tokens.ts';
import { units } from './services/units.ts';
import { contentTools } from './wire/open-library.ts';

const COMMANDS = [...STAFF_COMMANDS, ...KIOSK_COMMANDS, ...FLEET_COMMANDS, ...LIBRARY_COMMANDS, ...DATABASE_COMMANDS];
const USAGE = ['Usage: npm run manage -- <command> [--json]', ...usageOf(COMMANDS)].join('\n');
const REFUSED = 1;
const WRONG = 2;

/** Or why the database cannot be used. */
async function openDesk(config: Config): Promise<Desk | string> {
  const clock = systemClock;
  const opened = await openRepositories(config, clock.now(), { patienceMs: 0, onWait: () => undefined });
  if (typeof opened === 'string') return opened;
  const { repositories, migrated } = opened;
  const ports = { clock, random: nodeRandom, secrets: nodeSecrets, passwords: argon2Passwords, repositories };
  const contentKey = await loadContentKey(repositories.keys, config.dataDir, clock.now());
  const commands = kioskCommands(ports);
  return {
    repositories,
    migrated,
    enrolment: enrolment({ ...ports, contentKey: contentKey.publicKey, publicUrl: config.publicUrl }),
    servicePoints: servicePoints(ports),
    units: units(ports),
    kiosks: kiosks({ ...ports, commands, manifestsFor: noManifests }),
    commands,
    accounts: staffAccounts(ports),
    library: contentLibrary({ ...ports, ...contentTools(config, contentKey) }),
    tokens: staffTokens(ports),
    alsoBackUp: [config.blobDir],
    now: () => clock.now(),
    makePassword: () => nodeSecrets.make().slice(0, 20),
  };
}

function report(outcome: Outcome, json: boolean): number {
  if (outcome.kind === 'done') {
    process.stdout.write(json ? `${JSON.stringify(outcome.json)}\n` : outcome.lines.map((line) => `${line}\n`).join(''));
    return 0;
  }
  if (json && outcome.kind === 'refused' && outcome.json !== undefined) process.stdout.write(`${JSON.stringify(outcome.json)}\n`);
  process.stderr.write(`${outcome.message}\n`);
  return outcome.kind === 'refused' ? REFUSED : WRONG;
}

async function manage(words: readonly string[]): Promise<number> {
  const call = parseCall(words, COMMANDS);
  if (call.kind === 'help') return report({ kind: 'done', json: null, lines: [USAGE] }, false);
  if (call.kind === 'wrong') return report({ kind: 'wrong', message: `${call.message}\n\n${USAGE}` }, false);
  const parsed = parseConfig(process.env);
  if (!parsed.ok) return report({ kind: 'wrong', message: parsed.problems.join('\n') }, call.json);
  const problem = findDataProblem(parsed.config.dataDir);
  if (problem !== null) return report(refused(problem), call.json);
  const desk = await openDesk(parsed.config);
  if (typeof desk === 'string') return report(refused(desk), call.json);
  try {
    return report(await call.command.run(desk, call.flags), call.json);
  } finally {
    await desk.repositories.care.close();
  }
}

process.exitCode = await manage(process.argv.slice(2));
