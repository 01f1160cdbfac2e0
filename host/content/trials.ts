import type { ClipFile } from '#contract/content-pack.ts';
import type { KioskNotice } from '#contract/kiosk-channels.ts';
import type { Log, Timers } from '../ports.ts';

/** A page that is not there is waited for so long, ms; without one nobody can say whether a clip plays, nor see it. */
const PAGE_PATIENCE = 60_000;
/** The page tries clips between two visits only, so its answer may take a while, ms. */
const ANSWER_PATIENCE = 30 * 60_000;
/** A clip during whose trial the page died so often is not shown. */
const MOST_DEATHS = 2;

export type TrialNotice = Extract<KioskNotice, { kind: 'trial' }>;
export type TrialAnswer = { readonly trial: string; readonly path: string; readonly reason: string | null };

export type Verdict =
  | { readonly kind: 'plays' }
  | { readonly kind: 'fails'; readonly path: string; readonly reason: string }
  /** Nobody could say: no page, or none that answers. The loop skips what does not play. */
  | { readonly kind: 'unknown' };

type Standing = { readonly notice: TrialNotice; readonly end: (verdict: Verdict) => void; deaths: number };

export type TrialNeeds = {
  readonly timers: Timers;
  readonly log: Log;
  readonly tell: (notice: TrialNotice) => void;
  readonly isPageOpen: () => boolean;
};

export type Trials = ReturnType<typeof createTrials>;

/** Has the page decode clips before they are shown: only the page can prove that a clip plays. One at a time. */
export function createTrials({ timers, log, tell, isPageOpen }: TrialNeeds) {
  let standing: Standing | null = null;
  let count = 0;

  const settle = (verdict: Verdict): void => {
    const ended = standing;
    standing = null;
    ended?.end(verdict);
  };

  return {
    /** `seconds` is how long the playlist says the clip is. */
    run: (file: ClipFile, seconds: number): Promise<Verdict> =>
      new Promise((done) => {
        count += 1;
        const notice: TrialNotice = { kind: 'trial', trial: `trial-${count}`, sources: file.sources, seconds };
        const cancels: (() => void)[] = [];
        const giveUp = (why: string) => (): void => {
          log.warn('content.trial-unanswered', { why, path: file.sources[0]?.path });
          settle({ kind: 'unknown' });
        };
        const end = (verdict: Verdict): void => {
          for (const cancel of cancels) cancel();
          done(verdict);
        };
        standing = { notice, end, deaths: 0 };
        cancels.push(timers.after(ANSWER_PATIENCE, giveUp('no answer')));
        cancels.push(timers.after(PAGE_PATIENCE, () => {
          if (!isPageOpen()) giveUp('no page')();
        }));
        tell(notice);
      }),
    answer: ({ trial, path, reason }: TrialAnswer): void => {
      // A page that is older than this host may answer what another host asked.
      if (standing?.notice.trial !== trial || !standing.notice.sources.some((source) => source.path === path)) return;
      settle(reason === null ? { kind: 'plays' } : { kind: 'fails', path, reason });
    },
    /** What a page that has just come is still to try. */
    standing: (): TrialNotice | null => standing?.notice ?? null,
    /** The page had to be started again, perhaps because of what it was decoding. */
    notePageDeath: (): void => {
      if (standing === null) return;
      standing.deaths += 1;
      const path = standing.notice.sources[0]?.path ?? '';
      if (standing.deaths >= MOST_DEATHS) settle({ kind: 'fails', path, reason: 'the page died while it decoded this' });
    },
    cancel: (): void => settle({ kind: 'unknown' }),
  };
}
