import { describe, expect, it } from 'vitest';
import { ContentKiosk } from '#tests/fakes/content-kiosk.ts';
import { clipFiles, clipItem, packFiles } from '#tests/fakes/pack-files.ts';

const OLD = '2026.11.2';
const NEW = '2026.11.3';

/** A kiosk that shows OLD and has just been told of NEW; its power ends after so many writes. */
async function cutAfter(writes: number): Promise<{ readonly kiosk: ContentKiosk; readonly used: number }> {
  const kiosk = new ContentKiosk();
  await kiosk.start();
  kiosk.library.publish({ ...packFiles({ playlist: { items: [clipItem('old')] } }), ...clipFiles('old') });
  await kiosk.hear(100);
  await kiosk.finish();
  await kiosk.showFor(6);
  kiosk.library.publish({ ...packFiles({ version: NEW, playlist: { items: [clipItem('new')] } }), ...clipFiles('new', Buffer.from('another clip'.repeat(200))) }, { version: NEW });
  kiosk.power.used = 0;
  kiosk.power.left = writes;
  await kiosk.hear(100);
  await kiosk.finish(5);
  await kiosk.showFor(6);
  return { kiosk, used: kiosk.power.used };
}

describe('a kiosk whose power ends at any write', () => {
  it('shows the old set or the new one, never none, and gets to the new one by itself', { timeout: 120_000 }, async () => {
    const { used } = await cutAfter(Number.POSITIVE_INFINITY);
    expect(used).toBeGreaterThan(20);
    const seen = new Set<string>();
    for (let writes = 0; writes <= used; writes += 1) {
      const { kiosk } = await cutAfter(writes);
      await kiosk.start();
      seen.add(kiosk.version);
      expect([OLD, NEW], `after ${writes} writes`).toContain(kiosk.version);
      expect(kiosk.clips(), `after ${writes} writes`).toEqual([kiosk.version === OLD ? 'old' : 'new']);
      await kiosk.hear(60 * 60_000);
      await kiosk.finish();
      expect(kiosk.version, `after ${writes} writes`).toBe(NEW);
      expect(kiosk.clips()).toEqual(['new']);
    }
    expect([...seen].toSorted()).toEqual([OLD, NEW]);
  });
});
