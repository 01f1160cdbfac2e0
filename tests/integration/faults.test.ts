import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Citizens } from '#tests/faults/storage/citizens.ts';
import { startKiosk, type KioskProcess } from '#tests/faults/storage/kiosk-process.ts';
import { recordCentre, tryCentreCuts } from '#tests/faults/storage/power-cut/power-cut-centre.ts';
import { recordLedger, tryLedgerCuts } from '#tests/faults/storage/power-cut/power-cut-kiosk.ts';
import { whyNoTrace } from '#tests/faults/storage/power-cut/record-trace.ts';
import { ledgerFile, readLedger, tally } from '#tests/faults/storage/read-ledger.ts';
import { until } from '#tests/driver/until.ts';

// The short form of `npm run faults`; kills are in tap-survives-kill.test.ts, server/programs.test.ts and server/several-servers.test.ts.
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
let kiosk: KioskProcess | null = null;
afterEach(async () => {
  await kiosk?.kill();
  kiosk = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const why = whyNoTrace();
it(why === null ? 'power cuts below SQLite are tested' : `COULD NOT RUN power cuts below SQLite: ${why}`, () => expect(typeof (why ?? '')).toBe('string'));

describe.each(why === null ? ['SQLite'] : [])('a power cut below %s at any write', () => {
  it('loses no thanked tap of the kiosk, leaves no hole, and is seen where flushes are left out (promise 1)', async () => {
    expect(await tryLedgerCuts(recordLedger(60), 60, 7)).toMatchObject({ tries: 60, lost: 0, doubled: 0, found: [] });
  });

  it('loses nothing that the centre acknowledged, and its sums agree (promise 2)', async () => {
    expect(await tryCentreCuts(recordCentre(4), 8, 7)).toMatchObject({ tries: 8, lost: 0, doubled: 0, found: [] });
  });
});

describe('a kiosk whose disk goes wrong', () => {
  it('starts with spoilt files and a copy of its settings, and keeps what it thanked for when its folder is taken away', async () => {
    const dataDir = join(folder, 'spoilt');
    mkdirSync(join(dataDir, 'kiosk', 'content'), { recursive: true });
    const settings = { settings: { language: 'vi', profile: null, tapRestSeconds: 5 }, setUpDone: true, enrolment: null };
    for (const [name, text] of [['kiosk.json', '{"settings":{"lang'], ['kiosk.copy.json', JSON.stringify(settings)], ['content/pointer.json', '{"current":'], ['ledger.sqlite', 'no database\n'.repeat(400)]] as const) writeFileSync(join(dataDir, 'kiosk', name), text);
    for (const name of ['centre-clock.json', 'failed-clips.json', 'commands.json', 'device-token.secret']) mkdirSync(join(dataDir, 'kiosk', name));

    kiosk = await startKiosk({ dataDir });
    const running = kiosk;
    expect(await running.call('boot', null)).toMatchObject({ ok: true, value: { phase: 'ready' } });
    expect(await running.call('content', null)).toMatchObject({ ok: true });
    expect(await running.faults()).toEqual(expect.arrayContaining(['SETTINGS_DAMAGED', 'CONTENT_DISK_FAILED', 'LEDGER_SET_ASIDE']));

    const citizens = new Citizens();
    for (let one = 0; one < 3; one += 1) await citizens.tap(running);
    rmSync(join(dataDir, 'kiosk'), { recursive: true });
    expect(await citizens.tap(running)).toBe(false);
    expect([...citizens.refused.keys()]).toEqual(['LEDGER_UNAVAILABLE']);
    await until(() => citizens.tap(running), 'taps are taken again', 10_000);
    await running.kill();
    expect(tally(citizens.thanked, readLedger(ledgerFile(dataDir)).taps)).toEqual({ lost: 0, doubled: 0 });
  });

  it('shows its picture where no folder can be made, refuses taps with a code, and takes them once it can', async () => {
    const dataDir = join(folder, 'nowhere');
    writeFileSync(dataDir, 'a file where the disk should be');
    kiosk = await startKiosk({ dataDir });
    const running = kiosk;
    expect((await running.call('content', null)).ok).toBe(true);
    expect(await running.call('record', { kind: 'tap', score: 5, about: 'visit' })).toMatchObject({ ok: false, code: 'LEDGER_UNAVAILABLE' });
    expect(await running.faults()).toContain('LEDGER_UNAVAILABLE');
    rmSync(dataDir);
    await until(async () => (await running.call('record', { kind: 'tap', score: 5, about: 'visit' })).ok, 'taps are taken', 10_000);
    expect(existsSync(ledgerFile(dataDir))).toBe(true);
  });
});
