import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ManifestFile } from '#contract/manifest.ts';
import { parserOf } from '#contract/parse.ts';
import { confinedRun } from '#server/adapters/confined-run.ts';
import { mediaTools } from '#server/adapters/media-tools.ts';
import { pictureTypeOf } from '#server/services/fleet/picture-type.ts';
import { lookAtMp4 } from '#server/services/library/look-at-mp4.ts';
import { lookAtWebm } from '#server/services/library/look-at-webm.ts';
import { isDocument } from '#server/services/library/pack-documents.ts';
import { judgeClip } from '#server/services/library/judge-clip.ts';
import { hasProgram } from './has-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mot-cham-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const HAS_TOOLS = hasProgram('ffprobe') && hasProgram('ffmpeg');
const tools = mediaTools((name) => join(folder, name), process.env);
const isPosix = process.platform !== 'win32';

describe.runIf(isPosix)('a program that reads what strangers sent', () => {
  const run = confinedRun(2);
  const say = async (script: string, patience = 10_000): Promise<string> => String(await run('/bin/sh', ['-c', script], patience));

  test('has none of the centre\'s secrets in its environment', async () => {
    process.env['SMTP_URL'] = 'smtp://u:secret-of-the-mail@h';
    const shown = await say('env');
    delete process.env['SMTP_URL'];
    expect(shown).toContain('PATH=');
    expect(shown).not.toContain('secret-of-the-mail');
    expect(shown.split('\n').map((line) => line.split('=')[0]).filter((name) => /SMTP|DATABASE|OIDC|REPHRASE|HOME|npm_/.test(name ?? ''))).toEqual([]);
  });

  test('has bounded memory, time and output, and writes no file', async () => {
    expect((await say('ulimit -v; ulimit -f; ulimit -c')).split('\n').slice(0, 3)).toEqual(['2097152', '0', '0']);
    const made = join(folder, 'made');
    await say(`echo hello > ${made}`);
    expect(readFileSync(made, 'utf8')).toBe('');
    expect(await run('/bin/sh', ['-c', 'yes'], 10_000)).toBe('failed');
    const began = performance.now();
    expect(await run('/bin/sh', ['-c', 'sleep 20'], 300)).toBe('failed');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('is given words, never commands', async () => {
    expect(await say('printf %s "$0"')).toBe('/bin/sh');
    const words = ['$(touch made)', '; touch made', '`touch made`', '-v'];
    expect(String(await run('/usr/bin/printf', ['%s|%s|%s|%s', ...words], 10_000))).toBe(words.join('|'));
  });

  test('waits while as many run as may, and is said to be absent when it is', async () => {
    const marks = await Promise.all([1, 2, 3, 4].map(() => say('date +%s%N; sleep 0.2')));
    const starts = marks.map((mark) => Number(mark.trim()) / 1e6).toSorted((a, b) => a - b);
    expect((starts[2] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(150);
    expect(await run('no-such-program-here', [], 10_000)).toBe('absent');
  });
});

describe('the media tools', () => {
  test('are told to read this file only, and only as a film', async () => {
    const spy = put('spy.sh', '#!/bin/sh\nprintf "%s\\n" "$@" > /dev/stderr\nprintf \'{"streams":[],"format":{"tags":"%s"}}\' "$*"\n');
    chmodSync(join(folder, spy), 0o755);
    const heard = String(await confinedRun(1)(join(folder, spy), ['-protocol_whitelist', 'file'], 5_000));
    expect(heard).toContain('-protocol_whitelist file');
    const source = readFileSync(new URL('../../../server/adapters/media-tools.ts', import.meta.url), 'utf8');
    // Both calls hold the list of protocols and of formats before the file's name.
    expect(source.match(/\.\.\.SAFE_INPUT[\s\S]*?`file:\$\{pathOf\(sha256\)\}`/g)).toHaveLength(2);
  });

  test('that answer nonsense make a file broken, and no error', async () => {
    const fake = join(folder, put('nonsense.sh', '#!/bin/sh\necho "no json"\n'));
    chmodSync(fake, 0o755);
    expect(await mediaTools((name) => join(folder, name), { FFPROBE_PATH: fake }).probe('x')).toBe('broken');
  });
});

describe.runIf(HAS_TOOLS)('a film that is none', () => {
  let knocks = 0;
  let port = 0;
  const listener = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  beforeAll(async () => {
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    const address = listener.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    put('secret.txt', 'the secret of the disk');
  });
  afterAll(() => new Promise((done) => listener.close(done)));

  const lists = (): Readonly<Record<string, string>> => ({
    'a playlist of local files': `#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\nfile://${join(folder, 'secret.txt')}\n#EXT-X-ENDLIST\n`,
    'a playlist of addresses': `#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\nhttp://127.0.0.1:${port}/x.ts\n#EXT-X-ENDLIST\n`,
    'a list to be joined': `ffconcat version 1.0\nfile '${join(folder, 'secret.txt')}'\n`,
    'a list of addresses to be joined': `ffconcat version 1.0\nfile 'http://127.0.0.1:${port}/x.mp4'\n`,
    'a DASH manifest': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT10S"><Period><BaseURL>http://127.0.0.1:${port}/</BaseURL><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>x.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    'an SVG with a script': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script><image href="secret.txt"/></svg>',
    'a subtitle that names files': `WEBVTT\n\n00:00.000 --> 00:01.000\n<c>x</c>\n`,
  });

  test('is read neither from the disk nor from the network by ffprobe and ffmpeg, whatever it names', async () => {
    const found: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(lists())) {
      // Also behind the first bytes of a film, so that a look at those alone would let it pass.
      for (const bytes of [Buffer.from(text), Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42'), Buffer.from(`\n${text}`)])]) {
        const file = put('film', bytes);
        found[`${name}, ${bytes.length}`] = [await tools.probe(file), await tools.poster(file, 0)];
      }
    }
    expect(Object.values(found)).toEqual(Object.values(found).map(() => ['broken', null]));
    expect(knocks).toBe(0);
  });

  test('does not pass our own look either', async () => {
    for (const text of Object.values(lists())) {
      const bytes = Buffer.from(text);
      const read = async (start: number, length: number): Promise<Uint8Array> => bytes.subarray(start, start + length);
      expect([await lookAtMp4(read, bytes.length), await lookAtWebm(read)]).toEqual([null, null]);
    }
  });

  test('of more points than a decoder bears is refused, and no picture is taken of it', async () => {
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=size=8192x4352:rate=1', '-frames:v', '2', '-c:v', 'mjpeg', join(folder, 'huge.mov')]);
    const facts = await tools.probe('huge.mov');
    if (typeof facts === 'string') throw new Error(facts);
    const look = { type: 'video/mp4', codec: 'h264', width: 1080, height: 1008, seconds: 2, hasSound: false, isIndexLast: false } as const;
    expect(judgeClip(look, { ...facts, codec: 'h264' }, 'tall', 1_000).refused).toEqual([{ id: 'picture-size', value: '8192×4352' }]);
    expect(await tools.poster('huge.mov', 0)).toBeNull();
  });
});

test(HAS_TOOLS ? 'ffprobe and ffmpeg are here and were tested' : 'COULD NOT RUN ffprobe and ffmpeg: they are not on this machine (FFPROBE_PATH, FFMPEG_PATH name them)', () => {
  expect(typeof HAS_TOOLS).toBe('boolean');
});

test('a few bytes that say a giant picture are no picture of a kiosk', () => {
  const png = (width: number, height: number): string => {
    const head = Buffer.alloc(64);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    return head.toString('base64');
  };
  expect([pictureTypeOf(png(1_080, 1_920)), pictureTypeOf(png(7_680, 4_320))]).toEqual(['image/png', 'image/png']);
  expect([pictureTypeOf(png(60_000, 10)), pictureTypeOf(png(10, 60_000))]).toEqual([null, null]);
});

test('no file of a pack leads out of it, and no document is anything but one', () => {
  const parse = parserOf(ManifestFile);
  const isPath = (path: string): boolean => parse({ path, sha256: 'a'.repeat(64), bytes: 1 }).ok;
  for (const path of ['pack.json', 'clips/a-tall.mp4', 'languages/zh.json', 'speech/vi/x.ogg']) expect([path, isPath(path)]).toEqual([path, true]);
  const outside = ['../x', 'a/../../x', 'a/..', 'a//b', '/etc/passwd', 'a/./b', 'a\\..\\b', 'a/%2e%2e/b', 'a\0', 'C:/x', '.hidden', 'a/.hidden', 'a/'];
  for (const path of outside) expect([path, isPath(path), isDocument(path)]).toEqual([path, false, false]);
  for (const path of ['guides/../pack.json', 'guides/x.json/..', 'guides/.json', 'pack.json\n', 'guides/x.svg', 'x.html']) expect([path, isDocument(path)]).toEqual([path, false]);
});
