// The two servers that the real one is compared with, as a process: `reference` or `drop`.
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { LedgerRepository, StreamState } from '#server/repositories/ledger.ts';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { systemClock } from '#server/adapters/system-clock.ts';
import { buildApp } from '#server/build-app.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { signIn } from '#server/services/sign-in.ts';

const [mode, file] = process.argv.slice(2);

/** Bare node:http, inflate, JSON.parse, drop: as fast as one Node process can be. */
function listenReference(): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { entries, first } = JSON.parse(gunzipSync(Buffer.concat(chunks)).toString('utf8'));
      const body = JSON.stringify({ received: first + entries.length - 1 });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) process.stdout.write(`Centre  http://127.0.0.1:${address.port}\n`);
  });
}

/** The centre itself with a ledger that keeps nothing: it parses, places, counts and forgets. */
async function listenDrop(path: string): Promise<void> {
  const { repositories } = await openSqliteRepositories(path, Date.now());
  const ports = { clock: systemClock, random: nodeRandom, secrets: nodeSecrets, passwords: argon2Passwords };
  const dropping = { ...repositories, ledger: droppingLedger(repositories.ledger) };
  const app = await buildApp(
    {
      ...ports,
      repositories: dropping,
      signIn: signIn({ ...ports, repositories }),
      handoff: { folder: () => '/nowhere', readPage: async () => null, findSlug: async () => null, findGuide: async () => null },
    },
    { publicUrl: null, contentKey: '', dashboardDir: '/nowhere', trustProxy: [], bytesInFlight: 1e9, logger: false },
  );
  process.stdout.write(`Centre  ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
}

/** Knows each stream's mark, and nothing else. */
function droppingLedger(ledger: LedgerRepository): LedgerRepository {
  const streams = new Map<string, StreamState>();
  const ids = new Map<number, string>();
  return {
    ...ledger,
    transaction: (work) =>
      work({
        lockStreams: async () => streams,
        async openStreams(opened) {
          for (const { id, deviceId } of opened) {
            const no = streams.size + 1;
            ids.set(no, id);
            streams.set(id, { no, deviceId, isRevoked: false, mark: 0, forwardTo: 0, tail: '' });
          }
          return streams;
        },
        changesOf: async () => [],
        changesBetween: async () => [],
        segmentWith: async () => null,
        async keep({ streams: advanced }) {
          for (const { streamNo: no, deviceId, mark, forwardTo, tail } of advanced) streams.set(ids.get(no) ?? '', { no, deviceId, isRevoked: false, mark, forwardTo, tail });
        },
      }),
  };
}

if (mode === 'reference') listenReference();
else await listenDrop(file ?? '');
