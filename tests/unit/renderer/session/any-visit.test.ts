import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { READY_BOOT } from '#tests/fakes/fake-kiosk-api.ts';
import type { KioskEvent } from '#renderer/session/event.ts';
import { defaultComfort } from '#renderer/session/moves/move.ts';
import { guideView } from '#renderer/session/guide-view.ts';
import { handoffView } from '#renderer/session/handoff-view.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';

const score = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const);
const slug = fc.constantFrom('khai-sinh', 'giay-phep-lai-xe', 'khong-co');

const event: fc.Arbitrary<KioskEvent> = fc.oneof(
  fc.constantFrom<KioskEvent>(
    { kind: 'open-home' }, { kind: 'open-events' }, { kind: 'open-search' }, { kind: 'open-rate' }, { kind: 'begin' }, { kind: 'ask-again' },
    { kind: 'next' }, { kind: 'problem' }, { kind: 'open-handoff' }, { kind: 'undo' }, { kind: 'send-reasons' }, { kind: 'skip-reasons' },
    { kind: 'try-again' }, { kind: 'back' }, { kind: 'finish' }, { kind: 'open-help' }, { kind: 'open-comfort' }, { kind: 'open-languages' }, { kind: 'close-overlay' },
    { kind: 'still-here' }, { kind: 'open-staff' }, { kind: 'pin-enter' }, { kind: 'pin-delete' }, { kind: 'staff-lock' }, { kind: 'activity' },
    { kind: 'staff-opened', key: 'session-canary-key' }, { kind: 'staff-refused', refusal: { code: 'STAFF_LOCKED', retrySeconds: null } },
    { kind: 'notice', notice: { kind: 'content', version: '2026.12.1' } }, { kind: 'bug', message: 'session-canary bug' },
    { kind: 'content-loaded', pack: SMALL_PACK },
  ),
  fc.record({ kind: fc.constant('wake' as const), clip: fc.constantFrom('family', null) }),
  fc.record({ kind: fc.constant('face' as const), score }),
  fc.record({ kind: fc.constant('open-guide' as const), slug }),
  fc.record({ kind: fc.constant('open-event' as const), event: fc.constantFrom('co-con-nho', 'khong-co') }),
  fc.record({ kind: fc.constant('answer' as const), question: fc.constantFrom('a', 'b', 'z'), option: fc.constantFrom('1', '2', '9') }),
  fc.record({ kind: fc.constant('go-to-step' as const), step: fc.integer({ min: -1, max: 6 }) }),
  fc.record({ kind: fc.constant('search-text' as const), text: fc.constant('session-canary query') }),
  fc.record({ kind: fc.constant('toggle-reason' as const), reason: fc.constantFrom('wait', 'quick', 'other') }),
  fc.record({ kind: fc.constant('set-language' as const), language: fc.constantFrom('vi', 'en', 'xx') }),
  fc.record({ kind: fc.constant('set-text-size' as const), textSize: fc.constantFrom(1 as const, 1.25 as const, 1.5 as const) }),
  fc.record({ kind: fc.constant('set-contrast' as const), contrast: fc.constantFrom('paper' as const, 'light' as const, 'dark' as const) }),
  fc.record({ kind: fc.constant('set-low-reach' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('enlarge' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('pin-digit' as const), digit: fc.constantFrom('1', '7') }),
);

type Beat = { readonly event: KioskEvent; readonly pause: number };
const visit: fc.Arbitrary<Beat[]> = fc.array(
  fc.record({ event, pause: fc.constantFrom(0, 100, 450, 700, 4_000, 31_000) }),
  { maxLength: 60 },
);

/** Longer than any screen waits with large text, its warning included. */
const LONGEST_WAIT_S = 2 * 120 + 30 + 30;

function walk(beats: readonly Beat[]): KioskDriver {
  const kiosk = new KioskDriver();
  for (const { event: happened, pause } of beats) kiosk.waitSeconds(pause / 1000).send(happened);
  return kiosk;
}

describe('whatever a citizen does', () => {
  it('ends at the loop when nobody touches it any more, with nothing of the session left (E075, promise 5)', () => {
    fc.assert(
      fc.property(visit, (beats) => {
        const { state } = walk(beats).waitSeconds(LONGEST_WAIT_S);
        const { screen, overlay, comfort, trail, opened, lastPress } = state;
        expect({ screen, overlay, comfort, trail, opened, lastPress }).toEqual({
          screen: { kind: 'attract', saving: null },
          overlay: { kind: 'none' },
          comfort: defaultComfort(state.kiosk),
          trail: [],
          opened: null,
          lastPress: null,
        });
        expect(JSON.stringify(state)).not.toContain('session-canary');
      }),
      { numRuns: 80 },
    );
  });

  it('never thanks for a tap that is not in the ledger, nor stores one without thanks (promise 1)', () => {
    fc.assert(
      fc.property(visit, (beats) => {
        const kiosk = new KioskDriver();
        return beats.every(({ event: happened, pause }) => {
          const before = kiosk.entries('tap').length;
          kiosk.waitSeconds(pause / 1000).send(happened);
          const { screen } = kiosk;
          const stored = screen.kind === 'thanks' ? kiosk.ledger[screen.seq - 1] : undefined;
          const thanked = screen.kind === 'thanks';
          const isTrue = !thanked || (stored?.kind === 'tap' && stored.score === screen.score);
          return isTrue && (kiosk.entries('tap').length === before || thanked);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('retracts and explains only taps, each retracted at most once (E155)', () => {
    fc.assert(
      fc.property(visit, (beats) => {
        const kiosk = walk(beats);
        const retracted = kiosk.entries('retract').map((entry) => entry.of);
        expect(new Set(retracted).size).toBe(retracted.length);
        for (const of of [...retracted, ...kiosk.entries('reasons').map((entry) => entry.of)]) {
          expect(kiosk.ledger[of - 1]?.kind).toBe('tap');
        }
      }),
      { numRuns: 80 },
    );
  });

  it('always has something to show for the guide or the hand-off it is at', () => {
    fc.assert(
      fc.property(visit, (beats) => {
        const { screen, state } = walk(beats);
        const { pack, today, boot } = state.kiosk;
        if (screen.kind === 'guide') return guideView(pack, screen, today) !== null;
        if (screen.kind === 'handoff') return handoffView(pack, screen, boot?.servicePoint ?? null, today) !== null;
        return true;
      }),
      { numRuns: 80 },
    );
  });
});

describe('a kiosk set to English', () => {
  it('starts every session in English', () => {
    const boot = { ...READY_BOOT, settings: { ...READY_BOOT.settings, language: 'en' as const } };
    const kiosk = new KioskDriver({ boot }).wake().press({ kind: 'set-language', language: 'vi' }).press({ kind: 'finish' });
    expect(kiosk.state.comfort.language).toBe('en');
  });
});
