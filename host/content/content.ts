import type { ContentPack } from '#contract/content-pack.ts';
import type { Clock, Files, Log } from '../ports.ts';
import { BUILT_IN_PACK } from './built-in-pack.ts';
import { createFailedClips, type FailedClip } from './failed-clips.ts';
import { loadPack } from './load-pack.ts';

export type ContentNeeds = {
  /** The pack's folder. */
  readonly packFiles: Files;
  /** The kiosk's own folder, for what it remembers. */
  readonly dataFiles: Files;
  readonly clock: Clock;
  readonly log: Log;
  readonly onFault: (detail: string) => void;
};

export type Content = ReturnType<typeof createContent>;

/** The content pack of this kiosk: what the centre sent, else what came with it, else the built-in one. */
export function createContent(needs: ContentNeeds) {
  const failedClips = createFailedClips({ files: needs.dataFiles, clock: needs.clock, log: needs.log });
  let shipped: ContentPack = BUILT_IN_PACK;
  let pack: ContentPack = BUILT_IN_PACK;

  return {
    load: async (): Promise<void> => {
      const loaded = await loadPack(needs.packFiles);
      if (loaded.ok) [shipped, pack] = [loaded.value.pack, loaded.value.pack];
      const complaints = loaded.ok ? loaded.value.skipped : [loaded.error.message];
      for (const complaint of complaints) {
        needs.log.error('content.invalid', { detail: complaint });
        needs.onFault(complaint);
      }
      await failedClips.load(pack.head.version);
    },
    /** Another pack is in use; null: the one that came with the kiosk. `name` tells two packs of one version apart. */
    show: async (next: ContentPack | null, name: string | null): Promise<void> => {
      pack = next ?? shipped;
      await failedClips.load(name ?? pack.head.version);
    },
    /** Without the clips that failed again and again. */
    pack: (): ContentPack => ({ ...pack, playlist: { items: pack.playlist.items.filter((item) => !failedClips.isOut(item.id)) } }),
    version: (): string => pack.head.version,
    failedClips: (): readonly FailedClip[] => failedClips.list(),
    addFailedClip: failedClips.add,
  };
}
