import type { KioskNotice } from '#contract/kiosk-channels.ts';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { localMoment } from '#domain/schedule.ts';
import { createBlobFiles, type BlobFiles } from './content/blob-files.ts';
import { createContent, type Content } from './content/content.ts';
import { ContentSets } from './content/content-sets.ts';
import { ContentSync } from './content/content-sync.ts';
import { createManifestFiles } from './content/manifest-files.ts';
import { createPace } from './content/pace.ts';
import { createPointerFile } from './content/set-pointer.ts';
import { createShippedFiles } from './content/shipped-files.ts';
import { createTrials, type Trials } from './content/trials.ts';
import { createUrgentNotices, type UrgentNotices } from './content/urgent-notices.ts';
import type { HostPorts } from './create-host.ts';
import type { CentreClock } from './health/centre-clock.ts';
import type { Faults } from './health/faults.ts';
import type { Log } from './ports.ts';
import type { KioskRecord } from './settings/kiosk-record.ts';
import { tellError } from './tell-error.ts';

/** What the sync may find in its way; at most one of them stands. */
const TROUBLES = [
  'CONTENT_SIGNATURE_WRONG', 'CONTENT_FORMAT_UNKNOWN', 'CONTENT_SEQUENCE_OLD', 'CONTENT_OFFLINE', 'CONTENT_FILE_MISSING', 'CONTENT_FILE_WRONG',
  'CONTENT_FILE_REFUSED', 'CONTENT_DISK_FULL', 'CONTENT_DISK_FAILED', 'CONTENT_INVALID',
] as const;

export type ContentTies = {
  readonly record: KioskRecord;
  readonly faults: Faults;
  readonly centreClock: CentreClock;
  readonly freeDiskBytes: () => Promise<number | null>;
  readonly isPageOpen: () => boolean;
  readonly tell: (notice: KioskNotice) => void;
};

export type ContentServices = { readonly content: Content; readonly sets: ContentSets; readonly openSets: () => Promise<void>; readonly sync: ContentSync; readonly trials: Trials; readonly urgent: UrgentNotices };

/** Makes the services of the content and ties them to each other. */
export function createContentServices(ports: HostPorts, ties: ContentTies): ContentServices {
  const { clock, timers, log, digest, dataFiles, packFiles } = ports;
  const { record, faults, tell } = ties;
  const content = createContent({ packFiles, dataFiles, clock, log, onFault: (detail) => faults.raise('CONTENT_INVALID', detail) });
  const urgent = createUrgentNotices({ timers, centreNow: ties.centreClock.now, tell });
  const trials = createTrials({ timers, log, tell, isPageOpen: ties.isPageOpen });
  const blobs = createBlobFiles({ disk: ports.contentDisk, digest });
  const sets = new ContentSets({
    pointerFile: createPointerFile({ files: dataFiles, log }),
    manifests: createManifestFiles({ files: dataFiles, disk: ports.contentDisk, digest }),
    blobs,
    clock,
    log,
    contentKey: () => record.enrolment()?.contentKey ?? null,
    onSet: async (set) => {
      await content.show(set?.pack ?? null, set?.manifest ?? null);
      tell({ kind: 'content', version: content.version() });
    },
    onSwitch: () => faults.clear('CONTENT_ROLLED_BACK'),
    onRollBack: (reason) => {
      faults.raise('CONTENT_ROLLED_BACK', reason);
      tell({ kind: 'reload' });
    },
    onDamaged: (detail) => faults.raise('CONTENT_DISK_FAILED', detail),
    onNotices: urgent.set,
  });
  const sync = makeSync(ports, ties, { sets, trials, blobs });
  return { content, sets, openSets: () => openSets(sets, faults, log), sync, trials, urgent };
}

/** A content folder that cannot be read must not keep the screen black: the pack that came with the kiosk is there already. */
async function openSets(sets: ContentSets, faults: Faults, log: Log): Promise<void> {
  try {
    await sets.open();
  } catch (error: unknown) {
    const detail = tellError(error);
    log.error('content.unreadable', { detail });
    faults.raise('CONTENT_DISK_FAILED', detail);
  }
}

type Synced = { readonly sets: ContentSets; readonly trials: Trials; readonly blobs: BlobFiles };

function makeSync(ports: HostPorts, ties: ContentTies, { sets, trials, blobs }: Synced): ContentSync {
  const { clock, timers, digest } = ports;
  const { record, faults } = ties;
  const zone = (): string => record.enrolment()?.servicePoint.timezone ?? DEFAULT_TIME_ZONE;
  return new ContentSync({
    ...ports,
    sets,
    trials,
    load: {
      blobs,
      shipped: createShippedFiles({ disk: ports.packDisk, digest, blobs }),
      download: ports.download,
      clock,
      pace: createPace({ clock, timers }),
      limits: ports.contentLimits,
      freeBytes: ties.freeDiskBytes,
      localMinute: () => localMoment(ties.centreClock.now(), zone()).minute,
      collect: (manifest) => sets.collect(manifest),
    },
    credentials: record.credentials,
    contentKey: () => record.enrolment()?.contentKey ?? null,
    onTrouble: (code, detail) => {
      for (const trouble of TROUBLES) {
        if (trouble !== code) faults.clear(trouble);
      }
      if (code !== null) faults.raise(code, detail);
    },
  });
}
