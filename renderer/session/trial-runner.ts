import type { KioskApi } from '#contract/kiosk-api.ts';
import type { KioskNotice } from '#contract/kiosk-channels.ts';
import type { PageClock } from './clock.ts';
import type { SessionState } from './state.ts';

/** How often it is looked whether the citizen has gone, ms. */
const LOOK_AGAIN_MS = 2_000;

export type TrialPorts = {
  readonly api: KioskApi;
  readonly clock: PageClock;
  readonly state: () => SessionState;
  readonly canPlay: (type: string) => boolean;
  /** Null when the clip plays, else why not. `seconds`: how long it should be. */
  readonly decode: (src: string, seconds: number) => Promise<string | null>;
};

type Trial = Extract<KioskNotice, { kind: 'trial' }>;

/** Tries new clips for the host between two visits: a citizen's screen never stutters for them. */
export function startTrials(ports: TrialPorts): () => void {
  const { api, clock } = ports;
  let asked: Trial | null = null;
  let isBusy = false;
  let cancel: (() => void) | null = null;

  const attend = (): void => {
    cancel?.();
    cancel = null;
    if (asked === null || isBusy) return;
    if (!isQuiet(ports.state())) {
      cancel = clock.after(LOOK_AGAIN_MS, attend);
      return;
    }
    const trial = asked;
    isBusy = true;
    void tryClip(ports, trial).finally(() => {
      isBusy = false;
      if (asked === trial) asked = null;
      attend();
    });
  };
  const stopListening = api.onNotice((notice) => {
    // The same trial is named again after a broken connection.
    if (notice.kind !== 'trial' || notice.trial === asked?.trial) return;
    asked = notice;
    attend();
  });
  return () => {
    stopListening();
    cancel?.();
  };
}

function isQuiet({ screen }: SessionState): boolean {
  return screen.kind === 'attract' && screen.saving === null;
}

/** The encoding that the loop would take is the one to try. */
async function tryClip({ api, canPlay, decode, state }: TrialPorts, { trial, sources, seconds }: Trial): Promise<void> {
  const source = sources.find(({ type }) => canPlay(type)) ?? sources[0];
  if (source === undefined) return;
  const src = `${state().kiosk.boot?.mediaBase ?? ''}${source.path}`;
  // Once may have been a busy machine.
  const reason = (await decode(src, seconds)) === null ? null : await decode(src, seconds);
  await api.call('trialDecoded', { trial, path: source.path, reason: reason === null ? null : reason.slice(0, 200) });
}
