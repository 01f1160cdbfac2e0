import { Type, type Static } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import type { Clock, Files, Log } from '../ports.ts';
import { parseJson } from '../parse-json.ts';

const FILE = 'failed-clips.json';
const MOST = 50;

const FailedClip = Type.Object({ clip: Type.String(), reason: Type.String(), at: Type.Integer({ minimum: 0 }) });
export type FailedClip = Static<typeof FailedClip>;
const Remembered = Type.Object({ version: Type.String(), clips: Type.Array(FailedClip) });
const parseRemembered = parserOf(Remembered);

export type FailedClips = ReturnType<typeof createFailedClips>;

/**
 * Clips that could not be played, remembered over restarts for one content version: a new pack gets
 * a new chance.
 */
export function createFailedClips(needs: { readonly files: Files; readonly clock: Clock; readonly log: Log }) {
  const { files, clock, log } = needs;
  let version = '';
  let clips: readonly FailedClip[] = [];

  return {
    list: (): readonly FailedClip[] => clips,
    load: async (contentVersion: string): Promise<void> => {
      version = contentVersion;
      const text = await files.readText(FILE);
      const kept = parseRemembered(text === null ? null : parseJson(text));
      clips = kept.ok && kept.value.version === version ? kept.value.clips : [];
    },
    add: async (clip: string, reason: string): Promise<void> => {
      clips = [{ clip, reason, at: clock.now() }, ...clips.filter((known) => known.clip !== clip)].slice(0, MOST);
      log.warn('content.clip-failed', { clip, reason });
      await files.writeText(FILE, JSON.stringify({ version, clips }));
    },
  };
}
