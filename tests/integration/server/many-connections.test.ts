import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCentre, type RunningCentre } from './run-centre.ts';

const IDLE = 10_000;
/** What test and centre need for themselves. */
const OTHER_FILES = 300;
const AT_ONCE = 500;

let folder: string;
let centre: RunningCentre;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-idle-'));
  centre = await runCentre(folder);
});
afterAll(async () => {
  await centre.end('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** As many as the issue of files allows here; a machine that allows fewer says so. */
function connectionsHere(): number {
  const limit = Number(execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim());
  const possible = Number.isNaN(limit) ? IDLE : Math.min(IDLE, limit - OTHER_FILES);
  if (possible < IDLE) process.stderr.write(`*** Only ${possible} idle connections were tried instead of ${IDLE}: this machine lets a process open ${limit} files.\n`);
  return possible;
}

async function openIdle(count: number, port: number): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, () => openOne(port));
    sockets.push(...(await Promise.all(some)));
  }
  return sockets;
}

function openOne(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket.off('error', reject).on('error', () => undefined)));
  });
}

test('ten thousand connections that say nothing neither stop the centre nor fill its memory', async () => {
  const { port } = new URL(centre.url);
  const sockets = await openIdle(connectionsHere(), Number(port));
  try {
    const answers = await Promise.all(['/healthz', '/readyz'].map(async (path) => (await fetch(`${centre.url}${path}`)).status));
    expect(answers).toEqual([200, 200]);
    expect(sockets.filter((socket) => socket.destroyed).length).toBe(0);
    expect(residentMiB(centre.pid)).toBeLessThan(700);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  expect((await fetch(`${centre.url}/healthz`)).status).toBe(200);
}, 60_000);

/** 0 where the system does not say. */
function residentMiB(pid: number): number {
  if (process.platform !== 'linux') return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.POSITIVE_INFINITY) / 1024;
}
