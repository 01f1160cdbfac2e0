import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { failure, success } from '#domain/result.ts';
import { answerErrors } from '#server/routes/error-handlers.ts';
import { makeGates } from '#server/routes/gates.ts';
import { addSecurityHeaders, securityHeaders } from '#server/routes/security-headers.ts';
import { wireLibrary } from '#server/wire/wire-library.ts';
import { ALL, NOW, openLibrary, person, type OpenedLibrary } from './open-library.ts';

const clipFile = (name: string): Buffer => readFileSync(inProject('assets', 'pack', 'clips', name));
const hasFfmpeg = ((): boolean => {
  try {
    execFileSync('ffprobe', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

let opened: OpenedLibrary;
let app: FastifyInstance;
beforeEach(async () => {
  opened = await openLibrary();
  app = await open(opened);
});
afterEach(async () => {
  await app.close();
  await opened.destroy();
});

/** The library's routes with people and kiosks that are known by their bearer token: `an`, `binh`, `admin:x`, `viewer:x`, `kiosk`. */
async function open({ library }: OpenedLibrary): Promise<FastifyInstance> {
  const made = fastify();
  await made.register(fastifyCookie);
  addSecurityHeaders(made, securityHeaders(null));
  answerErrors(made, { readPage: async () => null });
  const point = { no: 1, id: 'p-xa', name: 'Xã', kind: 'one-stop' as const, timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' };
  const gates = makeGates({
    publicUrl: null,
    findDevice: async (token) => (token === 'kiosk' ? success({ id: 'k-1', point, revoked: false } as never) : failure('DEVICE_UNKNOWN', 'who?')),
    findStaff: async ({ bearer }) => {
      if (bearer === null || bearer === 'kiosk') return failure('STAFF_SIGNED_OUT', 'nobody');
      const [role, name] = bearer.includes(':') ? bearer.split(':') : ['editor', bearer];
      return success(person(name ?? '', null, role === 'admin' || role === 'viewer' ? role : 'editor'));
    },
  });
  wireLibrary(made, library, { gates, blobsPublic: false });
  return made;
}

const as = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });
function call(token: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD', url: string, payload?: object): Promise<LightMyRequestResponse> {
  return app.inject({ method, url, headers: as(token), ...(payload === undefined ? {} : { payload }) });
}
const texts = { title: { vi: 'Phim', en: 'Film' }, description: { vi: 'Một đoạn phim', en: 'A film' }, guide: null, waiver: null };
async function upload(slot: string, bytes: Buffer, token = 'an'): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'PUT', url: `/api/v1/library/clips/phim/files/${slot}?licence=${encodeURIComponent('Sở Tư pháp, tự quay')}`, headers: { ...as(token), 'content-type': 'application/octet-stream' }, payload: bytes });
}

test('a kiosk loads its manifest, is told when nothing changed, and gets every file of it by range', async () => {
  const first = await call('kiosk', 'GET', '/api/v1/manifest');
  expect(first.statusCode).toBe(200);
  const again = await app.inject({ url: '/api/v1/manifest', headers: { ...as('kiosk'), 'if-none-match': String(first.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const file = JSON.parse(first.json().manifest).files.find((each: { path: string }) => each.path === 'clips/handoff-tall.mp4');
  const url = `/api/v1/blobs/${file.sha256}`;
  const whole = await call('kiosk', 'GET', url);
  expect(whole.headers).toMatchObject({ 'content-type': 'video/mp4', etag: `"${file.sha256}"`, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff', 'content-length': String(file.bytes) });
  expect(whole.headers['cache-control']).toContain('immutable');
  const part = await app.inject({ url, headers: { ...as('kiosk'), range: `bytes=${file.bytes - 10}-` } });
  expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes ${file.bytes - 10}-${file.bytes - 1}/${file.bytes}`]);
  expect(part.rawPayload.equals(whole.rawPayload.subarray(-10))).toBe(true);
  expect((await app.inject({ url, headers: { ...as('kiosk'), range: 'bytes=5-9' } })).rawPayload.equals(whole.rawPayload.subarray(5, 10))).toBe(true);
  expect((await app.inject({ url, headers: { ...as('kiosk'), range: `bytes=${file.bytes}-` } })).statusCode).toBe(416);
  const head = await call('kiosk', 'HEAD', url);
  expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', String(file.bytes)]);
});

test('nobody unknown gets a file, and nothing beside the files', async () => {
  const [file] = await opened.repositories.library.files((await opened.library.editions.list(person('an')))[0]?.id ?? '');
  expect((await app.inject({ url: `/api/v1/blobs/${file?.sha256}` })).statusCode).toBe(401);
  expect((await call('an', 'GET', `/api/v1/blobs/${file?.sha256}`)).statusCode).toBe(200);
  for (const wrong of ['..%2f..%2fcentre.db', 'x'.repeat(64), '0'.repeat(64)]) expect((await call('kiosk', 'GET', `/api/v1/blobs/${wrong}`)).statusCode).toBe(404);
});

test('a centre that has published nothing says so with a code', async () => {
  const empty = await openLibrary({ packed: false });
  const bare = await open(empty);
  const answer = await bare.inject({ url: '/api/v1/manifest', headers: as('kiosk') });
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'CONTENT_NONE']);
  await bare.close();
  await empty.destroy();
});

test('a clip is uploaded file by file, and is ready when film, poster and captions are there', async () => {
  expect((await call('an', 'POST', '/api/v1/library/clips', { id: 'phim', ...texts })).statusCode).toBe(201);
  const film = await upload('tall', clipFile('handoff-tall.mp4'));
  expect(film.statusCode).toBe(200);
  expect(film.json().missing).toEqual(hasFfmpeg ? ['no-captions'] : ['no-poster', 'no-captions']);
  await upload('wide', clipFile('handoff-wide.webm'));
  await upload('poster-tall', clipFile('handoff-tall.webp'));
  expect((await upload('captions-vi', clipFile('handoff.vi.vtt'))).json().missing).toEqual([]);
  const clip = (await call('an', 'GET', '/api/v1/library/clips')).json().clips.find((each: { id: string }) => each.id === 'phim');
  expect(clip.item).toMatchObject({ kind: 'clip', id: 'phim', tall: { width: 1080, height: 1008 }, captions: { vi: expect.stringMatching(/^clips\/phim-captions-vi-/) } });
  expect(clip.files.every((file: { licence: string }) => file.licence === 'Sở Tư pháp, tự quay' || file.licence === '–')).toBe(true);
});

test.skipIf(!hasFfmpeg)('a film that differs from the profile is kept and told what mends it; one that a kiosk cannot decode is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-film-'));
  const make = (name: string, ...codec: string[]): Buffer => {
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=640x480:rate=50:duration=2', '-f', 'lavfi', '-i', 'sine=duration=2', ...codec, join(folder, name)]);
    return readFileSync(join(folder, name));
  };
  await call('an', 'POST', '/api/v1/library/clips', { id: 'phim', ...texts });
  const differing = await upload('tall', make('a.mp4', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac'));
  expect(differing.statusCode).toBe(200);
  const { probe } = differing.json().files.find((file: { slot: string }) => file.slot === 'tall');
  expect(probe.findings.map((finding: { id: string }) => finding.id)).toEqual(['shape', 'sound', 'frame-rate', 'index-last']);
  expect(probe.fix).toMatch(/^ffmpeg -i INPUT/);
  const refused = await upload('wide', make('b.mp4', '-c:v', 'mpeg4', '-an'));
  expect([refused.statusCode, refused.json().error]).toMatchObject([422, { code: 'LIBRARY_FILE_REFUSED', findings: [{ id: 'codec', value: 'mpeg4' }] }]);
  rmSync(folder, { recursive: true });
});

test('without ffprobe our own look takes films in and says what it could not check', async () => {
  const plain = await openLibrary({ media: () => ({ probe: async () => 'absent', poster: async () => null }) });
  const bare = await open(plain);
  await bare.inject({ method: 'POST', url: '/api/v1/library/clips', headers: as('an'), payload: { id: 'phim', ...texts } });
  const answer = await bare.inject({ method: 'PUT', url: '/api/v1/library/clips/phim/files/tall?licence=abc', headers: { ...as('an'), 'content-type': 'video/webm' }, payload: clipFile('handoff-tall.webm') });
  expect(answer.json()).toMatchObject({ missing: ['no-poster', 'no-captions'], files: [{ type: 'video/webm', probe: { by: 'own-look', codec: 'vp9', findings: [{ id: 'not-probed' }] } }] });
  await bare.close();
  await plain.destroy();
});

test('hostile files are refused by their bytes, whatever they are called', async () => {
  await call('an', 'POST', '/api/v1/library/clips', { id: 'phim', ...texts });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  for (const [slot, bytes] of [['tall', page], ['tall', svg], ['poster-tall', svg], ['poster-tall', page], ['captions-vi', page], ['captions-vi', Buffer.from([0xff, 0xfe, 0x00])], ['tall', clipFile('handoff-tall.mp4').subarray(0, 5_000)], ['wide', Buffer.alloc(0)]] as const) {
    expect([slot, (await upload(slot, bytes)).statusCode]).toEqual([slot, 422]);
  }
  expect((await upload('captions-vi', Buffer.alloc(300 * 1024, 65))).statusCode).toBe(413);
  expect((await upload('elsewhere', page)).statusCode).toBe(400);
  expect((await upload('tall', page, 'viewer:x')).statusCode).toBe(403);
});

test('captions are waived with a reason, and the approver has to confirm each clip that goes without', async () => {
  await call('an', 'POST', '/api/v1/library/clips', { id: 'phim', ...texts });
  await upload('tall', clipFile('handoff-tall.mp4'));
  await upload('poster-tall', clipFile('handoff-tall.webp'));
  const waived = await call('an', 'PUT', '/api/v1/library/clips/phim', { ...texts, waiver: 'Chỉ có chữ trên hình, không có lời' });
  expect(waived.json().missing).toEqual([]);
  const edition = (await call('an', 'POST', '/api/v1/library/editions', { title: 'Thêm phim' })).json();
  const url = `/api/v1/library/editions/${edition.id}`;
  const { sha256, document } = (await call('an', 'GET', `${url}/documents?path=playlist.json`)).json();
  const saved = await call('an', 'PUT', `${url}/documents`, { path: 'playlist.json', document: { items: [...document.items, waived.json().item] }, seen: sha256 });
  expect(saved.json().problems).toEqual([]);
  expect((await call('an', 'POST', `${url}/steps`, { action: 'submit' })).statusCode).toBe(200);
  const refused = await call('binh', 'POST', `${url}/steps`, { action: 'approve' });
  expect([refused.statusCode, refused.json().error]).toMatchObject([409, { code: 'LIBRARY_STATE', waivers: ['phim'] }]);
  expect((await call('binh', 'POST', `${url}/steps`, { action: 'approve', waivers: ['phim'] })).statusCode).toBe(200);
  const { files, waivers } = (await call('binh', 'GET', url)).json();
  expect(waivers).toEqual([{ clip: 'phim', reason: 'Chỉ có chữ trên hình, không có lời' }]);
  expect(files.filter((file: { path: string }) => file.path.startsWith('clips/phim-'))).toHaveLength(3);
  expect((await call('an', 'DELETE', '/api/v1/library/clips/phim')).statusCode).toBe(409);
});

test('a notice waits for a second person; an emergency goes out at once, by an administrator with a reason, and is in the log', async () => {
  const notice = { rings: [{ kind: 'unit', id: 'xa' }], from: NOW, until: NOW + 3_600_000, title: { vi: 'Mất điện', en: 'No power' }, text: { vi: 'Quầy mở lại lúc 14 giờ.', en: 'The desk opens again at 14:00.' } };
  const made = await call('an', 'POST', '/api/v1/library/notices', notice);
  expect(made.json()).toMatchObject({ state: 'review' });
  expect((await opened.manifestOf('xa'))?.notices).toEqual([]);
  const step = `/api/v1/library/notices/${made.json().id}/steps`;
  expect((await call('an', 'POST', step, { action: 'approve' })).json().error.code).toBe('LIBRARY_FOUR_EYES');
  expect((await call('binh', 'POST', step, { action: 'approve' })).json()).toMatchObject({ state: 'live' });
  expect((await opened.manifestOf('xa'))?.notices).toMatchObject([{ title: notice.title, until: notice.until }]);
  expect((await opened.manifestOf('phuong'))?.notices).toEqual([]);
  expect((await call('an', 'POST', step, { action: 'cancel' })).statusCode).toBe(200);
  expect((await opened.manifestOf('xa'))?.notices).toEqual([]);
  const emergency = { ...notice, rings: [ALL], emergency: 'Nước lũ đang lên' };
  expect((await call('an', 'POST', '/api/v1/library/notices', emergency)).statusCode).toBe(403);
  expect((await call('admin:giam', 'POST', '/api/v1/library/notices', { ...emergency, until: NOW + 25 * 3_600_000 })).statusCode).toBe(400);
  expect((await call('admin:giam', 'POST', '/api/v1/library/notices', emergency)).json()).toMatchObject({ state: 'live', emergency: 'Nước lũ đang lên' });
  expect((await opened.manifestOf('phuong'))?.notices).toHaveLength(1);
});

test('read tokens and viewers look and never change', async () => {
  expect((await call('viewer:x', 'GET', '/api/v1/library/editions')).statusCode).toBe(200);
  expect((await call('viewer:x', 'POST', '/api/v1/library/editions', { title: 'x' })).statusCode).toBe(403);
  expect((await call('an', 'PUT', '/api/v1/library/sync', { bytesPerSecond: null, quietHours: null })).statusCode).toBe(403);
  const kept = { bytesPerSecond: 64_000, quietHours: { from: '19:00', until: '06:30' } };
  expect((await call('admin:x', 'PUT', '/api/v1/library/sync', kept)).json()).toEqual(kept);
  expect((await opened.manifestOf('xa'))?.sync).toEqual(kept);
  for (const url of ['/api/v1/library/publications', '/api/v1/library/coverage', '/api/v1/library/notices', '/api/v1/summaries/plays?from=2026-11-01&to=2026-11-23']) expect((await call('viewer:x', 'GET', url)).statusCode).toBe(200);
  expect((await call('viewer:x', 'GET', '/api/v1/library/editions/nothing')).json().error.code).toBe('LIBRARY_UNKNOWN');
});
