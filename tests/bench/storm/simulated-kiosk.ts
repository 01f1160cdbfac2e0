import type { Health } from '#contract/health.ts';
import { dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { success } from '#domain/result.ts';
import type { Clock, Compress, Http, Timers } from '#host/ports.ts';
import { Uploader, type SentLedger } from '#host/upload/uploader.ts';
import { packBatch, packEnd, type PackedEnd } from './packed-batch.ts';

export type Enrolled = { readonly stream: string; readonly token: string };

export type SimulatedKiosk = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  readonly waiting: () => number;
};

export type KioskSurroundings = {
  readonly centreUrl: string;
  readonly http: Http;
  readonly timers: Timers;
  /** Entries that wait in the kiosk when the storm begins. */
  readonly entries: number;
  readonly onReceived: () => void;
};

const FIELDS = ['Hộ tịch', 'Cư trú', 'Đất đai', 'Xây dựng'];
/** One tap every twenty minutes or so: 900 of them are about two weeks. */
const APART = 1_200_000;
const BOOT = 'storm';
/** Long enough that every waiting tap was made in this boot. */
const UP_BEFORE = 400 * 86_400_000;

const clock: Clock = { now: () => Date.now(), up: () => Math.round(UP_BEFORE + performance.now()), boot: BOOT };
const random = { fraction: () => Math.random(), uuid: () => '', secret: () => '' };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const health = async (): Promise<Health> => ({
  framesShown: 600,
  pictureMoving: true,
  appVersion: '0.1.0',
  contentVersion: '2026.11.1',
  shell: 'browser',
  waiting: 0,
  freeDiskBytes: 10_000_000_000,
  clockOffset: 0,
  rendererRestarts: 0,
  faults: [],
});

/**
 * The kiosk's own uploader, with its back-off and its time-out, over a ledger whose entries all kiosks share: the
 * uploader carries a word in their place, and {@link compress} sets them in, packed once for all.
 */
export function simulatedKiosk({ stream, token }: Enrolled, { centreUrl, http, timers, entries, onReceived }: KioskSurroundings): SimulatedKiosk {
  let mark = 0;
  let offered = 0;
  const state = () => ({ stream, head: entries, mark, offered });
  const madeToday = new Map([[dayOf(began, DEFAULT_TIME_ZONE), 0]]);
  const ledger: SentLedger = {
    state: () => success(state()),
    takeBatch(count) {
      const first = mark + 1;
      const to = Math.min(entries, mark + count);
      offered = Math.max(offered, to);
      return success({ state: state(), first, entries: [`${mark} to ${to} of ${entries}`] });
    },
    receive(received) {
      mark = received;
      onReceived();
      return success(null);
    },
    hear: () => success(null),
    learnOffset: () => undefined,
    madeByDay: () => success(madeToday),
    prune: () => success(0),
  };
  const uploader = new Uploader({ ledger, http, clock, timers, random, log: quiet, compress, credentials: () => ({ centreUrl, token }), health, onChange: () => undefined, onBeaten: () => undefined });
  return { start: () => uploader.start(), stop: () => uploader.stop(), waiting: () => entries - mark };
}

const began = Date.now();
const upThen = clock.up();
const ends = new Map<string, PackedEnd>();

/** What `JSON.stringify` makes of the word for entries, at the end of a body. */
const WORD = /"(\d+) to (\d+) of (\d+)"\]\}$/;
/** As a kiosk packs. */
const LEVEL = 1;

const compress: Compress = async (text) => {
  const found = WORD.exec(text);
  if (found === null) throw new Error('a batch without its word');
  const [word, from, to, count] = found;
  const end = ends.get(word) ?? packEnd(endOf(Number(from), Number(to), Number(count)), LEVEL);
  ends.set(word, end);
  return packBatch(text.slice(0, -word.length), end);
};

function endOf(from: number, to: number, count: number): string {
  const entries = Array.from({ length: to - from }, (_, index) => JSON.stringify(tap(from + index + 1, count)));
  return `${entries.join(',')}]}`;
}

function tap(seq: number, count: number): unknown {
  const age = (count - seq + 1) * APART + ((seq * 7_919) % 600_000);
  return {
    kind: 'tap',
    at: began - age,
    up: Math.round(upThen - age),
    boot: BOOT,
    score: 1 + ((seq * 31) % 5),
    scale: 'five-v1',
    about: 'visit',
    field: FIELDS[seq % FIELDS.length],
    lang: 'vi',
    from: 'attract',
  };
}
