import { describe, expect, it } from 'vitest';
import { ContentKiosk } from '#tests/fakes/content-kiosk.ts';
import { settle } from '#tests/fakes/manual-time.ts';
import { clipFiles, clipItem, OTHER_CLIP_BYTES, packFiles } from '#tests/fakes/pack-files.ts';

const MINUTE = 60_000;
const withClip = (id: string, version = '2026.11.2'): ReturnType<typeof packFiles> => ({ ...packFiles({ version, playlist: { items: [clipItem(id)] } }), ...clipFiles(id) });

async function started(kiosk = new ContentKiosk()): Promise<ContentKiosk> {
  await kiosk.start();
  return kiosk;
}

describe('a manifest that the centre names', () => {
  it('is fetched, verified, loaded and taken as a whole, and the page is told once', async () => {
    const kiosk = await started();
    const sha = kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.services.sync.state()).toEqual({ manifest: sha, loading: null, refused: [] });
    expect(kiosk.notices.filter(({ kind }) => kind === 'content')).toEqual([{ kind: 'content', version: '2026.11.2' }]);
    await kiosk.hear(10 * MINUTE);
    expect(kiosk.library.manifestAsks).toBe(1);
  });

  it('survives a restart without the centre', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    kiosk.library.signed = null;
    await kiosk.start();
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('costs nothing for files that came with the kiosk, even under another path', async () => {
    const kiosk = await started(new ContentKiosk({ ...packFiles({ version: '2026.11.1' }), ...clipFiles('shipped') }));
    const files = { ...packFiles({ playlist: { items: [clipItem('renamed')] } }), ...clipFiles('renamed') };
    kiosk.library.publish(files);
    await kiosk.hear(100);
    await kiosk.finish();
    expect(kiosk.version).toBe('2026.11.2');
    const big = kiosk.library.loads.filter(({ sent }) => sent > 3_000);
    expect(big).toEqual([]);
  });

  it.each([
    ['is signed by someone else', 'CONTENT_SIGNATURE_WRONG', (kiosk: ContentKiosk) => new ContentKiosk().library.sign(kiosk.library.signed?.manifest ?? '')],
    ['was changed after it was signed', 'CONTENT_SIGNATURE_WRONG', (kiosk: ContentKiosk) => ({ ...kiosk.library.sign('{}'), manifest: kiosk.library.signed?.manifest ?? '' })],
    ['is of a newer format', 'CONTENT_FORMAT_UNKNOWN', (kiosk: ContentKiosk) => kiosk.library.sign(JSON.stringify({ format: 'mot-cham-manifest/2' }))],
    ['names a path twice', 'CONTENT_FORMAT_UNKNOWN', (kiosk: ContentKiosk) => {
      const manifest = JSON.parse(kiosk.library.signed?.manifest ?? '') as { files: unknown[] };
      return kiosk.library.sign(JSON.stringify({ ...manifest, files: [manifest.files[0], manifest.files[0]] }));
    }],
  ])('is refused when it %s, and the content stays', async (_, code, forge) => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    kiosk.library.signed = forge(kiosk);
    await kiosk.hear(100);
    expect(kiosk.faults()).toEqual([code]);
    expect(kiosk.version).toBe('2026.11.1');
    expect(kiosk.library.loads).toEqual([]);
    // Not asked for again and again: only staff can mend it.
    await kiosk.hear(5 * MINUTE);
    expect(kiosk.library.manifestAsks).toBe(1);
  });

  it('is refused when its sequence is lower than one that was followed, also after a restart; another centre counts anew', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles(), { sequence: 7 });
    await kiosk.hear(100);
    await kiosk.start();
    kiosk.library.publish(packFiles({ version: '2026.11.9' }), { sequence: 6, version: '2026.11.9' });
    await kiosk.hear(100);
    expect(kiosk.faults()).toEqual(['CONTENT_SEQUENCE_OLD']);
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.services.sets.floor(kiosk.library.contentKey)).toBe(7);
    expect(kiosk.services.sets.floor('another key')).toBe(0);
  });

  it('is followed to the newer one when two come in a row, without finishing the first', async () => {
    const kiosk = await started();
    kiosk.library.publish({ ...packFiles({ playlist: { items: [clipItem('first')] } }), ...clipFiles('first') }, { sync: { bytesPerSecond: 1_000, quietHours: null } });
    await kiosk.hear(2_000);
    expect(kiosk.services.sync.state().loading).not.toBeNull();
    const second = kiosk.library.publish(packFiles({ version: '2026.11.3' }), { version: '2026.11.3' });
    await kiosk.hear(30_000);
    expect(kiosk.services.sync.state()).toMatchObject({ manifest: second, loading: null });
    expect(kiosk.version).toBe('2026.11.3');
  });

  it('with older content and a higher sequence goes back without loading a byte', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    kiosk.library.publish(packFiles({ version: '2026.11.3' }), { version: '2026.11.3' });
    await kiosk.hear(100);
    expect(kiosk.version).toBe('2026.11.3');
    const before = kiosk.library.bytesSent();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.library.bytesSent()).toBe(before);
  });

  it('that is withdrawn leaves the content as it is', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    kiosk.services.sync.hear(null);
    await settle();
    expect(kiosk.version).toBe('2026.11.2');
  });
});

describe('a file on its way', () => {
  it('goes on where the line was cut, and each byte is loaded once', async () => {
    const kiosk = await started();
    kiosk.library.publish(withClip('new'));
    kiosk.library.fates = Array.from({ length: 40 }, () => ({ kind: 'cut', after: 1_500 }) as const);
    await kiosk.hear(100);
    await kiosk.finish(60);
    expect(kiosk.version).toBe('2026.11.2');
    // Some files came with the kiosk; of the others each was loaded whole, and no byte of it twice.
    const loaded = new Set(kiosk.library.loads.map(({ sha }) => sha));
    const bytes = [...loaded].reduce((sum, sha) => sum + (kiosk.library.blobs.get(sha)?.byteLength ?? 0), 0);
    expect(kiosk.library.bytesSent()).toBe(bytes);
    expect(kiosk.library.ranges).toEqual(['bytes=1500-', 'bytes=3000-']);
    expect(kiosk.faults()).toEqual([]);
  });

  it('goes on after the power was cut in the middle', async () => {
    const kiosk = await started();
    kiosk.library.publish(withClip('new'), { sync: { bytesPerSecond: 1_000, quietHours: null } });
    await kiosk.hear(0);
    for (let waits = 0; waits < 30 && !kiosk.library.loads.some(({ sent }) => sent >= 3_000); waits += 1) await kiosk.time.pass(1_000);
    const stopped = kiosk.services.sync.stop();
    await kiosk.time.pass(2_000);
    await stopped;
    const sent = kiosk.library.bytesSent();
    await kiosk.start();
    // Nobody named it again: the kiosk remembers what it was loading.
    await kiosk.finish();
    expect(kiosk.version).toBe('2026.11.2');
    const distinct = [...kiosk.library.blobs.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(kiosk.library.ranges.length).toBeGreaterThan(0);
    expect(kiosk.library.bytesSent()).toBeLessThan(distinct + sent);
  });

  it('is whole also from a server that ignores Range', async () => {
    const kiosk = await started();
    kiosk.library.publish(withClip('new'));
    kiosk.library.fates = Array.from({ length: 30 }, (_, turn) => (turn % 2 === 0 ? ({ kind: 'cut', after: 500 } as const) : ({ kind: 'ignore-range' } as const)));
    await kiosk.hear(100);
    await kiosk.finish(40);
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('with a flipped bit is never taken, is loaded again, and the fault goes when it is right', async () => {
    const kiosk = await started();
    const sha = kiosk.library.publish(packFiles());
    kiosk.library.fates = [{ kind: 'flip' }];
    await kiosk.hear(0);
    expect(kiosk.faults()).toEqual(['CONTENT_FILE_WRONG']);
    expect([...kiosk.disk.files.keys()].filter((name) => name.startsWith('blobs/'))).toEqual([]);
    await kiosk.time.pass(5_000);
    expect(kiosk.services.sync.state().manifest).toBe(sha);
    expect(kiosk.faults()).toEqual([]);
  });

  it('that is wrong three times is refused: a clip is left out, the rest is shown, and the centre is told', async () => {
    const kiosk = await started();
    kiosk.library.publish({ ...packFiles({ playlist: { items: [clipItem('good'), clipItem('bad')] } }), ...clipFiles('good'), ...clipFiles('bad', OTHER_CLIP_BYTES) });
    const bad = [...kiosk.library.blobs].find(([, bytes]) => bytes === OTHER_CLIP_BYTES)?.[0] ?? '';
    kiosk.library.blobs.set(bad, Buffer.from(OTHER_CLIP_BYTES).fill(7, 100, 200));
    await kiosk.hear(100);
    await kiosk.finish();
    expect(kiosk.clips()).toEqual(['good']);
    expect(kiosk.services.sync.state().refused.map(({ path }) => path)).toEqual(['clips/bad-tall.webm', 'clips/bad-wide.webm']);
    expect(kiosk.faults()).toEqual(['CONTENT_FILE_REFUSED']);
  });

  it('that the centre does not have yet is asked for again, slower and slower', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    kiosk.library.fates = Array.from({ length: 5 }, () => ({ kind: 'missing' }) as const);
    await kiosk.hear(0);
    expect(kiosk.faults()).toEqual(['CONTENT_FILE_MISSING']);
    await kiosk.time.pass(3 * MINUTE);
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('waits as long as a busy centre asks', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    kiosk.library.fates = [{ kind: 'busy', retryAfter: '300' }];
    await kiosk.hear(4 * MINUTE);
    expect(kiosk.library.loads).toEqual([]);
    await kiosk.time.pass(2 * MINUTE);
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('comes no faster than the manifest allows', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles(), { sync: { bytesPerSecond: 1_000, quietHours: null } });
    await kiosk.hear(3_000);
    expect(kiosk.library.bytesSent()).toBeLessThanOrEqual(5_000);
    const total = [...kiosk.library.blobs.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
    await kiosk.time.pass(total + 2_000);
    expect(kiosk.version).toBe('2026.11.2');
  });
});

describe('quiet hours', () => {
  // 21:30 in Viet Nam.
  const EVENING = Date.UTC(2026, 10, 23, 14, 30);
  const files = { ...packFiles({ playlist: { items: [clipItem('new')] } }), ...clipFiles('new') };
  const media = (kiosk: ContentKiosk): number => kiosk.library.loads.filter(({ sha }) => (kiosk.library.blobs.get(sha)?.byteLength ?? 0) > 3_000).length;

  it('hold clips back until they begin by the service point\'s clock, but neither guides nor captions', async () => {
    const kiosk = new ContentKiosk(undefined, EVENING);
    await kiosk.start();
    kiosk.library.publish(files, { sync: { bytesPerSecond: null, quietHours: { from: '22:00', until: '05:00' } } });
    await kiosk.hear(20 * MINUTE);
    expect(kiosk.library.loads.length).toBeGreaterThan(1);
    expect(media(kiosk)).toBe(0);
    expect(kiosk.services.sync.progress()).toMatchObject({ waitsForQuietHours: true });
    await kiosk.time.pass(15 * MINUTE);
    expect(media(kiosk)).toBe(1);
    await kiosk.finish();
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('end a clip in the middle; what is there is kept', async () => {
    // 04:59:57
    const kiosk = new ContentKiosk(undefined, Date.UTC(2026, 10, 23, 21, 59, 57));
    await kiosk.start();
    kiosk.library.publish(files, { sync: { bytesPerSecond: 1_000, quietHours: { from: '22:00', until: '05:00' } } });
    await kiosk.hear(5 * MINUTE);
    expect(media(kiosk)).toBe(1);
    expect([...kiosk.disk.files.keys()].filter((name) => name.endsWith('.part'))).toHaveLength(1);
    expect(kiosk.services.sync.progress().waitsForQuietHours).toBe(true);
    await kiosk.time.pass(17 * 60 * MINUTE);
    await kiosk.finish();
    expect(kiosk.version).toBe('2026.11.2');
  });
});

describe('the disk', () => {
  it('over its quota is a fault, and the old content goes on', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    kiosk.limits = { mostBytes: 2_000, reserveBytes: 0 };
    await kiosk.start();
    await kiosk.hear(100);
    expect(kiosk.faults()).toEqual(['CONTENT_DISK_FULL']);
    expect(kiosk.version).toBe('2026.11.1');
    expect(kiosk.library.loads).toEqual([]);
  });

  it('keeps its reserve for the ledger', async () => {
    const kiosk = new ContentKiosk();
    kiosk.limits = { mostBytes: 1_000_000, reserveBytes: 1_000_000_000 };
    kiosk.freeBytes = 1_000_001_000;
    await kiosk.start();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    expect(kiosk.faults()).toEqual(['CONTENT_DISK_FULL']);
    kiosk.freeBytes = 2_000_000_000;
    await kiosk.hear(25 * MINUTE);
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.faults()).toEqual([]);
  });

  it('that is full in the middle of a file loses nothing that is in use', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    kiosk.disk.room = 2_500;
    kiosk.library.publish(withClip('new', '2026.11.3'), { version: '2026.11.3' });
    await kiosk.hear(100);
    expect(kiosk.faults()).toEqual(['CONTENT_DISK_FULL']);
    expect(kiosk.version).toBe('2026.11.2');
    kiosk.disk.room = 1_000_000;
    await kiosk.time.pass(25 * MINUTE);
    await kiosk.finish();
    expect(kiosk.version).toBe('2026.11.3');
  });

  it('keeps the files of the present and the previous set, and drops older ones once a set has proved itself', async () => {
    const kiosk = await started();
    const only = (version: string): string => JSON.stringify({ marker: version });
    for (const version of ['2026.11.2', '2026.11.3', '2026.11.4']) {
      kiosk.library.publish({ ...packFiles({ version }), 'notes.json': only(version) }, { version });
      await kiosk.hear(100);
      await kiosk.showFor(6);
    }
    const kept = [...kiosk.disk.files.entries()].filter(([name]) => name.startsWith('blobs/')).map(([, bytes]) => Buffer.from(bytes).toString());
    expect(['2026.11.2', '2026.11.3', '2026.11.4'].map((version) => kept.includes(only(version)))).toEqual([false, true, true]);
  });

  it('that cannot be read at all leaves the pack that came with the kiosk, and a fault', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    kiosk.disk.size = () => Promise.reject(new Error('EIO: i/o error'));
    await kiosk.start();
    expect(kiosk.version).toBe('2026.11.1');
    expect(kiosk.faults()).toEqual(['CONTENT_DISK_FAILED']);
  });

  it('that turned a bit of a guide gives the previous set, and the guide is loaded again', async () => {
    const kiosk = await started();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    await kiosk.showFor(6);
    kiosk.library.publish({ ...packFiles({ version: '2026.11.3', events: [] }) }, { version: '2026.11.3' });
    await kiosk.hear(100);
    const [name, bytes] = [...kiosk.disk.files].find(([, one]) => Buffer.from(one).toString().includes('2026.11.3')) ?? ['', new Uint8Array()];
    kiosk.disk.files.set(name, Uint8Array.from(bytes, (byte, index) => (index === 3 ? byte ^ 1 : byte)));
    await kiosk.start();
    expect(kiosk.version).toBe('2026.11.2');
    await kiosk.hear(1_000);
    expect(kiosk.version).toBe('2026.11.3');
  });
});

describe('a bad pack', () => {
  it.each([
    ['a guide', { 'guides/khai-sinh.json': '{"kind":"guide"}' }, 'guides/khai-sinh.json'],
    ['pack.json', { 'pack.json': '{}' }, 'pack.json'],
    ['another version than the manifest says', { ...packFiles({ version: '2026.12.1' }) }, 'pack.json'],
  ])('(%s) is refused as a whole and not tried again; the centre is told which file', async (_, files, path) => {
    const kiosk = await started();
    const sha = kiosk.library.publish({ ...packFiles(), ...files });
    await kiosk.hear(100);
    expect(kiosk.version).toBe('2026.11.1');
    expect(kiosk.faults()).toEqual(['CONTENT_INVALID']);
    expect(kiosk.services.sync.state()).toMatchObject({ manifest: null, loading: null, refused: [{ path }] });
    const loads = kiosk.library.loads.length;
    await kiosk.start();
    kiosk.services.sync.hear(sha);
    await kiosk.time.pass(MINUTE);
    expect(kiosk.library.loads).toHaveLength(loads);
    kiosk.library.publish(packFiles({ version: '2026.11.3' }), { version: '2026.11.3' });
    await kiosk.hear(1_000);
    expect(kiosk.version).toBe('2026.11.3');
  });

  it('whose playlist names a file that the manifest does not hold leaves out that item alone', async () => {
    const kiosk = await started();
    const { 'clips/lost.vi.vtt': _captions, ...rest } = clipFiles('lost');
    kiosk.library.publish({ ...packFiles({ playlist: { items: [clipItem('there'), clipItem('lost')] } }), ...clipFiles('there'), ...rest });
    await kiosk.hear(100);
    await kiosk.finish();
    expect(kiosk.clips()).toEqual(['there']);
    expect(kiosk.services.sync.state().refused).toEqual([{ path: 'clips/lost.vi.vtt', reason: 'the manifest does not hold it' }]);
  });
});
