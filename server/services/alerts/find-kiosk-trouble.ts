import type { AlertKind } from '#contract/day.ts';
import { OLD_CONTENT_AFTER, SILENT_AFTER, WAITING_AFTER, type Standing } from '#domain/alert-rule.ts';
import type { AlertFigures, AlertWatch } from '../../repositories/alerts.ts';
import type { Finding } from './finding.ts';

/** A kiosk in use, as of its last heartbeat. Times in ms. */
export type KioskLook = {
  readonly id: string;
  readonly pointNo: number;
  /** Null: it never got in touch. */
  readonly lastSeenAt: number | null;
  /** For how long its service point has been open; null while it is closed. */
  readonly openFor: number | null;
  readonly pictureMoving: boolean | null;
  readonly contentVersion: string | null;
  /** What it was told to show, and since when it does not (null: it does). Null: nothing was published for it. */
  readonly contentDue: { readonly version: string; readonly since: number | null } | null;
  readonly waiting: number | null;
};

export type KioskFindings = { readonly findings: readonly Finding[]; readonly watches: readonly AlertWatch[] };

/** What is wrong with kiosks now; `watches` says since when something is so that only lasting makes bad. */
export function findKioskTrouble(kiosks: readonly KioskLook[], watches: readonly AlertWatch[], now: number): KioskFindings {
  const usual = usualContent(kiosks, now);
  const since = new Map(watches.map((watch) => [`${watch.kind} ${watch.deviceId}`, watch.since]));
  const kept: AlertWatch[] = [];
  /** How long it has been so, ms; null: it is not so. */
  const lasting = (kind: AlertKind, kiosk: KioskLook, isSo: boolean): number | null => {
    if (!isSo) return null;
    const began = since.get(`${kind} ${kiosk.id}`) ?? now;
    kept.push({ kind, deviceId: kiosk.id, since: began });
    return now - began;
  };
  const findings = kiosks.flatMap((kiosk): readonly Finding[] => {
    const finding = (kind: AlertKind, standing: Standing, figures: AlertFigures): Finding => ({ kind, pointNo: kiosk.pointNo, deviceId: kiosk.id, field: '', standing, figures });
    const waits = lasting('taps-waiting', kiosk, (kiosk.waiting ?? 0) > 0);
    const { contentDue, contentVersion } = kiosk;
    const isOdd = contentDue === null && usual !== null && contentVersion !== null && contentVersion !== usual;
    const odd = lasting('content-old', kiosk, isOdd);
    const due = contentDue === null || contentDue.since === null ? null : now - contentDue.since;
    return [
      finding('kiosk-silent', silence(kiosk, now), { lastSeenAt: kiosk.lastSeenAt }),
      finding('picture-still', stillness(kiosk, now), { lastSeenAt: kiosk.lastSeenAt }),
      finding('taps-waiting', standingOf(waits, WAITING_AFTER), { waiting: kiosk.waiting }),
      finding('content-old', standingOf(contentDue === null ? odd : due, OLD_CONTENT_AFTER), { contentVersion, expected: contentDue?.version ?? usual }),
    ];
  });
  return { findings, watches: kept };
}

function standingOf(lasted: number | null, least: number): Standing {
  if (lasted === null) return 'ended';
  return lasted > least ? 'stands' : 'unchanged';
}

/** Silence begins to count when the service point opens, and ends with a heartbeat only. */
function silence({ lastSeenAt, openFor }: KioskLook, now: number): Standing {
  if (lastSeenAt === null) return 'ended';
  if (now - lastSeenAt <= SILENT_AFTER) return 'ended';
  return openFor !== null && openFor > SILENT_AFTER ? 'stands' : 'unchanged';
}

function stillness({ pictureMoving, lastSeenAt, openFor }: KioskLook, now: number): Standing {
  if (pictureMoving === null || pictureMoving) return 'ended';
  const isNews = lastSeenAt !== null && now - lastSeenAt <= SILENT_AFTER;
  return isNews && openFor !== null ? 'stands' : 'unchanged';
}

/** The version that more than half of the kiosks heard of within a day show; null when there is none, or under three kiosks. */
function usualContent(kiosks: readonly KioskLook[], now: number): string | null {
  const heard = kiosks.flatMap(({ contentVersion, lastSeenAt }) => (contentVersion !== null && lastSeenAt !== null && now - lastSeenAt < OLD_CONTENT_AFTER ? [contentVersion] : []));
  if (heard.length < 3) return null;
  const counts = new Map<string, number>();
  for (const version of heard) counts.set(version, (counts.get(version) ?? 0) + 1);
  const [first] = [...counts].toSorted((left, right) => right[1] - left[1]);
  return first !== undefined && first[1] * 2 > heard.length ? first[0] : null;
}
