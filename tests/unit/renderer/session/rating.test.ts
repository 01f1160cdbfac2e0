import { describe, expect, it } from 'vitest';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { orderReasons } from '#renderer/session/moves/rating.ts';
import { facesRest, pressedFace, undoSecondsLeft } from '#renderer/session/selectors.ts';
import type { ThanksScreen } from '#renderer/session/state.ts';

function thanks(kiosk: KioskDriver): ThanksScreen {
  if (kiosk.screen.kind !== 'thanks') throw new Error(`at ${kiosk.screen.kind}`);
  return kiosk.screen;
}

describe('rating from the loop', () => {
  it('records a face touched on the loop at once, about the visit, and thanks for it (E155)', () => {
    const kiosk = new KioskDriver().touchFace(4);
    expect(kiosk.ledger).toEqual([{ kind: 'tap', score: 4, scale: 'five-v1', about: 'visit', lang: 'vi', from: 'attract' }]);
    expect(kiosk.screen).toMatchObject({ kind: 'thanks', score: 4, seq: 1 });
  });

  it('thanks only after the disk has answered; the face stays pressed meanwhile (promise 1)', () => {
    const kiosk = new KioskDriver();
    kiosk.holdsDisk = true;
    kiosk.touchFace(2).waitSeconds(5);
    expect(kiosk.screen.kind).toBe('attract');
    expect(pressedFace(kiosk.state)).toBe(2);
    kiosk.releaseDisk();
    expect(kiosk.screen).toMatchObject({ kind: 'thanks', score: 2, seq: 1 });
  });

  it('lets nothing lead away from a tap that is on its way to the disk', () => {
    const kiosk = new KioskDriver();
    kiosk.holdsDisk = true;
    kiosk.touchFace(5).wake().touchFace(1).press({ kind: 'finish' });
    expect(kiosk.screen.kind).toBe('attract');
    kiosk.releaseDisk();
    expect(kiosk.entries('tap')).toHaveLength(1);
    expect(kiosk.screen.kind).toBe('thanks');
  });

  it('stays at the question when "Kết thúc" or "Quay lại" is pressed before the disk has answered', () => {
    for (const kind of ['finish', 'back'] as const) {
      const kiosk = new KioskDriver().wake().press({ kind: 'open-rate' }).pass(600);
      kiosk.holdsDisk = true;
      kiosk.touchFace(5).press({ kind });
      expect(kiosk.screen.kind).toBe('rate');
      expect(kiosk.releaseDisk().screen).toMatchObject({ kind: 'thanks', score: 5 });
    }
  });

  it('does not take a late answer to another tap for the answer to this one', () => {
    const kiosk = new KioskDriver();
    kiosk.holdsDisk = true;
    kiosk.touchFace(5).send({ kind: 'bug', message: 'boom' }).waitSeconds(6).touchFace(1);
    kiosk.send({ kind: 'tap-recorded', ticket: 1, seq: 1, chance: 0 });
    expect(kiosk.screen).toMatchObject({ kind: 'attract', saving: { score: 1 } });
  });

  it('says honestly that nothing was stored when the ledger fails, and thanks for nothing', () => {
    const kiosk = new KioskDriver();
    kiosk.brokenDisk = 'LEDGER_DISK_FULL';
    kiosk.touchFace(5);
    expect(kiosk.screen).toMatchObject({ kind: 'not-stored', code: 'LEDGER_DISK_FULL' });
    expect(kiosk.ledger).toEqual([]);
  });

  it('asks the faces again after a failure, and goes back to the loop when nobody tries', () => {
    const kiosk = new KioskDriver();
    kiosk.brokenDisk = 'LEDGER_LOCKED';
    kiosk.touchFace(5);
    kiosk.brokenDisk = null;
    kiosk.press({ kind: 'try-again' }).touchFace(5);
    expect(kiosk.screen.kind).toBe('thanks');
    const alone = new KioskDriver();
    alone.brokenDisk = 'LEDGER_LOCKED';
    expect(alone.touchFace(5).waitSeconds(31).screen.kind).toBe('attract');
  });

  it('ignores the answer of a tap from a session that has ended', () => {
    const kiosk = new KioskDriver();
    kiosk.send({ kind: 'tap-recorded', ticket: 99, seq: 7, chance: 0 });
    expect(kiosk.screen.kind).toBe('attract');
  });

  it('takes one tap from a trembling finger (E008)', () => {
    const kiosk = new KioskDriver().touchFace(3);
    kiosk.pass(120).send({ kind: 'face', score: 3 });
    expect(kiosk.entries('tap')).toHaveLength(1);
  });

  it('rests for five seconds after a tap, then takes the next one (E170)', () => {
    const kiosk = new KioskDriver().touchFace(5);
    kiosk.pass(3_100).send({ kind: 'skip-reasons' });
    expect(kiosk.screen.kind).toBe('attract');
    expect(facesRest(kiosk.state)).toBe(true);
    kiosk.press({ kind: 'face', score: 1 });
    expect(kiosk.entries('tap')).toHaveLength(1);
    kiosk.waitSeconds(2);
    expect(facesRest(kiosk.state)).toBe(false);
    kiosk.press({ kind: 'face', score: 1 });
    expect(kiosk.entries('tap')).toHaveLength(2);
  });
});

describe('after the thanks', () => {
  it('takes a tap back within five seconds and asks again: it replaces, it never adds (E155)', () => {
    const kiosk = new KioskDriver().touchFace(1);
    kiosk.pass(2_000).send({ kind: 'undo' });
    expect(kiosk.entries('retract')).toEqual([{ kind: 'retract', of: 1 }]);
    expect(kiosk.screen).toMatchObject({ kind: 'rate', about: { kind: 'visit' }, from: 'attract' });
    kiosk.touchFace(5);
    expect(thanks(kiosk)).toMatchObject({ score: 5, seq: 3 });
  });

  it('counts the seconds of the undo down from five and then refuses it (E155)', () => {
    const kiosk = new KioskDriver().touchFace(1);
    expect(undoSecondsLeft(kiosk.state)).toBe(5);
    kiosk.waitSeconds(3);
    expect(undoSecondsLeft(kiosk.state)).toBe(2);
    kiosk.waitSeconds(2).send({ kind: 'undo' });
    expect(undoSecondsLeft(kiosk.state)).toBe(0);
    expect(kiosk.entries('retract')).toEqual([]);
  });

  it('guards the thanks from the very touch that brought it (E077)', () => {
    const kiosk = new KioskDriver().touchFace(1);
    kiosk.pass(200).send({ kind: 'undo' });
    expect(kiosk.screen.kind).toBe('thanks');
  });

  it('asks low scores for what went wrong and high scores for what went well, "other" last (E156)', () => {
    expect(thanks(new KioskDriver().touchFace(3)).reasons.toSorted()).toEqual(['guidance', 'late', 'other', 'papers', 'wait']);
    expect(thanks(new KioskDriver().touchFace(3)).reasons.at(-1)).toBe('other');
    expect(thanks(new KioskDriver().touchFace(4)).reasons.toSorted()).toEqual(['clear', 'quick', 'simple']);
  });

  it('shuffles the reasons evenly: each of the 24 orders has its share of chances (E156)', () => {
    const low = SMALL_PACK.reasons.filter((reason) => reason.after === 'low');
    const orders = new Map<string, number>();
    for (let i = 0; i < 2_400; i += 1) {
      const name = orderReasons(low, (i + 0.5) / 2_400).map((reason) => reason.id).join();
      orders.set(name, (orders.get(name) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    expect(new Set(orders.values())).toEqual(new Set([100]));
  });

  it('stores several reasons of one tap and closes three seconds later', () => {
    const kiosk = new KioskDriver().touchFace(2);
    kiosk.press({ kind: 'toggle-reason', reason: 'wait' }).press({ kind: 'toggle-reason', reason: 'late' }).press({ kind: 'toggle-reason', reason: 'wait' });
    kiosk.press({ kind: 'toggle-reason', reason: 'papers' }).press({ kind: 'send-reasons' });
    expect(kiosk.entries('reasons')).toEqual([{ kind: 'reasons', of: 1, reasons: ['late', 'papers'] }]);
    expect(thanks(kiosk).stage).toBe('sent');
    expect(kiosk.waitSeconds(3).screen.kind).toBe('attract');
  });

  it('closes by itself 15 s after the last touch, and any touch starts that anew (E156)', () => {
    const kiosk = new KioskDriver().touchFace(2).waitSeconds(14);
    kiosk.send({ kind: 'activity' }).waitSeconds(14);
    expect(kiosk.screen.kind).toBe('thanks');
    expect(kiosk.waitSeconds(1).screen.kind).toBe('attract');
  });

  it('keeps reasons that were touched when the citizen walks away', () => {
    const kiosk = new KioskDriver().touchFace(2).press({ kind: 'toggle-reason', reason: 'wait' }).waitSeconds(16);
    expect(kiosk.entries('reasons')).toEqual([{ kind: 'reasons', of: 1, reasons: ['wait'] }]);
  });

  it('shows the thanks for three seconds even when the reasons are skipped at once (E155)', () => {
    const kiosk = new KioskDriver().touchFace(2).press({ kind: 'skip-reasons' });
    expect(thanks(kiosk).stage).toBe('skipped');
    expect(kiosk.waitSeconds(2).screen.kind).toBe('thanks');
    expect(kiosk.waitSeconds(1).screen.kind).toBe('attract');
    expect(kiosk.entries('reasons')).toEqual([]);
  });

  it('says so when a retraction could not be stored', () => {
    const kiosk = new KioskDriver().touchFace(2);
    kiosk.brokenDisk = 'LEDGER_LOCKED';
    kiosk.press({ kind: 'undo' });
    expect(kiosk.screen).toMatchObject({ kind: 'not-stored', code: 'LEDGER_LOCKED' });
  });
});

describe('the question at the end', () => {
  it('is asked of everyone who opened a guide, finished or not (E157)', () => {
    const kiosk = new KioskDriver().wake().openGuide('khai-sinh').press({ kind: 'finish' });
    expect(kiosk.screen).toMatchObject({ kind: 'rate', about: { kind: 'guide', slug: 'khai-sinh', step: 'overview' } });
    kiosk.touchFace(4);
    expect(kiosk.entries('tap')).toEqual([
      { kind: 'tap', score: 4, scale: 'five-v1', about: 'guide', procedure: '1.001193', step: 'overview', field: 'Hộ tịch', lang: 'vi', from: 'guide' },
    ]);
  });

  it('is not asked of someone who opened no guide (E076)', () => {
    expect(new KioskDriver().wake().press({ kind: 'finish' }).screen.kind).toBe('attract');
  });

  it('counts as ignored when nobody touches it for 20 s, so that the response rate is honest (E179)', () => {
    const kiosk = new KioskDriver().wake().openGuide('khai-sinh').press({ kind: 'finish' }).waitSeconds(20);
    expect(kiosk.screen.kind).toBe('attract');
    expect(kiosk.entries('asked')).toEqual([{ kind: 'asked', about: 'guide', outcome: 'ignored' }]);
  });

  it('waits twice as long for someone who reads large text (E072)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'set-text-size', textSize: 1.5 }).press({ kind: 'open-rate' });
    expect(kiosk.waitSeconds(39).screen.kind).toBe('rate');
    expect(kiosk.waitSeconds(2).screen.kind).toBe('attract');
  });

  it('counts as ignored when it is declined', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'open-rate' }).press({ kind: 'finish' });
    expect(kiosk.entries('asked')).toEqual([{ kind: 'asked', about: 'visit', outcome: 'ignored' }]);
  });
});
