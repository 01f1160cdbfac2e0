import { describe, expect, it } from 'vitest';
import { readEntries } from '#assets/catalogue/import-catalogue.ts';
import { readCatalogue, writeCatalogue } from '#contract/catalogue-file.ts';
import { readClipFile } from '#assets/clips/from-file/read-clip-file.ts';
import { LedgerReceipt } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import { pressKey } from '#domain/typing.ts';
import { parseCondition } from '#handoff/phone/page-guide.ts';
import { createKioskRecord } from '#host/settings/kiosk-record.ts';
import { readLedgerAnswer } from '#host/upload/read-answer.ts';
import { parseEntry } from '#server/services/ledger/parse-entry.ts';
import { placeEntry } from '#server/services/ledger/place-entry.ts';
import { MemoryFiles, memorySecrets } from '#tests/fakes/memory-files.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

// What `npm run fuzz` found, each as small as it was made; see docs/reliability.md.
describe('found by fuzzing', () => {
  it('a mark beyond every number an entry can have is no mark', () => {
    expect(parserOf(LedgerReceipt)({ received: 1e308 }).ok).toBe(false);
    expect(readLedgerAnswer({ status: 409, headers: {}, body: { error: { code: 'LEDGER_GAP', message: 'gap', received: 1e308 }, received: 1e308 } }, 0).kind).not.toBe('received');
  });

  it('an entry from the year 10000 stays before the day that sorts before all others', () => {
    const at = Date.UTC(10_000, 0, 1);
    for (const clock of [{ now: at, up: 5, boot: 'a' }, { now: 1_795_402_800_000, up: 5, boot: 'b' }]) {
      const placed = placeEntry({ at, up: 5, boot: 'other' }, clock, 1_795_402_800_000);
      expect(placed.placing).toBe('unplaceable');
      expect(new Date(placed.at).getUTCFullYear()).toBe(9999);
    }
  });

  it('a wrong entry is named by its own kind, in about the time that a right one takes', () => {
    const wrong = { kind: 'tap', at: 1, up: 'soon', boot: 'a', score: 5, about: 'visit' };
    expect(parseEntry(wrong)).toMatchObject({ ok: false, error: { details: { path: '/up' } } });
    expect(parseEntry({ kind: 'name', name: 'A' })).toMatchObject({ ok: false, error: { message: expect.stringContaining('/kind') } });
  });

  it('a procedure whose name is blank is refused at the import, and not lost in the file', () => {
    const line = { code: 'Aaa', name: ' ', portalId: 'A', fields: [], agencies: [], issuedBy: '', for: [], scope: 'STANDARD' };
    expect(readEntries(JSON.stringify(line))).toBe('line 1: /name: holds blanks only');
  });

  it('settings with something deep in them that nobody named are kept without it', async () => {
    const deep = `${'['.repeat(3_000)}${']'.repeat(3_000)}`;
    const files = new MemoryFiles({ 'kiosk.json': `{"settings":{"language":"vi","profile":null,"tapRestSeconds":7},"setUpDone":true,"enrolment":null,"x":${deep}}` });
    const record = createKioskRecord({ files, secrets: memorySecrets(), log: new QuietLog() });
    expect(await record.load()).toBe('whole');
    expect(record.settings().tapRestSeconds).toBe(7);
    expect(files.texts.get('kiosk.copy.json')?.length).toBeLessThan(1_000);
  });

  it('what stands below the last line that a catalogue announces is not read', () => {
    const [head, row] = writeCatalogue([{ code: '1.000001', name: 'Một', portalId: 'id', fields: [], agencies: [], issuedBy: '', for: [], scope: 'STANDARD' }]).split('\n');
    const read = readCatalogue(`${head}\n${row}\n${'no line\n'.repeat(30_000)}${row}\n`);
    expect(read.ok && [...read.value.entries].map(({ name }) => name)).toEqual(['Một']);
  });

  it('a line of 65,000 blanks in a clip’s text is refused at once', () => {
    const start = performance.now();
    const read = readClipFile(`Mã: a-b\nTiêu đề: Mở cửa\n---\nDòng: Một cửa / mở${' '.repeat(65_000)}cửa\nLời: Mở.\n`, new Set());
    expect(read).toMatchObject({ kind: 'problems' });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('a condition that is no JSON leaves its part in sight', () => {
    expect(parseCondition('abi')).toBeUndefined();
    expect(parseCondition('')).toBeUndefined();
  });

  it('a mark that a keyboard sends on its own is composed with the letter before it (E030)', () => {
    expect(pressKey({ text: 'I' }, '\u0307', true).text).toBe('İ');
    expect(pressKey({ text: 'ê' }, '\u0301', false).text).toBe('ế');
    expect(pressKey({ text: '' }, 'İ', true).text).toBe('İ');
  });
});
