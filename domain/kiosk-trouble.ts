/** What may be wrong with a kiosk, worst first: staff look at them in this order. */
export const KIOSK_TROUBLES = ['twin', 'fault', 'silent', 'still', 'no-page', 'behind', 'clock', 'disk', 'old-content', 'old-app', 'quarantine'] as const;
export type KioskTrouble = (typeof KIOSK_TROUBLES)[number];

/** A kiosk beats every minute; after five silent minutes of opening hours somebody should look, ms. */
export const SILENT_AFTER = 5 * 60_000;
/** Entries that wait so long although the kiosk beats do not come by themselves, ms. */
const BEHIND_AFTER = 15 * 60_000;
/** More waiting entries than a backlog of a few minutes. */
const BEHIND_COUNT = 1_000;
/** The centre corrects times beyond it (protocol: 2 minutes), ms. */
export const CLOCK_TOLERANCE = 2 * 60_000;
/** Less room than this is soon none: the ledger, its log, and one clip. */
const LEAST_DISK = 1024 ** 3;
/** Time to load what was published, ms. */
const CONTENT_PATIENCE = 2 * 60 * 60_000;

/** What the centre knows of a kiosk; null: not known. Times are the centre's, ms. */
export type KioskFacts = {
  readonly now: number;
  readonly lastSeenAt: number | null;
  /** Minutes since the service point opened; null while it is closed. */
  readonly minutesOpen: number | null;
  /** Two machines report with this kiosk's token. */
  readonly isTwin: boolean;
  /** Faults of severity `fault` that stand. */
  readonly faults: number;
  readonly pictureMoving: boolean | null;
  readonly pageOpen: boolean | null;
  readonly waiting: number | null;
  /** When the centre last got an entry of it. */
  readonly lastReceivedAt: number | null;
  readonly clockOffset: number | null;
  readonly freeDiskBytes: number | null;
  /** Since when it was told of content that it does not show yet; null: it shows what it shall. */
  readonly contentDueSince: number | null;
  readonly isAppOld: boolean;
  readonly quarantined: number;
};

/** What is wrong with a kiosk now, worst first. Of a silent one nobody knows the picture; the rest of what it last said still stands. */
export function findTroubles(facts: KioskFacts): readonly KioskTrouble[] {
  return KIOSK_TROUBLES.filter((trouble) => HOLDS[trouble](facts));
}

const HOLDS: Readonly<Record<KioskTrouble, (facts: KioskFacts) => boolean>> = {
  twin: ({ isTwin }) => isTwin,
  fault: ({ faults }) => faults > 0,
  silent: isSilent,
  still: (facts) => isHeard(facts) && facts.pictureMoving === false && facts.pageOpen !== false,
  'no-page': (facts) => isHeard(facts) && facts.pageOpen === false && facts.minutesOpen !== null,
  behind: isBehind,
  clock: ({ clockOffset }) => Math.abs(clockOffset ?? 0) > CLOCK_TOLERANCE,
  disk: ({ freeDiskBytes }) => freeDiskBytes !== null && freeDiskBytes < LEAST_DISK,
  'old-content': ({ now, contentDueSince }) => contentDueSince !== null && now - contentDueSince > CONTENT_PATIENCE,
  'old-app': ({ isAppOld }) => isAppOld,
  quarantine: ({ quarantined }) => quarantined > 0,
};

function isHeard({ now, lastSeenAt }: KioskFacts): boolean {
  return lastSeenAt !== null && now - lastSeenAt <= SILENT_AFTER;
}

/** Only opening hours count: a kiosk that is switched off at night is not silent in the first minutes of the morning. */
function isSilent({ now, lastSeenAt, minutesOpen }: KioskFacts): boolean {
  if (minutesOpen === null) return false;
  const silence = lastSeenAt === null ? Number.POSITIVE_INFINITY : now - lastSeenAt;
  return Math.min(silence, minutesOpen * 60_000) > SILENT_AFTER;
}

function isBehind({ now, waiting, lastReceivedAt }: KioskFacts): boolean {
  if (waiting === null || waiting === 0) return false;
  return waiting >= BEHIND_COUNT || now - (lastReceivedAt ?? 0) > BEHIND_AFTER;
}
