import { Type, type Static } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import type { Clock, Files, Log } from '../ports.ts';
import { parseJson } from '../parse-json.ts';
import { tellError } from '../tell-error.ts';

const FILE = 'failed-clips.json';
const MOST = 50;
/** A clip that failed so often is left out of the playlist: once may have been a busy machine. */
const TRIES = 3;

const FailedClip = Type.Object({ clip: Type.String(), reason: Type.String(), at: Type.Integer({ minimum: 0 }) });
export type FailedClip = Static<typeof FailedClip>;
const Counted = Type.Object({ ...FailedClip.properties, times: Type.Integer({ minimum: 1 }) });
const Remembered = Type.Object({ version: Type.String(), clips: Type.Array(Counted) });
const parseRemembered = parserOf(Remembered);

export type FailedClips = ReturnType<typeof createFailedClips>;

/**
 * Clips that could not be played, remembered over restarts for one content version: a new pack gets
 * a new chance.
 */
export function createFailedClips(needs: { readonly files: Files; readonly clock: Clock; readonly log: Log }) {
  const { files, clock, log } = needs;
  let version = '';
  let clips: readonly Static<typeof Counted>[] = [];

  return {
    list: (): readonly FailedClip[] => clips.map(({ clip, reason, at }) => ({ clip, reason, at })),
    isOut: (clip: string): boolean => clips.some((failed) => failed.clip === clip && failed.times >= TRIES),
    load: async (contentVersion: string): Promise<void> => {
      version = contentVersion;
      const text = await files.readText(FILE);
      const kept = parseRemembered(text === null ? null : parseJson(text));
      clips = kept.ok && kept.value.version === version ? kept.value.clips : [];
    },
    add: async (clip: string, reason: string): Promise<void> => {
      const times = (clips.find((known) => known.clip === clip)?.times ?? 0) + 1;
      clips = [{ clip, reason, at: clock.now(), times }, ...clips.filter((known) => known.clip !== clip)].slice(0, MOST);
      log.warn('content.clip-failed', { clip, reason });
      // A disk that takes nothing costs the memory over a restart, not the picture now.
      await files.writeText(FILE, JSON.stringify({ version, clips })).catch((error: unknown) => log.warn('content.clip-not-kept', { clip, detail: tellError(error) }));
    },
  };
}
