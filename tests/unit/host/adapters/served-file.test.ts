import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRange } from '#host/adapters/find-range.ts';
import { serveFile } from '#host/adapters/served-file.ts';
import { serveMedia } from '#host/adapters/served-media.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
const root = join(folder, 'pack');
beforeAll(() => {
  mkdirSync(join(root, 'media'), { recursive: true });
  mkdirSync(join(folder, 'made'));
  writeFileSync(join(root, 'media', 'a.webm'), '0123456789');
  writeFileSync(join(root, 'notes.md'), 'not for the page');
  writeFileSync(join(folder, 'made', 'b.mp4'), 'made');
  writeFileSync(join(folder, 'secret.json'), '{}');
  symlinkSync(join(folder, 'secret.json'), join(root, 'link.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('findRange', () => {
  it.each([
    [undefined, null],
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=5-99', { start: 5, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=0-1,4-5', null],
    ['lines=0-1', null],
    ['bytes=-', null],
  ])('reads %j of ten bytes', (header, range) => {
    expect(findRange(header, 10)).toEqual(range);
  });
});

describe('serveFile', () => {
  it('gives a clip whole, with its type and length', async () => {
    const file = await serveFile(root, { path: 'media/a.webm' });
    expect(file).toMatchObject({ status: 200, headers: { 'content-type': 'video/webm', 'content-length': '10', 'accept-ranges': 'bytes' } });
    expect(file.body === null ? null : await text(file.body)).toBe('0123456789');
  });

  it('gives the part that is asked for', async () => {
    const file = await serveFile(root, { path: 'media/a.webm', range: 'bytes=2-4' });
    expect(file).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 2-4/10', 'content-length': '3' } });
    expect(file.body === null ? null : await text(file.body)).toBe('234');
  });

  it('refuses a part that is not there', async () => {
    expect(await serveFile(root, { path: 'media/a.webm', range: 'bytes=99-' })).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10' } });
  });

  it('says so when the page has the file already', async () => {
    const { headers } = await serveFile(root, { path: 'media/a.webm', headOnly: true });
    expect(await serveFile(root, { path: 'media/a.webm', ifNoneMatch: headers['etag'] })).toMatchObject({ status: 304, body: null });
  });

  it.each(['../secret.json', '..%2fsecret.json', '%2e%2e/secret.json', '/../secret.json', '..\\secret.json', 'link.json', 'media/a.webm%00.json', '%E0%A4%A', 'notes.md', 'media', 'none.webm', ''])('gives nothing for %j', async (path) => {
    expect(await serveFile(root, { path })).toMatchObject({ status: 404, body: null });
  });

  it('gives what the centre sent by the name of its bytes, for ever, in parts, and nothing else of that folder', async () => {
    const [sha, content] = ['ab'.repeat(32), join(folder, 'content')];
    mkdirSync(join(content, 'blobs'), { recursive: true });
    writeFileSync(join(content, 'blobs', sha), '0123456789');
    writeFileSync(join(content, 'blobs', `${sha}.part`), '01234');
    writeFileSync(join(content, 'pointer.json'), '{}');
    const folders = { pack: root, made: null, content };
    const part = await serveMedia(folders, { path: `blobs/${sha}.webm`, range: 'bytes=4-' });
    expect(part).toMatchObject({ status: 206, headers: { 'content-type': 'video/webm', 'content-range': 'bytes 4-9/10', 'cache-control': 'max-age=31536000, immutable' } });
    expect(await serveMedia(folders, { path: `blobs/${sha}.vtt`, headOnly: true })).toMatchObject({ status: 200, headers: { 'content-type': 'text/vtt; charset=utf-8' } });
    const refused = [`blobs/${sha}`, `blobs/${sha}.part`, `blobs/${sha}.exe`, 'blobs/../pointer.json', 'pointer.json', `blobs/${'cd'.repeat(32)}.webm`];
    const answers = await Promise.all(refused.map(async (path) => ({ path, status: (await serveMedia(folders, { path })).status })));
    expect(answers.filter(({ status }) => status !== 404)).toEqual([]);
  });

  it('finds media that were made apart from the pack', async () => {
    const folders = { pack: root, made: join(folder, 'made'), content: '/nowhere' };
    expect(await serveMedia(folders, { path: 'media/b.mp4', headOnly: true })).toMatchObject({ status: 200 });
    expect(await serveMedia(folders, { path: 'media/../../secret.json' })).toMatchObject({ status: 404 });
    expect(await serveMedia({ ...folders, made: null }, { path: 'media/b.mp4' })).toMatchObject({ status: 404 });
  });
});
