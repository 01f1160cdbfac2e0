import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argon2Passwords } from './adapters/argon2-passwords.ts';
import { loadContentKey } from './adapters/content-key.ts';
import { loadContentNames } from './adapters/content-names.ts';
import { findDataProblem } from './adapters/data-folder.ts';
import { listen } from './adapters/listen.ts';
import { nodeRandom, nodeSecrets } from './adapters/node-secrets.ts';
import { openRepositories, START_PATIENCE_MS } from './adapters/open-repositories.ts';
import { phonePageFolders } from './adapters/phone-page-folders.ts';
import { systemClock } from './adapters/system-clock.ts';
import { buildApp } from './build-app.ts';
import { contentTools, offerShippedPack } from './wire/open-library.ts';
import { parseConfig, type Config } from './config.ts';
import { packDocuments } from './services/library/pack-documents.ts';
import { publishedNames } from './services/library/published-names.ts';
import { signIn } from './services/sign-in.ts';
import { StoreFull } from './store-busy.ts';
import { followNames } from './wire/follow-names.ts';
import { keepDelivering, openPeople } from './wire/open-people.ts';
import { openRephrase } from './wire/open-rephrase.ts';

const BYTES_IN_FLIGHT = 256 * 1024 * 1024;

async function run(config: Config): Promise<void> {
  const clock = systemClock;
  const opened = await openRepositories(config, clock.now(), { patienceMs: START_PATIENCE_MS, onWait: (line) => process.stderr.write(`${line}\n`) });
  if (typeof opened === 'string') return endWith(1, [opened]);
  const { repositories } = opened;
  const ports = { clock, random: nodeRandom, secrets: nodeSecrets, passwords: argon2Passwords, repositories };
  const dist = fileURLToPath(new URL('../dist/', import.meta.url));
  const staffSignIn = signIn(ports);
  const contentKey = await loadContentKey(repositories.keys, config.dataDir, clock.now());
  const content = contentTools(config, contentKey);
  await offerShippedPack({ ...ports, ...content }, (line) => process.stderr.write(`${line}\n`));
  const phone = phonePageFolders({ built: join(dist, 'handoff'), kept: join(config.dataDir, 'handoff') });
  const named = publishedNames(loadContentNames(join(dist, '../assets/pack')), { library: repositories.library, documents: packDocuments(content.blobs) });
  const people = openPeople(config.people, config.publicUrl, (cause) => app.log.warn({ err: cause }, 'signing in through OpenID Connect failed'));
  const app = await buildApp(
    { ...ports, ...people, content, signIn: staffSignIn, handoff: phone, phonePages: phone, names: named.names, rephrase: openRephrase(config.rephrase) },
    {
      publicUrl: config.publicUrl,
      contentKey: contentKey.publicKey,
      blobsPublic: config.blobsPublic,
      dashboardDir: join(dist, 'dashboard'),
      trustProxy: config.trustProxy,
      bytesInFlight: BYTES_IN_FLIGHT,
      logger: { level: config.logLevel, stream: process.stderr },
    },
  );
  followNames(app, named);
  const delivering = keepDelivering({ ...ports, ...people, notices: repositories.notices, publicUrl: config.publicUrl }, app.log);
  app.addHook('onClose', async () => {
    await delivering.stop();
    await repositories.care.close();
  });
  const address = await listen(app, config);
  if (address === null) return;
  const link = await staffSignIn.firstAdministratorLink();
  process.stdout.write(`Centre  ${address}\n`);
  process.stdout.write(`Staff   ${config.publicUrl ?? address}${link === null ? '/' : `/first#${link}`}\n`);
}

function endWith(exitCode: number, problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = exitCode;
}

const parsed = parseConfig(process.env);
const problem = parsed.ok ? findDataProblem(parsed.config.dataDir) : null;
if (!parsed.ok) endWith(2, parsed.problems);
else if (problem !== null) endWith(1, [problem]);
else await run(parsed.config).catch((cause: unknown) => {
  if (!(cause instanceof StoreFull)) throw cause;
  process.stderr.write('There is no room left where the centre keeps its data: make room, and start it again.\n');
  process.exit(1);
});
