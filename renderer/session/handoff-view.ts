import type { ContentPack, GuideOrCard, PackHead } from '#contract/content-pack.ts';
import { PORTAL_PAGES } from '#contract/catalogue-file.ts';
import type { ServicePoint } from '#contract/enrol.ts';
import type { Answers } from '#domain/condition.ts';
import { handoffCode } from '#domain/handoff-code.ts';
import { buildFragment } from '#domain/handoff-fragment.ts';
import { cardView, findGuide, guideView } from './guide-view.ts';

export type HandoffView = {
  readonly guide: GuideOrCard;
  /** 0 is the overview. */
  readonly step: number;
  readonly code: string;
  readonly checkedOn: string | null;
  /** null when there is no address that the pack allows: then there is no QR, only the desk. */
  readonly target: HandoffTarget | null;
};

export type HandoffTarget = {
  /** What the QR holds. */
  readonly address: string;
  readonly host: string;
  /** `guide`: our page at the same step; `portal`: the portal's own page. */
  readonly leadsTo: 'guide' | 'portal';
};

type Place = { readonly slug: string; readonly step: number; readonly answers: Answers };

/** Where the QR leads from this place, its code, and the host to read aloud; null when the guide is gone. */
export function handoffView(
  pack: ContentPack | null,
  place: Place,
  servicePoint: Pick<ServicePoint, 'publicUrl'> | null,
  today: string,
): HandoffView | null {
  const guide = findGuide(pack, place.slug);
  if (pack === null || guide === null) return null;
  const checkedOn = guide.kind === 'card'
    ? cardView(pack, guide.slug, today)?.checkedOn
    : guideView(pack, { kind: 'guide', slug: guide.slug, part: { kind: 'overview' }, answers: place.answers }, today)?.overview.checkedOn;
  return {
    guide,
    step: place.step,
    code: handoffCode({ guide: guide.number, step: place.step }),
    checkedOn: checkedOn ?? null,
    target: handoffTarget(guide, pack.head, place, servicePoint?.publicUrl ?? null),
  };
}

/** The portal's page of a procedure that no guide of ours stands behind; null when the pack does not allow the portal. */
export function portalTarget(head: Pick<PackHead, 'hosts'>, portalId: string): HandoffTarget | null {
  const address = `${PORTAL_PAGES}${portalId}`;
  const page = URL.parse(address);
  return page !== null && head.hosts.includes(page.host) ? { address, host: page.host, leadsTo: 'portal' } : null;
}

/** The centre's guide page when it has a public address, else the portal's page if its host is on the pack's list. */
export function handoffTarget(
  guide: Pick<GuideOrCard, 'slug' | 'portalUrl'>,
  head: Pick<PackHead, 'hosts'>,
  place: Pick<Place, 'step' | 'answers'>,
  publicUrl: string | null,
): HandoffTarget | null {
  const own = publicUrl === null ? null : URL.parse(publicUrl);
  // A phone does what a scheme says: nothing but a page is ever put into a code.
  if (own !== null && (own.protocol === 'https:' || own.protocol === 'http:')) {
    const base = own.href.replace(/\/+$/, '');
    const fragment = buildFragment({ step: place.step, answers: place.answers });
    return { address: `${base}/g/${guide.slug}#${fragment}`, host: own.host, leadsTo: 'guide' };
  }
  const portal = URL.parse(guide.portalUrl);
  if (portal === null || portal.protocol !== 'https:' || !head.hosts.includes(portal.host)) return null;
  return { address: guide.portalUrl, host: portal.host, leadsTo: 'portal' };
}
