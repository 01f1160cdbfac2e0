import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { chatRephraser } from '#server/adapters/chat-rephraser.ts';
import { oidcProvider } from '#server/adapters/oidc-provider.ts';
import { shippedPack } from '#server/adapters/shipped-pack.ts';
import { smtpMailer } from '#server/adapters/smtp-mailer.ts';
import { webhookPoster } from '#server/adapters/webhook-poster.ts';
import { openRepositories } from '#server/adapters/open-repositories.ts';
import { parseConfig } from '#server/config.ts';
import { openOidcIssuer, type OidcIssuer } from '#tests/fakes/oidc-issuer.ts';
import { clockAt, enrolBody, openCentre, PASSWORD, tap, TEN_O_CLOCK, type Centre } from './open-centre.ts';

/** Stand in the environment of a real centre; every one of them is sent to somebody else, who fails. */
const MAIL = 'mail-password-7Kq2';
const REPHRASE = 'rephrase-key-9Zx4';
const CLIENT = 'client-secret-3Wm8';
const TYPED = 'typed-password-5Hv1';
const FRESH = 'a fresh pass phrase 6Tn0';

/** A text that the endpoint may be given. */
const TITLE: string = JSON.parse(readFileSync(inProject('assets', 'pack', 'guides', 'khai-sinh.json'), 'utf8')).title.vi;

let centre: Centre;
let issuer: OidcIssuer;
let away: Server;
let awayUrl = '';
/** Knows nobody, and repeats the password that it refuses. */
let smtp: SMTPServer;
let logged = '';
const answers: string[] = [];
/** What was given out, by name. */
const secrets = new Map<string, string>([['mail', MAIL], ['rephrase', REPHRASE], ['client', CLIENT], ['typed password', TYPED], ['new password', FRESH], ['password', PASSWORD]]);

beforeAll(async () => {
  // Answers everything with an error that repeats what it was sent.
  away = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => response.writeHead(500).end(`${JSON.stringify(request.headers)} ${String(Buffer.concat(chunks))}`));
  });
  await new Promise<void>((done) => away.listen(0, '127.0.0.1', done));
  const address = away.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  awayUrl = `http://127.0.0.1:${port}`;
  smtp = new SMTPServer({ disabledCommands: ['STARTTLS'], logger: false, onAuth: (auth, _session, done) => done(new Error(`no ${auth.password ?? ''} here`)) });
  const mailPort = await new Promise<number>((done) => {
    const server = smtp.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      done(typeof bound === 'object' && bound !== null ? bound.port : 0);
    });
  });
  smtp.on('error', () => undefined);
  issuer = await openOidcIssuer({ id: 'mot-cham', secret: 'another' });
  const logger = { level: 'trace', stream: { write: (line: string) => void (logged += line) } };
  const provider = oidcProvider({ issuer: issuer.url, clientId: 'mot-cham', clientSecret: CLIENT, redirectUri: 'http://centre.test/oidc/callback', onTrouble: (cause) => centre.app.log.warn({ err: cause }, 'signing in through OpenID Connect failed') });
  centre = await openCentre({ publicUrl: 'http://centre.test', logger }, undefined, {
    mailer: smtpMailer({ url: `smtp://motcham:${MAIL}@127.0.0.1:${mailPort}`, from: 'a@b.vn' }),
    webhooks: webhookPoster([`127.0.0.1:${port}`]),
    oidc: { name: 'Cổng', provider },
    rephrase: { rephraser: chatRephraser({ url: awayUrl, key: REPHRASE, model: 'm' }), pack: shippedPack(inProject('assets', 'pack')) },
  });
  await centre.addPoint('p1');
  await centre.addUser('an@xa.vn', 'admin');
  await centre.addUser('binh@xa.vn', 'viewer');
});
afterAll(async () => {
  await centre.close();
  await issuer.close();
  await new Promise((done) => away.close(done));
  await new Promise<void>((done) => smtp.close(() => done()));
});

type Call = { readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; readonly url: string; readonly payload?: object; readonly headers?: Record<string, string> };
async function call({ method = 'POST', url, payload, headers = {} }: Call): Promise<LightMyRequestResponse> {
  return centre.app.inject({ method, url, ...(payload === undefined ? {} : { payload }), headers: { 'sec-fetch-site': 'same-origin', ...headers } });
}
/** An answer that gives nothing out: it is kept and searched. */
async function kept(asked: Call): Promise<LightMyRequestResponse> {
  const answer = await call(asked);
  answers.push(`${asked.url.split('?')[0] ?? ''} ${answer.statusCode} ${JSON.stringify(answer.headers)} ${answer.body}`);
  return answer;
}
function remember(name: string, secret: unknown): string {
  if (typeof secret !== 'string' || secret.length < 8) throw new Error(`no ${name}`);
  secrets.set(name, secret);
  return secret;
}

async function people(): Promise<string> {
  for (const email of ['an@xa.vn', 'nobody@xa.vn']) await kept({ url: '/api/v1/sign-in', payload: { email, password: TYPED } });
  const signedIn = await call({ url: '/api/v1/sign-in', payload: { email: 'an@xa.vn', password: PASSWORD } });
  const session = remember('session', /session=([^;]+)/.exec(String(signedIn.headers['set-cookie']))?.[1]);
  const headers = { cookie: `session=${session}` };
  const token = await call({ url: '/api/v1/read-tokens', payload: { name: 'báo cáo', unit: null, expiresAt: null }, headers });
  const read = remember('read token', token.json().secret);
  const link = await call({ url: '/api/v1/users', payload: { email: 'moi@xa.vn', name: 'Mới', role: 'viewer', unit: null, mail: false }, headers });
  const invitation = remember('invitation', String(link.json().link).split('#')[1]);
  await kept({ url: '/api/v1/links/open', payload: { token: invitation } });
  await kept({ url: '/api/v1/links/use', payload: { token: invitation, password: 'short' } });
  const used = await call({ url: '/api/v1/links/use', payload: { token: invitation, password: FRESH } });
  remember('session of the invited', /session=([^;]+)/.exec(String(used.headers['set-cookie']))?.[1]);
  await kept({ url: '/api/v1/links/use', payload: { token: invitation, password: FRESH } });
  await kept({ url: '/api/v1/users', payload: { email: 'thu@xa.vn', name: 'Thư', role: 'viewer', unit: null, mail: true }, headers });
  await kept({ url: '/api/v1/me/password', payload: { present: TYPED, fresh: FRESH }, headers });
  for (const url of ['/api/v1/read-tokens', '/api/v1/users', '/api/v1/me', '/api/v1/me/sessions']) await kept({ method: 'GET', url, headers });
  await kept({ method: 'GET', url: '/api/v1/units', headers: { authorization: `Bearer ${read}x` } });
  return session;
}

async function receivers(cookie: string): Promise<void> {
  const headers = { cookie };
  const hook = await call({ url: '/api/v1/subscriptions', payload: { unit: null, kinds: ['kiosk-silent'], channel: 'webhook', target: `${awayUrl}/hook` }, headers });
  remember('webhook', hook.json().secret);
  const mail = await kept({ url: '/api/v1/subscriptions', payload: { unit: null, kinds: ['kiosk-silent'], channel: 'mail', target: 'an@xa.vn' }, headers });
  for (const id of [hook.json().subscription.id, mail.json().subscription.id]) await kept({ url: `/api/v1/subscriptions/${id}/test`, headers });
  await kept({ method: 'GET', url: '/api/v1/subscriptions', headers });
}

async function kiosks(cookie: string): Promise<void> {
  const pair = await call({ url: '/api/v1/pairing-codes', payload: { servicePoint: 'p1' }, headers: { cookie } });
  const code = remember('pairing code', pair.json().pairingCode);
  const enrolled = await call({ url: '/api/v1/enrol', payload: enrolBody(code, '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000') });
  const headers = { authorization: `Bearer ${remember('device token', enrolled.json().token)}` };
  await kept({ url: '/api/v1/enrol', payload: enrolBody(code, '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001') });
  const batch = { stream: '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', first: 1, clock: clockAt(TEN_O_CLOCK), entries: [tap(5, 1_000), { kind: 'nonsense' }] };
  await kept({ url: '/api/v1/ledger', payload: batch, headers });
  await kept({ url: '/api/v1/ledger', payload: { ...batch, first: 99 }, headers });
  await kept({ url: '/api/v1/ledger', payload: {}, headers });
  await kept({ url: '/api/v1/heartbeat', payload: { clock: clockAt(TEN_O_CLOCK), ledger: { stream: batch.stream, head: 2, days: {} }, health: { version: '1' } }, headers });
  await kept({ method: 'GET', url: '/api/v1/manifest', headers });
  await kept({ url: '/api/v1/rephrase', payload: { question: 'gì', passages: [TITLE], lang: 'vi' }, headers });
  await kept({ url: '/api/v1/rephrase', payload: { question: 1 }, headers });
  for (const url of ['/api/v1/kiosks', '/api/v1/audit', '/api/v1/audit?format=csv']) await kept({ method: 'GET', url, headers: { cookie } });
}

async function provider(): Promise<void> {
  issuer.user = { sub: '1', email: 'an@xa.vn', email_verified: true };
  const start = await call({ method: 'GET', url: '/oidc/start' });
  const memory = remember('memory of the way to the provider', /oidc=([^;]+)/.exec(String(start.headers['set-cookie']))?.[1]);
  const back = new URL((await fetch(String(start.headers.location), { redirect: 'manual' })).headers.get('location') ?? '');
  remember('code of the provider', back.searchParams.get('code'));
  await kept({ method: 'GET', url: `/oidc/callback${back.search}`, headers: { cookie: `oidc=${memory}` } });
  issuer.isIll = true;
  await kept({ method: 'GET', url: `/oidc/callback${back.search}`, headers: { cookie: `oidc=${memory}` } });
}

test('no secret is in a log at its most talkative, in an error, in a list, in the audit log, in health or in what db check says', async () => {
  const cookie = `session=${await people()}`;
  await receivers(cookie);
  await kiosks(cookie);
  await provider();
  for (const url of ['/healthz', '/readyz', '/api/docs/openapi.json', '/', '/api/v1/sign-in/options']) await kept({ method: 'GET', url });
  await call({ url: '/api/v1/sign-out', headers: { cookie } });
  const audit = JSON.stringify(await centre.repositories.audit.list());
  const found = JSON.stringify(await centre.check());
  const places = { log: logged, answers: answers.join('\n'), audit, check: found };
  // Otherwise this test would find nothing because nothing happened.
  expect([logged.includes('OpenID Connect failed'), audit.includes('sign-in failed'), answers.length > 25, secrets.size]).toEqual([true, true, true, 15]);
  const told = Object.entries(places).flatMap(([place, text]) => [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => `${name} in ${place}`));
  expect(told).toEqual([]);
  expect(logged).not.toMatch(/[Bb]earer |set-cookie|"password"/);
});

test('no secret that is only checked is readable on the disk', async () => {
  // A webhook's signs what is sent: it has to be kept.
  const checked = [...secrets].filter(([name]) => name !== 'webhook');
  await centre.app.close();
  if (!existsSync(join(centre.dataDir, 'centre.db'))) return;
  const files = readdirSync(centre.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const told = files.flatMap((file) => {
    const bytes = readFileSync(join(file.parentPath, file.name));
    return checked.filter(([, secret]) => bytes.includes(secret)).map(([name]) => `${name} in ${file.name}`);
  });
  expect(told).toEqual([]);
});

test('a configuration that is not understood repeats no secret', async () => {
  const wrong = parseConfig({
    SMTP_URL: `http://u:${MAIL}@h`, SMTP_FROM: 'a@b.vn', DATABASE_URL: `mysql://u:${MAIL}@h/db`, REPHRASE_URL: `http://u:${MAIL}@h`, REPHRASE_KEY: `${REPHRASE} x`, REPHRASE_MODEL: 'm',
    OIDC_ISSUER: 'https://h.vn', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: CLIENT, PUBLIC_URL: `https://u:${MAIL}@h/x`,
  });
  const said = JSON.stringify(wrong);
  expect(wrong.ok).toBe(false);
  expect([MAIL, REPHRASE, CLIENT].filter((secret) => said.includes(secret))).toEqual([]);
});

test('a database that cannot be reached is named without its password', async () => {
  const config = parseConfig({ DATABASE_URL: `postgres://motcham:${MAIL}@127.0.0.1:1/db`, DATA_DIR: centre.dataDir });
  if (!config.ok) throw new Error(config.problems.join());
  const said: string[] = [];
  const opened = await openRepositories(config.config, TEN_O_CLOCK, { patienceMs: 0, onWait: (line) => void said.push(line) });
  if (typeof opened !== 'string') throw new Error('there is a database on port 1');
  expect(`${opened} ${said.join()}`).not.toContain(MAIL);
});
