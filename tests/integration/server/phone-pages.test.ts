import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { handoffCode } from '#domain/handoff-code.ts';
import { buildHandoff } from '#handoff/build.ts';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';
import { mediaTools } from '#server/adapters/media-tools.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { phonePageFolders } from '#server/adapters/phone-page-folders.ts';
import { shippedPack } from '#server/adapters/shipped-pack.ts';
import type { HandoffPages, PhonePageFolders } from '#server/ports.ts';
import { answerErrors } from '#server/routes/error-handlers.ts';
import { siteRoutes } from '#server/routes/site-routes.ts';
import { contentLibrary } from '#server/services/library/library.ts';
import { RETRY_MS } from '#server/services/library/phone-pages.ts';
import { wirePhonePages } from '#server/wire/wire-phone-pages.ts';
import { until } from '#tests/driver/until.ts';
import { openCentre } from './open-centre.ts';
import { ALL, NOW, openLibrary, person, type OpenedLibrary } from './open-library.ts';

// Each draws pages in a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const an = person('an');
const binh = person('binh');
const NEW_FEE = '34.567 đồng';
const GUIDE = 'guides/thuong-tru.json';
/** A build by itself takes seconds: one for all tests, each of which takes a copy. */
let build: string;
beforeAll(async () => {
  build = mkdtempSync(join(tmpdir(), 'mot-cham-handoff-'));
  await buildHandoff({ pack: inProject('assets', 'pack'), out: build, today: dayOf(NOW) });
});
afterAll(() => rmSync(build, { recursive: true }));

let opened: OpenedLibrary;
let folder: string;
let built: string;
let kept: string;
const running: FastifyInstance[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-phone-'));
  [built, kept] = [join(folder, 'built'), join(folder, 'kept')];
  cpSync(build, built, { recursive: true });
  opened = await openLibrary();
});
afterEach(async () => {
  for (const site of running.splice(0)) await site.close();
  await opened.destroy();
  rmSync(folder, { recursive: true });
});

type Site = { readonly app: FastifyInstance; readonly phone: HandoffPages & PhonePageFolders; readonly said: string[]; get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>; fee(): Promise<boolean> };

/** The phone's pages of one process of a centre, which looks for a publication all the time. */
async function openSite(library = opened.library): Promise<Site> {
  const said: string[] = [];
  const app = fastify({ logger: { level: 'error', stream: { write: (line: string) => void said.push(line) } } });
  const phone = phonePageFolders({ built, kept });
  answerErrors(app, phone);
  await siteRoutes(app, { clock: opened.clock, secrets: nodeSecrets, dashboardDir: folder, ...phone });
  wirePhonePages(app, { clock: opened.clock, library, files: opened.repositories.library.files, folders: phone }, 20);
  running.push(app);
  await app.ready();
  const get: Site['get'] = (url, headers = {}) => app.inject({ url, headers });
  return { app, phone, said, get, fee: async () => (await get('/g/thuong-tru')).body.includes(NEW_FEE) };
}

/** The value of a result that must be one. */
function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function save(edition: string, from: string, to: string, change: (guide: Record<string, unknown>) => void): Promise<void> {
  const { sha256, document } = must(await opened.library.documents.read(an, edition, from));
  const changed = structuredClone(document) as Record<string, unknown>;
  change(changed);
  must(await opened.library.documents.save(an, edition, { path: to, document: changed, seen: from === to ? sha256 : null }));
}

/** Puts another fee into a guide, for every case. */
function changeFee(guide: Record<string, unknown>): void {
  for (const fee of guide['fee'] as { headline: { vi: string } }[]) fee.headline.vi = NEW_FEE;
}

/** An approved edition with another fee and a guide more. */
async function newEdition(): Promise<string> {
  opened.clock.pass(1_000);
  const edition = must(await opened.library.editions.begin(an, 'Lệ phí mới', null));
  await save(edition.id, GUIDE, GUIDE, changeFee);
  await save(edition.id, GUIDE, 'guides/thu-tuc-moi.json', (guide) => {
    Object.assign(guide, { slug: 'thu-tuc-moi', number: 77, code: '9.999999', title: { vi: 'Thủ tục mới', en: 'A new procedure' }, officialName: 'Thủ tục mới', synonyms: ['viec chua co'] });
    delete guide['mostUsed'];
  });
  must(await opened.library.editions.step(an, edition.id, { action: 'submit' }));
  return must(await opened.library.editions.step(binh, edition.id, { action: 'approve' })).id;
}

const publish = async (edition: string, ring: Parameters<typeof opened.library.publications.publish>[1]['ring'] = ALL): Promise<void> => void must(await opened.library.publications.publish(binh, { edition, ring }));
const shippedEdition = async (): Promise<string> => (await opened.library.editions.list(binh)).find((edition) => edition.authors.includes('system'))?.id ?? '';
const foldersKept = (): readonly string[] => readdirSync(kept).filter((name) => !name.startsWith('tmp-'));
const breakMaker = (): void => writeFileSync(join(built, 'make-pages.mjs'), 'process.stderr.write("no paper left\\n"); process.exit(1);');

test('phones show what is published to all kiosks: another fee, a guide more, and after a roll-back what was before', async () => {
  const site = await openSite();
  const before = await site.get('/g/thuong-tru');
  expect(before.body).not.toContain(NEW_FEE);
  expect(site.phone.folder()).toBe(built);
  await publish(await newEdition());
  expect(await site.fee()).toBe(false);
  await until(site.fee, 'the phone page shows the new fee');
  expect((await site.get('/g/thu-tuc-moi')).body).toContain('Thủ tục mới');
  const code = await site.get(`/c/${handoffCode({ guide: 77, step: 1 })}`);
  expect([code.statusCode, code.headers.location]).toEqual([302, '/g/thu-tuc-moi#1']);
  await publish(await shippedEdition());
  await until(async () => !(await site.fee()), 'the phone page shows the former fee again');
  expect((await site.get('/g/thuong-tru')).body).toBe(before.body);
  expect((await site.get('/g/thu-tuc-moi')).statusCode).toBe(404);
  expect((await site.get(`/c/${handoffCode({ guide: 77, step: 1 })}`)).statusCode).toBe(404);
});

test('a page is given compressed, is asked for anew each time, and its files are there for good', async () => {
  const site = await openSite();
  await publish(await newEdition());
  await until(site.fee, 'the phone page shows the new fee');
  const page = await site.get('/g/thuong-tru', { 'accept-encoding': 'br, gzip' });
  expect(page.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-cache' });
  // An older page is the right one after a roll-back: only the ETag may say "unchanged".
  expect(page.headers['last-modified']).toBeUndefined();
  expect((await site.get('/g/thuong-tru', { 'accept-encoding': 'br, gzip', 'if-none-match': String(page.headers.etag) })).statusCode).toBe(304);
  const { body } = await site.get('/g/thuong-tru');
  const files = [...body.matchAll(/(?:src|href)="(\/h\/[^"]+)"/g)].map(([, file]) => String(file));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const answer = await site.get(file);
    expect([file, answer.statusCode, answer.headers['cache-control']]).toEqual([file, 200, 'public, max-age=31536000, immutable']);
  }
});

test('what only narrower rings show changes no phone page', async () => {
  const site = await openSite();
  await publish(await newEdition(), { kind: 'unit', id: 'xa' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([await site.fee(), site.phone.folder(), site.said]).toEqual([false, built, []]);
});

test('a maker that fails leaves the former pages, says why once, and is tried again later', async () => {
  const site = await openSite();
  const maker = readFileSync(join(built, 'make-pages.mjs'));
  breakMaker();
  await publish(await newEdition());
  await until(() => site.said.length > 0, 'the failure is told');
  expect(JSON.parse(site.said[0] ?? '{}')).toMatchObject({ level: 50, reason: 'no paper left' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([site.said.length, await site.fee(), (await site.get('/g/thuong-tru')).statusCode, readdirSync(kept)]).toEqual([1, false, 200, []]);
  opened.clock.pass(RETRY_MS);
  await until(() => site.said.length === 2, 'it is tried again');
  writeFileSync(join(built, 'make-pages.mjs'), maker);
  await until(site.fee, 'the mended maker is used');
});

test('a maker that leaves a page out, or draws something else, is not believed', async () => {
  const site = await openSite();
  // It gives the folder of the build for whatever it is asked.
  writeFileSync(join(built, 'make-pages.mjs'), `import { cpSync } from 'node:fs'; cpSync(${JSON.stringify(build)}, process.argv[process.argv.indexOf('--out') + 1], { recursive: true });`);
  await publish(await newEdition());
  await until(() => site.said.length > 0, 'the failure is told');
  expect(JSON.parse(site.said[0] ?? '{}')).toMatchObject({ reason: 'the page maker left pages out' });
  expect(await site.fee()).toBe(false);
});

test('a centre that starts shows the pages it drew, draws damaged ones anew, and keeps the last when it cannot', async () => {
  const first = await openSite();
  await publish(await newEdition());
  await until(first.fee, 'the phone page shows the new fee');
  await first.app.close();
  const second = await openSite(opened.another());
  expect([await second.fee(), foldersKept().length]).toEqual([true, 1]);
  await second.app.close();
  // As a power cut leaves it.
  writeFileSync(join(kept, foldersKept()[0] ?? '', 'g/thuong-tru.html'), '');
  const third = await openSite(opened.another());
  expect((await third.get('/g/thuong-tru')).body).not.toBe('');
  await until(third.fee, 'the damaged page is drawn again');
  await third.app.close();
  breakMaker();
  const fourth = await openSite(opened.another());
  await until(() => fourth.said.length > 0, 'the failure is told');
  expect(await fourth.fee()).toBe(true);
});

test('another process of the centre, and another day, get their pages too; old folders go', async () => {
  const one = await openSite();
  const other = await openSite(opened.another());
  await publish(await newEdition());
  await until(one.fee, 'one process shows the new fee');
  opened.clock.pass(6_000);
  await until(other.fee, 'the other one shows it too');
  expect(foldersKept()).toHaveLength(1);
  const old = new Date(Date.now() - 3 * 24 * 60 * 60_000);
  for (const name of ['a', 'b', 'c', 'd', 'tmp-left']) {
    mkdirSync(join(kept, name));
    utimesSync(join(kept, name), old, old);
  }
  const drawn = one.phone.folder();
  opened.clock.pass(24 * 60 * 60_000);
  await until(() => one.phone.folder() !== drawn && other.phone.folder() !== drawn, 'pages of the new day are shown');
  expect([await one.fee(), one.phone.folder() === other.phone.folder()]).toEqual([true, true]);
  // Each process clears away after it has switched.
  await until(() => readdirSync(kept).length === 3, 'old folders are gone');
});

test('a whole centre: two people publish over HTTP, and the phone page follows within seconds', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-centre-'));
  const phone = phonePageFolders({ built, kept: join(dataDir, 'handoff') });
  const centre = await openCentre({}, dataDir, { handoff: phone, phonePages: phone });
  const blobs = diskBlobs(join(dataDir, 'blobs'));
  const ports = { clock: centre.clock, secrets: nodeSecrets, repositories: centre.repositories, blobs, media: mediaTools(blobs.pathOf, {}), sign: () => '', largestUpload: 64 * 1024 * 1024 };
  await contentLibrary(ports).takePack(shippedPack(inProject('assets', 'pack')), 'Gói của chương trình');
  for (const name of ['an', 'binh']) await centre.addUser(`${name}@xa.vn`, 'editor');
  const [author, other] = [await centre.cookieOf('an@xa.vn'), await centre.cookieOf('binh@xa.vn')];
  const call = async (cookie: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<{ id: string; sha256: string; document: Record<string, unknown> }> => {
    const answer = await centre.app.inject({ method, url: `/api/v1/library/${url}`, headers: { cookie, 'sec-fetch-site': 'same-origin' }, ...(payload === undefined ? {} : { payload }) });
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  centre.clock.set(NOW + 10_000);
  const { id } = await call(author, 'POST', 'editions', { title: 'Lệ phí mới' });
  const { sha256, document } = await call(author, 'GET', `editions/${id}/documents?path=${GUIDE}`);
  changeFee(document);
  await call(author, 'PUT', `editions/${id}/documents`, { path: GUIDE, document, seen: sha256 });
  await call(author, 'POST', `editions/${id}/steps`, { action: 'submit' });
  await call(other, 'POST', `editions/${id}/steps`, { action: 'approve' });
  const page = async (): Promise<string> => (await centre.getAs('', '/g/thuong-tru')).body;
  expect(await page()).not.toContain(NEW_FEE);
  await call(other, 'POST', 'publications', { edition: id, ring: ALL });
  await until(async () => (await page()).includes(NEW_FEE), 'the phone page shows the new fee');
  await centre.close();
});
