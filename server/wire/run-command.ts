import { argon2Passwords } from '../adapters/argon2-passwords.ts';
import { loadContentKey } from '../adapters/content-key.ts';
import { findDataProblem } from '../adapters/data-folder.ts';
import { nodeRandom, nodeSecrets } from '../adapters/node-secrets.ts';
import { openRepositories } from '../adapters/open-repositories.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { refused, type Desk, type Outcome } from '../commands/command.ts';
import { DATABASE_COMMANDS } from '../commands/database-commands.ts';
import { FLEET_COMMANDS } from '../commands/fleet-commands.ts';
import { KIOSK_COMMANDS } from '../commands/kiosk-commands.ts';
import { LIBRARY_COMMANDS } from '../commands/library-commands.ts';
import type { ParsedCall } from '../commands/parse-call.ts';
import { STAFF_COMMANDS } from '../commands/staff-commands.ts';
import type { Config } from '../config.ts';
import { enrolment } from '../services/enrolment.ts';
import { kioskCommands } from '../services/fleet/kiosk-commands.ts';
import { kiosks } from '../services/kiosks.ts';
import { noManifests } from '../services/manifest-for.ts';
import { contentLibrary } from '../services/library/library.ts';
import { servicePoints } from '../services/service-points.ts';
import { staffAccounts } from '../services/staff-accounts.ts';
import { staffTokens } from '../services/staff-tokens.ts';
import { units } from '../services/units.ts';
import { contentTools } from './open-library.ts';

export const COMMANDS = [...STAFF_COMMANDS, ...KIOSK_COMMANDS, ...FLEET_COMMANDS, ...LIBRARY_COMMANDS, ...DATABASE_COMMANDS];

/** Runs one command of the command line over the centre's own database, which may be in use by the centre meanwhile. */
export async function runCommand(config: Config, { command, flags }: Extract<ParsedCall, { kind: 'run' }>): Promise<Outcome> {
  const problem = findDataProblem(config.dataDir);
  if (problem !== null) return refused(problem);
  const desk = await openDesk(config);
  if (typeof desk === 'string') return refused(desk);
  try {
    return await command.run(desk, flags);
  } finally {
    await desk.repositories.care.close();
  }
}

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
