import { describe, expect, it } from 'vitest';
import { decideProbation, FIRST_PROBATION, MOST_FAILURES, PROOF_BEATS, type Probation } from '#host/content/decide-probation.ts';
import { ContentKiosk } from '#tests/fakes/content-kiosk.ts';
import { settle } from '#tests/fakes/manual-time.ts';
import { clipFiles, clipItem, packFiles } from '#tests/fakes/pack-files.ts';

/** A kiosk that was content with 2026.11.2 and has just switched to 2026.11.3. */
async function switched(): Promise<ContentKiosk> {
  const kiosk = new ContentKiosk();
  await kiosk.start();
  kiosk.library.publish(packFiles());
  await kiosk.hear(100);
  await kiosk.showFor(PROOF_BEATS);
  kiosk.library.publish(packFiles({ version: '2026.11.3' }), { version: '2026.11.3' });
  await kiosk.hear(100);
  expect(kiosk.version).toBe('2026.11.3');
  kiosk.notices = [];
  return kiosk;
}

async function take(kiosk: ContentKiosk): Promise<void> {
  kiosk.services.sets.noteTaken();
  await settle();
}

async function fail(kiosk: ContentKiosk, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    kiosk.services.sets.noteFailed('the page crashed');
    await settle();
  }
}

describe('a new set on probation', () => {
  it('may stay after six beats in a row with a moving picture, and goes after three failures', () => {
    const after = (events: readonly ('alive' | 'failed')[]): string => {
      let [state, verdict]: [Probation, string] = [decideProbation(FIRST_PROBATION, 'taken').state, 'wait'];
      for (const event of events) ({ state, verdict } = decideProbation(state, event));
      return verdict;
    };
    expect(after(Array.from({ length: PROOF_BEATS }, () => 'alive'))).toBe('keep');
    expect(after([...Array.from({ length: PROOF_BEATS - 1 }, () => 'alive' as const), 'failed', 'alive'])).toBe('wait');
    expect(after(Array.from({ length: MOST_FAILURES }, () => 'failed'))).toBe('roll-back');
  });

  it('is left by itself when the page fails on it three times; the fault is told, the page is loaded anew, and it is not tried again', async () => {
    const kiosk = await switched();
    const bad = kiosk.library.manifest ?? '';
    await take(kiosk);
    await fail(kiosk, 3);
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.faults()).toEqual(['CONTENT_ROLLED_BACK']);
    expect(kiosk.notices.map(({ kind }) => kind)).toEqual(['content', 'reload']);
    expect(kiosk.services.sync.state().refused).toEqual([{ path: 'pack.json', reason: 'the page crashed' }]);
    await kiosk.start();
    kiosk.services.sync.hear(bad);
    await kiosk.time.pass(60_000);
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('is not blamed for what happens before the page has it: a citizen may still be on the old one', async () => {
    const kiosk = await switched();
    await fail(kiosk, 5);
    expect(kiosk.version).toBe('2026.11.3');
  });

  it('is left when the whole kiosk goes down on it again and again', async () => {
    const kiosk = await switched();
    for (const expected of ['2026.11.3', '2026.11.3', '2026.11.2']) {
      await take(kiosk);
      await kiosk.start();
      expect(kiosk.version).toBe(expected);
    }
    await kiosk.start();
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('is not blamed when somebody only switches the kiosk on and off', async () => {
    const kiosk = await switched();
    for (let start = 0; start < 5; start += 1) await kiosk.start();
    expect(kiosk.version).toBe('2026.11.3');
  });

  it('that has proved itself stays, whatever happens later', async () => {
    const kiosk = await switched();
    await kiosk.showFor(PROOF_BEATS);
    await fail(kiosk, 10);
    for (let start = 0; start < 5; start += 1) await kiosk.start();
    expect(kiosk.version).toBe('2026.11.3');
  });

  it('is not what a later roll-back returns to', async () => {
    const kiosk = await switched();
    kiosk.library.publish(packFiles({ version: '2026.11.4' }), { version: '2026.11.4' });
    await kiosk.hear(100);
    await take(kiosk);
    await fail(kiosk, 3);
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('goes back to the pack that came with the kiosk when there was nothing before', async () => {
    const kiosk = new ContentKiosk();
    await kiosk.start();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    await take(kiosk);
    await fail(kiosk, 3);
    expect(kiosk.version).toBe('2026.11.1');
    expect(kiosk.services.sync.state().manifest).toBeNull();
  });
});

describe('the trial of a clip', () => {
  const publish = (kiosk: ContentKiosk): void => {
    kiosk.library.publish({ ...packFiles({ playlist: { items: [clipItem('one'), clipItem('two')] } }), ...clipFiles('one'), ...clipFiles('two', Buffer.from('no clip at all'.repeat(100))) });
  };
  const trial = (kiosk: ContentKiosk): { trial: string; path: string } => {
    const notice = kiosk.notices.findLast(({ kind }) => kind === 'trial');
    return notice?.kind === 'trial' ? { trial: notice.trial, path: notice.sources[0]?.path ?? '' } : { trial: '', path: '' };
  };

  async function open(): Promise<ContentKiosk> {
    const kiosk = new ContentKiosk();
    kiosk.isPageOpen = true;
    await kiosk.start();
    publish(kiosk);
    await kiosk.hear(100);
    return kiosk;
  }

  it('goes before the switch, one clip at a time; what fails is left out and named, the rest is shown', async () => {
    const kiosk = await open();
    expect(kiosk.version).toBe('2026.11.1');
    expect(kiosk.notices.filter(({ kind }) => kind === 'trial')).toHaveLength(1);
    kiosk.services.trials.answer({ ...trial(kiosk), reason: null });
    await settle();
    kiosk.services.trials.answer({ ...trial(kiosk), reason: 'the file could not be decoded' });
    await settle();
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.clips()).toEqual(['one']);
    expect(kiosk.services.sync.state().refused).toEqual([
      { path: 'clips/two-tall.webm', reason: 'the file could not be decoded' },
      { path: 'clips/two-wide.webm', reason: 'the file could not be decoded' },
    ]);
    expect(kiosk.faults()).toEqual(['CONTENT_FILE_REFUSED']);
    // Remembered over a restart, and not tried again.
    await kiosk.start();
    expect(kiosk.clips()).toEqual(['one']);
  });

  it('is asked again of a page that has just come, and given up for a page that never does', async () => {
    const kiosk = await open();
    expect(kiosk.services.trials.standing()).toMatchObject({ kind: 'trial', trial: trial(kiosk).trial });
    kiosk.isPageOpen = false;
    await kiosk.time.pass(5 * 60_000);
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.clips()).toEqual(['one', 'two']);
  });

  it('fails when the page dies twice while it decodes', async () => {
    const kiosk = await open();
    kiosk.services.trials.notePageDeath();
    expect(kiosk.services.trials.standing()).not.toBeNull();
    kiosk.services.trials.notePageDeath();
    await settle();
    kiosk.services.trials.answer({ ...trial(kiosk), reason: null });
    await settle();
    expect(kiosk.clips()).toEqual(['two']);
  });

  it('believes no answer to a question that was not asked', async () => {
    const kiosk = await open();
    kiosk.services.trials.answer({ trial: 'trial-99', path: trial(kiosk).path, reason: 'no' });
    kiosk.services.trials.answer({ trial: trial(kiosk).trial, path: 'blobs/other.webm', reason: 'no' });
    await settle();
    expect(kiosk.services.trials.standing()).not.toBeNull();
  });

  it('is spared to clips that came with the kiosk', async () => {
    const kiosk = new ContentKiosk({ ...packFiles({ version: '2026.11.1' }), ...clipFiles('one') });
    kiosk.isPageOpen = true;
    await kiosk.start();
    kiosk.library.publish({ ...packFiles({ playlist: { items: [clipItem('one')] } }), ...clipFiles('one') });
    await kiosk.hear(100);
    expect(kiosk.version).toBe('2026.11.2');
  });

  it('is not repeated for clips that are in use already', async () => {
    const kiosk = await open();
    for (let clip = 0; clip < 2; clip += 1) {
      kiosk.services.trials.answer({ ...trial(kiosk), reason: null });
      await settle();
    }
    kiosk.notices = [];
    kiosk.library.publish({ ...packFiles({ version: '2026.11.3', playlist: { items: [clipItem('two')] } }), ...clipFiles('two', Buffer.from('no clip at all'.repeat(100))) }, { version: '2026.11.3' });
    await kiosk.hear(100);
    expect(kiosk.version).toBe('2026.11.3');
    expect(kiosk.notices.filter(({ kind }) => kind === 'trial')).toEqual([]);
  });
});
