import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';
import { handoffPages } from '#server/adapters/handoff-pages.ts';
import { mediaTools } from '#server/adapters/media-tools.ts';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { buildApp, type AppOptions, type AppPorts } from '#server/build-app.ts';
import type { Finding, Repositories } from '#server/repositories/repositories.ts';
import { enrolment } from '#server/services/enrolment.ts';
import { checkLedger } from '#server/services/ledger/check-ledger.ts';
import { servicePoints } from '#server/services/service-points.ts';
import { signIn, type SignIn } from '#server/services/sign-in.ts';
import { staffAccounts } from '#server/services/staff-accounts.ts';
import type { Role } from '#contract/staff.ts';
import { openStore } from './open-store.ts';

/** 2026-11-23 10:00 in Viet Nam. */
export const TEN_O_CLOCK = Date.UTC(2026, 10, 23, 3);
export const TODAY = '2026-11-23';
const EVERYTHING = { id: 'test', unit: null };
export const PASSWORD = 'mot cau de nho';

export type Kiosk = { readonly token: string; readonly stream: string; readonly deviceId: string };

/** A whole centre without a port, at a time that the test sets; on a real SQLite file unless it is given repositories. */
export type Centre = {
  readonly app: FastifyInstance;
  readonly repositories: Repositories;
  readonly signIn: SignIn;
  readonly dataDir: string;
  readonly clock: { now(): number; set(at: number): void };
  addPoint(id: string, unit?: string): Promise<void>;
  pairingCode(point: string): Promise<string>;
  enrol(point: string, stream?: string): Promise<Kiosk>;
  addUser(email: string, role: Role, unit?: string | null): Promise<void>;
  /** The cookie of a signed-in user. */
  cookieOf(email: string): Promise<string>;
  send(kiosk: Kiosk, batch: { readonly first: number; readonly entries: readonly unknown[]; readonly clock?: unknown; readonly compare?: boolean }): Promise<LightMyRequestResponse>;
  getAs(cookie: string, url: string): Promise<LightMyRequestResponse>;
  /** What `db check` finds. */
  check(): Promise<readonly Finding[]>;
  close(): Promise<void>;
};

export async function openCentre(options: Partial<AppOptions> & { readonly handoffDir?: string } = {}, dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-centre-')), more: Partial<AppPorts> = {}): Promise<Centre> {
  let now = TEN_O_CLOCK;
  const clock = { now: () => now, set: (at: number) => void (now = at) };
  const repositories = more.repositories ?? (await openStore(dataDir, now));
  const ports = { clock, random: nodeRandom, secrets: nodeSecrets, passwords: argon2Passwords, repositories };
  const staffSignIn = signIn(ports);
  const blobs = diskBlobs(join(dataDir, 'blobs'));
  const content = { blobs, media: mediaTools(blobs.pathOf, process.env), sign: () => 'A'.repeat(86), largestUpload: 64 * 1024 * 1024 };
  const handoffDir = options.handoffDir ?? join(dataDir, 'handoff');
  const app = await buildApp(
    { ...ports, content, signIn: staffSignIn, handoff: handoffPages(() => handoffDir), ...more },
    { publicUrl: null, contentKey: 'key', dashboardDir: join(dataDir, 'dashboard'), trustProxy: [], bytesInFlight: 1e8, logger: false, ...options },
  );
  const enrol = enrolment({ ...ports, contentKey: 'key', publicUrl: null });
  const pairingCode = async (point: string): Promise<string> => {
    const code = await enrol.pair(point, EVERYTHING);
    if (!code.ok) throw new Error(code.error.message);
    return code.value.pairingCode;
  };
  return {
    app,
    repositories,
    signIn: staffSignIn,
    dataDir,
    clock,
    async addPoint(id, unit) {
      const added = await servicePoints(ports).add({ id, name: `Điểm ${id}`, ...(unit === undefined ? {} : { unit }) }, EVERYTHING);
      if (!added.ok) throw new Error(added.error.message);
    },
    pairingCode,
    async enrol(point, stream = nodeSecrets.makeId()) {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/enrol', payload: enrolBody(await pairingCode(point), stream) });
      const { token, deviceId } = answer.json();
      return { token, deviceId, stream };
    },
    async addUser(email, role, unit = null) {
      const added = await staffAccounts(ports).add({ email, role, password: PASSWORD, unit }, EVERYTHING);
      if (!added.ok) throw new Error(added.error.message);
    },
    async cookieOf(email) {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email, password: PASSWORD } });
      return String(answer.headers['set-cookie']).split(';')[0] ?? '';
    },
    send: (kiosk, { first, entries, clock: reading = clockAt(now), ...more }) =>
      app.inject({ method: 'POST', url: '/api/v1/ledger', headers: { authorization: `Bearer ${kiosk.token}` }, payload: { stream: kiosk.stream, first, clock: reading, entries, ...more } }),
    getAs: (cookie, url) => app.inject({ url, headers: { cookie } }),
    check: async () => [...(await repositories.care.check()), ...(await checkLedger(repositories.ledger))],
    async close() {
      await app.close();
      await repositories.care.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function enrolBody(pairingCode: string, stream: string): Record<string, unknown> {
  return { pairingCode, stream, device: { name: 'Kiosk', platform: 'linux', appVersion: '0.1.0', shell: 'browser' } };
}

/** How long the kiosk has been up in these tests, ms. */
export const UP = 86_400_000;

export function clockAt(now: number): { now: number; up: number; boot: string } {
  return { now, up: UP, boot: 'boot-a' };
}

/** A tap `ago` ms before `now` by a right clock. */
export function tap(score: number, ago: number, more: Record<string, unknown> = {}, now = TEN_O_CLOCK): Record<string, unknown> {
  return { kind: 'tap', at: now - ago, up: UP - ago, boot: 'boot-a', score, scale: 'five-v1', about: 'visit', lang: 'vi', from: 'attract', ...more };
}

export function entry(kind: string, ago: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { kind, at: TEN_O_CLOCK - ago, up: UP - ago, boot: 'boot-a', ...more };
}

export const MINUTE = 60_000;
