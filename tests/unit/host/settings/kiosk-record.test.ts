import { describe, expect, it } from 'vitest';
import { createKioskRecord, FIRST_SETTINGS } from '#host/settings/kiosk-record.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const secrets = { load: async () => 'token', save: async () => undefined };
const recordOf = (files: MemoryFiles) => createKioskRecord({ files, secrets, log: new QuietLog() });

/** The files of a kiosk that was set up. */
async function setUp(): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  const record = recordOf(files);
  await record.load();
  await record.saveSettings({ ...FIRST_SETTINGS, language: 'en' }, true);
  return files;
}

describe('what a kiosk knows of itself', () => {
  it('is taken from its copy when the file is damaged or gone, and the file is written again', async () => {
    for (const text of ['{"settings":', null]) {
      const files = await setUp();
      if (text === null) files.texts.delete('kiosk.json');
      else files.texts.set('kiosk.json', text);
      const record = recordOf(files);
      expect(await record.load()).toBe('mended');
      expect([record.settings().language, record.phase()]).toEqual(['en', 'ready']);
      expect(await recordOf(files).load()).toBe('whole');
    }
  });

  it('never sends citizens to set-up because both were damaged', async () => {
    const files = await setUp();
    for (const name of ['kiosk.json', 'kiosk.copy.json']) files.texts.set(name, 'x');
    const record = recordOf(files);
    expect(await record.load()).toBe('damaged');
    expect([record.phase(), record.enrolment()]).toEqual(['ready', null]);
  });

  it('is copied at a start when a person changed the file by hand', async () => {
    const files = await setUp();
    files.texts.set('kiosk.json', (files.texts.get('kiosk.json') ?? '').replace('"en"', '"vi"'));
    await recordOf(files).load();
    expect(files.texts.get('kiosk.copy.json')).toContain('"vi"');
  });

  it('is new where nothing was ever kept', async () => {
    const record = recordOf(new MemoryFiles());
    expect(await record.load()).toBe('whole');
    expect(record.phase()).toBe('set-up');
  });
});
