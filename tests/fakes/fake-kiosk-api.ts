import type { ContentPack } from '#contract/content-pack.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { KioskApi, KioskHandlers } from '#contract/kiosk-api.ts';
import type { BootInfo, KioskNotice, KioskStatus, LocalDay } from '#contract/kiosk-channels.ts';
import type { EntryBody } from '#contract/ledger.ts';
import type { RephraseRequest } from '#contract/rephrase.ts';
import { failure, success } from '#domain/result.ts';

export const READY_BOOT: BootInfo = {
  phase: 'ready',
  shell: 'browser',
  appVersion: '0.1.0',
  servicePoint: {
    id: 'phuong-my-hao',
    name: 'Trung tâm Phục vụ hành chính công phường Mỹ Hào',
    kind: 'one-stop',
    timezone: 'Asia/Ho_Chi_Minh',
    publicUrl: null,
  },
  settings: { language: 'vi', profile: null, tapRestSeconds: 5 },
  pinSet: true,
  mediaBase: '/media/',
};

export const FAKE_STATUS: KioskStatus = {
  waiting: 3,
  head: 610,
  mark: 607,
  enrolled: true,
  centreUrl: 'https://motcham.example.vn',
  lastContactAt: Date.UTC(2026, 10, 23, 8, 2),
  uploadFault: 'UPLOAD_OFFLINE',
  clockOffset: 240,
  contentVersion: '2026.11.1',
  content: { state: { manifest: null, loading: null, refused: [] }, since: null, loadingSince: null, waitsForQuietHours: false },
  appVersion: '0.1.0',
  freeDiskBytes: 18_400_000_000,
  failedClips: [],
  faults: [{ code: 'UPLOAD_OFFLINE', at: Date.UTC(2026, 10, 23, 8, 5) }],
};

/** A day with plausible figures; `scale` makes smaller ones. */
export function fakeDay(day: string, scale = 1): LocalDay {
  const scores = [4, 6, 10, 54, 68].map((count) => Math.round(count * scale));
  const taps = scores.reduce((sum, count) => sum + count, 0);
  const byHour = [9, 24, 27, 22, 10, 2, 19, 17, 12];
  const hours = Array.from({ length: 24 }, (_, hour) => Math.round((byHour[hour - 7] ?? 0) * scale));
  const waiting = Math.min(3, taps);
  return {
    day,
    taps,
    scores,
    hours,
    reasons: { 'phai-cho-lau': Math.round(9 * scale), 'huong-dan-de-hieu': Math.round(21 * scale), 'giay-to-kho-hieu': Math.round(5 * scale) },
    asked: Math.round(30 * scale),
    retracted: Math.round(2 * scale),
    made: taps,
    sent: taps - waiting,
    waiting,
  };
}

/** What the fake endpoint makes of passages. */
type Rephrasing = (request: RephraseRequest) => string;

export type FakeKiosk = {
  readonly api: KioskApi;
  /** Every entry that is "on disk", in order; its number is its place from 1. */
  readonly ledger: EntryBody[];
  readonly bugs: string[];
  /** From now on nothing can be stored, until null. */
  /** Every sheet that was printed. */
  readonly sheets: readonly { readonly widthMm: number; readonly heightMm: number }[];
  readonly breakPrinter: (code: ErrorCode | null) => void;
  readonly breakDisk: (code: ErrorCode | null) => void;
  /** null: away, as at first. */
  readonly rephraseAs: (make: Rephrasing | null) => void;
  readonly notify: (notice: KioskNotice) => void;
};

/** A host in memory: it stores, counts, knows one PIN and can be broken. */
export function createFakeKiosk(pack: ContentPack, boot: BootInfo = READY_BOOT, pin: string | null = '246810'): FakeKiosk {
  const listeners = new Set<(notice: KioskNotice) => void>();
  const ledger: EntryBody[] = [];
  const bugs: string[] = [];
  let disk: ErrorCode | null = null;
  const sheets: { readonly widthMm: number; readonly heightMm: number }[] = [];
  let printer: ErrorCode | null = null;
  let rephrased: Rephrasing | null = null;
  let known = boot;
  let currentPin = pin;
  const key = 'fake-key-0123456789';
  const answer = success;
  const handlers: KioskHandlers = {
    boot: () => Promise.resolve(answer({ ...known, pinSet: currentPin !== null })),
    content: () => Promise.resolve(answer(pack)),
    record: (body) => {
      if (disk !== null) return Promise.resolve(failure(disk, 'the fake disk is broken'));
      ledger.push(body);
      return Promise.resolve(answer({ stream: 'fake-stream-1', seq: ledger.length }));
    },
    clipFailed: () => Promise.resolve(answer(null)),
    trialDecoded: () => Promise.resolve(answer(null)),
    beat: () => Promise.resolve(answer(null)),
    session: () => Promise.resolve(answer(null)),
    bug: ({ message }) => {
      bugs.push(message);
      return Promise.resolve(answer(null));
    },
    print: (sheet) => {
      if (printer !== null) return Promise.resolve(failure(printer, 'the fake printer is out of paper'));
      sheets.push(sheet);
      return Promise.resolve(answer(null));
    },
    rephrase: (request) => Promise.resolve(rephrased === null ? failure('REPHRASE_AWAY', 'the fake endpoint is away') : answer({ text: rephrased(request) })),
    staffUnlock: (request) => Promise.resolve(request.pin === currentPin ? answer({ key }) : failure('STAFF_PIN_WRONG', 'not this PIN')),
    staffSetPin: (request) => {
      if (currentPin !== null && request.key !== key) return Promise.resolve(failure('STAFF_PIN_SET', 'a PIN is set'));
      currentPin = request.pin;
      return Promise.resolve(answer({ key }));
    },
    staffLock: () => Promise.resolve(answer(null)),
    staffDays: () => Promise.resolve(answer({ days: [0.4, 0.9, 0.05, 1.1, 0.15, 0.8, 1].map((scale, index) => fakeDay(`2026-11-${17 + index}`, scale)) })),
    staffStatus: () => Promise.resolve(answer(FAKE_STATUS)),
    sendNow: () => Promise.resolve(answer({ ...FAKE_STATUS, waiting: 0, mark: 610 })),
    leaveKiosk: () => Promise.resolve(failure('SHELL_CANNOT_LEAVE', 'a browser stays')),
    enrol: (request) => {
      if (request.pairingCode !== 'K7P4-2MXQ') return Promise.resolve(failure('ENROL_CODE_UNKNOWN', 'not this code'));
      known = { ...known, servicePoint: READY_BOOT.servicePoint };
      return Promise.resolve(answer(known));
    },
    saveSettings: ({ settings, finish }) => {
      known = { ...known, settings, phase: finish ? 'ready' : known.phase };
      return Promise.resolve(answer({ ...known, pinSet: currentPin !== null }));
    },
  };
  return {
    api: {
      call: (channel, request) => handlers[channel](request),
      onNotice: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    ledger,
    bugs,
    sheets,
    breakPrinter: (code) => {
      printer = code;
    },
    rephraseAs: (make) => {
      rephrased = make;
    },
    breakDisk: (code) => {
      disk = code;
    },
    notify: (notice) => {
      for (const listener of listeners) listener(notice);
    },
  };
}
