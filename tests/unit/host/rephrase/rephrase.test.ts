import { describe, expect, it } from 'vitest';
import type { RephraseRequest } from '#contract/rephrase.ts';
import { testHost, type TestHost } from '#tests/fakes/test-host.ts';

const MINUTE = 60_000;
const REQUEST: RephraseRequest = { question: 'canaria tên tôi là Hoa', passages: ['Trả trong 1 ngày làm việc.'], lang: 'vi' };
const GOOD = 'Ông/bà nhận trong 1 ngày làm việc.';

async function enrolled(otherWords: string | null): Promise<TestHost> {
  const kiosk = testHost();
  kiosk.centre.otherWords = otherWords;
  await kiosk.host.start({ centreUrl: 'http://centre', pairingCode: 'K7P4-2MXQ' });
  await kiosk.time.pass(10);
  return kiosk;
}
const status = ({ host }: TestHost): unknown => host.greeting()[0];

describe('other words for a text, by the centre', () => {
  it('are not asked for while the centre does not say that it can', async () => {
    const kiosk = await enrolled(null);
    expect(status(kiosk)).not.toHaveProperty('rephrase');
    expect(await kiosk.host.handlers.rephrase(REQUEST)).toMatchObject({ ok: false, error: { code: 'REPHRASE_OFF' } });
    expect(kiosk.centre.rephrased).toEqual([]);
    await kiosk.host.close();
  });

  it('send the question and the passages, whatever else a page puts beside them', async () => {
    const kiosk = await enrolled(GOOD);
    const more = { ...REQUEST, session: 'secret' };
    expect(await kiosk.host.handlers.rephrase(more)).toEqual({ ok: true, value: { text: GOOD } });
    expect(kiosk.centre.rephrased).toEqual([REQUEST]);
    await kiosk.host.close();
  });

  it('are no longer offered a minute after the centre turned them off', async () => {
    const kiosk = await enrolled(GOOD);
    expect(status(kiosk)).toMatchObject({ rephrase: true });
    kiosk.centre.otherWords = null;
    await kiosk.time.pass(MINUTE + 10);
    expect(status(kiosk)).not.toHaveProperty('rephrase');
    await kiosk.host.close();
  });

  it('are held against the passages on the kiosk too', async () => {
    const kiosk = await enrolled('Ông/bà nhận trong 2 ngày làm việc.');
    expect(await kiosk.host.handlers.rephrase(REQUEST)).toMatchObject({ ok: false, error: { code: 'REPHRASE_AWAY' } });
    await kiosk.host.close();
  });

  it('fail with a code, and leave nothing typed in the log or on the disk', async () => {
    const kiosk = await enrolled(GOOD);
    const { centre, host, log, dataFiles } = kiosk;
    const fates = [{ kind: 'lose-request' }, { kind: 'lose-answer' }, { kind: 'answer', answer: { status: 429, headers: {}, body: { error: { code: 'REQUEST_TOO_MANY', message: 'm' } } } }, { kind: 'answer', answer: { status: 502, headers: {}, body: '<html>' } }] as const;
    const codes: unknown[] = [];
    for (const fate of fates) {
      centre.fates = [fate];
      const answer = await host.handlers.rephrase(REQUEST);
      codes.push(answer.ok ? 'none' : answer.error.code);
    }
    expect(codes).toEqual(['REPHRASE_AWAY', 'REPHRASE_AWAY', 'REQUEST_TOO_MANY', 'REPHRASE_AWAY']);
    expect(JSON.stringify([log, [...dataFiles.texts]])).not.toContain('canaria');
    await host.close();
  });
});
