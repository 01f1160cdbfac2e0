import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentPack } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';
import { diskFiles } from '#host/adapters/disk-files.ts';
import { BUILT_IN_PACK } from '#host/content/built-in-pack.ts';
import { createContent } from '#host/content/content.ts';
import { inProject } from '#build/project-root.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const PACK = inProject('assets', 'pack');
const parsePack = parserOf(ContentPack);
const part = (name: string): string => readFileSync(join(PACK, name), 'utf8');

function goodPack(): MemoryFiles {
  return new MemoryFiles({
    'pack.json': part('pack.json'),
    'events.json': part('events.json'),
    'reasons.json': part('reasons.json'),
    'playlist.json': part('playlist.json'),
    'guides/khai-sinh.json': part('guides/khai-sinh.json'),
  });
}

async function load(packFiles = goodPack(), dataFiles = new MemoryFiles()) {
  const faults: string[] = [];
  const content = createContent({ packFiles, dataFiles, clock: new ManualTime().clock, log: new QuietLog(), onFault: (detail) => faults.push(detail) });
  await content.load();
  return { content, faults, dataFiles };
}

describe('the kiosk\'s content', () => {
  it('plays a clip again that failed once, and leaves one out that failed three times', async () => {
    const { content } = await load();
    const [first] = content.pack().playlist.items;
    const id = first?.id ?? '';
    const isIn = (): boolean => content.pack().playlist.items.some((item) => item.id === id);
    await content.addFailedClip(id, 'stalled');
    await content.addFailedClip(id, 'stalled');
    expect(isIn()).toBe(true);
    await content.addFailedClip(id, 'stalled');
    expect(isIn()).toBe(false);
    expect(content.failedClips()).toHaveLength(1);
  });

  it('is the pack that ships with the kiosk, whole and without a fault', async () => {
    const faults: string[] = [];
    const content = createContent({ packFiles: diskFiles(PACK), dataFiles: new MemoryFiles(), clock: new ManualTime().clock, log: new QuietLog(), onFault: (detail) => faults.push(detail) });
    await content.load();
    expect(faults).toEqual([]);
    expect(content.pack().guides.length).toBeGreaterThanOrEqual(3);
    expect(parsePack(content.pack()).ok).toBe(true);
  });

  it('falls back to a built-in pack that passes the schema, never to nothing (promise 9)', async () => {
    expect(parsePack(BUILT_IN_PACK).ok).toBe(true);
    for (const broken of ['pack.json', 'events.json', 'reasons.json', 'playlist.json']) {
      const files = goodPack();
      files.texts.set(broken, '{ not json');
      const { content, faults } = await load(files);
      expect(content.pack()).toEqual(BUILT_IN_PACK);
      expect(faults).toEqual([`${broken} is not JSON`]);
    }
    expect((await load(new MemoryFiles())).faults).toEqual(['pack.json is missing']);
  });

  it('leaves out one bad guide and keeps the others', async () => {
    const files = goodPack();
    files.texts.set('guides/bad.json', '{"kind":"guide"}');
    const { content, faults } = await load(files);
    expect(content.pack().guides.map(({ slug }) => slug)).toEqual(['khai-sinh']);
    expect(faults[0]).toContain('guides/bad.json');
  });

  it('remembers a clip that failed over a restart, for this version of the pack only', async () => {
    const { content, dataFiles } = await load();
    await content.addFailedClip('vneid', 'MEDIA_ERR_DECODE');
    expect((await load(goodPack(), dataFiles)).content.failedClips()).toMatchObject([{ clip: 'vneid', reason: 'MEDIA_ERR_DECODE' }]);
    const newer = goodPack();
    newer.texts.set('pack.json', part('pack.json').replace(/"version": "[^"]+"/, '"version": "2099.1.1"'));
    expect((await load(newer, dataFiles)).content.failedClips()).toEqual([]);
  });
});
