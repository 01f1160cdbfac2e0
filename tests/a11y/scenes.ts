import type { Card, ContentPack, Guide } from '#contract/content-pack.ts';
import { FAKE_STATUS, fakeDay, READY_BOOT } from '#tests/fakes/fake-kiosk-api.ts';
import type { CatalogueEntry } from '#domain/finding/finding.ts';
import type { Scene } from '#tests/driver/look-page.ts';
import type { GuideScreen, Overlay, Screen, ScreenKind, StaffPage } from '#renderer/session/state.ts';

/** Longest names of the national catalogue are about so long. */
const LONG_ENTRY: CatalogueEntry = {
  code: '1.012821',
  name: 'Thủ tục đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với cá nhân, cộng đồng dân cư, hộ gia đình, người gốc Việt Nam định cư ở nước ngoài',
  portalId: '0e1c6a1e-1f2b-4a8e-9d2a-5a0c1b2d3e4f',
  fields: ['Đất đai'],
  agencies: ['Uỷ ban nhân dân cấp xã', 'Văn phòng đăng ký đất đai'],
  issuedBy: 'Bộ Nông nghiệp và Môi trường',
  for: ['Công dân Việt Nam', 'Người Việt Nam định cư ở nước ngoài'],
  scope: 'STANDARD',
};
const HOME: Screen = { kind: 'home', offer: null };
const MOMENT = { since: 0 } as const;
const NO_REFUSAL = { busy: false, refusal: null } as const;

/**
 * Every kind of screen and of overlay with what can stand on it. The type asks for each kind by name:
 * a new one does not compile until it is listed here, and then the matrix and the sample hold it too.
 */
export function scenesOf(pack: ContentPack): readonly Scene[] {
  const byKind = { ...screenScenes(pack) } satisfies Record<ScreenKind, readonly Scene[]>;
  return [...Object.values(byKind).flat(), ...Object.values(overlayScenes()).flat()];
}

export function screenScenes(pack: ContentPack): Record<ScreenKind, readonly Scene[]> {
  return { ...waitingScenes(pack), ...findingScenes(pack), ...guideScenes(pack), ...ratingScenes(pack), ...staffScenes(), setup: setupScenes() };
}

export function overlayScenes(): Record<Overlay['kind'], readonly Scene[]> {
  const over = (name: string, overlay: Overlay): Scene => ({ name, screen: HOME, overlay });
  return {
    none: [{ name: 'listening', screen: HOME, listening: true }],
    help: [over('help', { kind: 'help' })],
    comfort: [over('comfort', { kind: 'comfort' })],
    languages: [over('languages', { kind: 'languages' })],
    'idle-warning': [over('idle-warning', { kind: 'idle-warning', remaining: 30, since: 0 })],
  };
}

function waitingScenes(pack: ContentPack): Record<'starting' | 'attract' | 'calm' | 'home' | 'events' | 'event', readonly Scene[]> {
  const attract: Screen = { kind: 'attract', saving: null };
  const urgent = { id: 'a', from: 0, until: 4_000_000_000_000, title: { vi: 'Hôm nay nghỉ từ 15 giờ', en: 'Closed from 3 pm today' }, text: { vi: 'Điểm phục vụ mất điện. Mời ông/bà quay lại sáng mai từ 7 giờ 30.', en: 'No power at the service point. Please come back tomorrow from 7:30.' } };
  const fullest = pack.events.toSorted((a, b) => guidesIn(pack, b.id) - guidesIn(pack, a.id))[0];
  return {
    starting: [{ name: 'starting', screen: { kind: 'starting', refusal: null, retryAt: null } }, { name: 'starting-refused', screen: { kind: 'starting', refusal: 'UPLOAD_OFFLINE', retryAt: null } }],
    attract: [{ name: 'attract', screen: attract }, { name: 'attract-saving', screen: { ...attract, saving: { ticket: 1, score: 4 } } }, { name: 'attract-urgent', screen: attract, urgent }],
    calm: [{ name: 'calm', screen: { kind: 'calm', since: 0 } }],
    home: [{ name: 'home', screen: HOME }, { name: 'home-offer', screen: { kind: 'home', offer: 'khai-sinh' } }, { name: 'home-urgent', screen: HOME, urgent }],
    events: [{ name: 'events', screen: { kind: 'events' }, trail: [HOME] }],
    event: fullest === undefined ? [] : [{ name: 'event', screen: { kind: 'event', event: fullest.id }, trail: [HOME] }],
  };
}

function guidesIn(pack: ContentPack, event: string): number {
  return pack.guides.filter((guide) => guide.events.includes(event)).length;
}

function findingScenes(pack: ContentPack): Record<'search' | 'ask' | 'answer' | 'procedure', readonly Scene[]> {
  const trail = [HOME];
  const quotes = [...(pack.answers ?? [])].toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  const asks = quotes.find(({ choices }) => choices !== undefined);
  const longest = [quotes[0], quotes[1], asks].filter((answer) => answer !== undefined);
  return {
    search: [
      { name: 'search', screen: { kind: 'search', query: '' }, trail },
      { name: 'search-found', screen: { kind: 'search', query: 'khai sinh' }, trail },
      { name: 'search-none', screen: { kind: 'search', query: 'qqxzw' }, trail },
      { name: 'search-digits', screen: { kind: 'search', query: '1.00' }, trail, touch: '.key-digits' },
    ],
    ask: [
      { name: 'ask', screen: { kind: 'ask', query: '' }, trail },
      { name: 'ask-sure', screen: { kind: 'ask', query: 'không nhận được mã otp' }, trail },
      { name: 'ask-unsure', screen: { kind: 'ask', query: 'qqxzw' }, trail },
    ],
    answer: [...new Set(longest)].map(({ id }) => ({ name: `answer-${id}`, screen: { kind: 'answer', quote: { kind: 'answer', id } } as const, trail })),
    procedure: (['card', 'code', 'enlarged'] as const).map((part) => ({ name: `procedure-${part}`, screen: { kind: 'procedure', entry: LONG_ENTRY, part } as const, trail })),
  };
}

function guideScenes(pack: ContentPack): Record<'guide' | 'card' | 'handoff', readonly Scene[]> {
  const guides = pack.guides.filter((guide): guide is Guide => guide.kind === 'guide');
  const cards = pack.guides.filter((guide): guide is Card => guide.kind === 'card');
  const named = guides.filter(({ slug }) => slug === 'khai-sinh' || slug === 'sang-ten-dat');
  const longestCard = cards.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
  const handoff = { kind: 'handoff', slug: 'khai-sinh', step: 2, answers: {}, enlarged: false } as const;
  const trail = [HOME];
  return {
    guide: named.flatMap((guide) => partsOf(guide).slice(0, guide.slug === 'khai-sinh' ? 99 : 3)),
    card: longestCard === undefined ? [] : [{ name: 'card', screen: { kind: 'card', slug: longestCard.slug }, trail }],
    handoff: [
      { name: 'handoff', screen: handoff, trail },
      { name: 'handoff-overview', screen: { ...handoff, step: 0 }, trail },
      { name: 'handoff-enlarged', screen: { ...handoff, enlarged: true }, trail },
      { name: 'handoff-printed', screen: { ...handoff, print: 'sent' }, trail },
      { name: 'handoff-print-failed', screen: { ...handoff, print: 'failed' }, trail },
    ],
  };
}

/** Overview, every question and every step of one guide, as they come when each question has its first answer. */
export function partsOf(guide: Guide): readonly Scene[] {
  const answers = Object.fromEntries(guide.questions.flatMap(({ id, options }) => (options[0] === undefined ? [] : [[id, options[0].id]])));
  const at = (part: GuideScreen['part'], name: string): Scene => ({ name: `${guide.slug}-${name}`, screen: { kind: 'guide', slug: guide.slug, part, answers: part.kind === 'step' ? answers : {} }, trail: [HOME] });
  return [
    at({ kind: 'overview' }, 'overview'),
    ...guide.questions.map(({ id }) => at({ kind: 'question', question: id }, `question-${id}`)),
    ...guide.steps.map((_, index) => at({ kind: 'step', step: index + 1 }, `step-${index + 1}`)),
  ];
}

function ratingScenes(pack: ContentPack): Record<'rate' | 'thanks' | 'not-stored', readonly Scene[]> {
  const about = { kind: 'visit' } as const;
  const reasonsFor = (side: 'low' | 'high'): readonly string[] => pack.reasons.filter(({ after }) => after === side || after === 'both').map(({ id }) => id).slice(0, 6);
  const thanks = { kind: 'thanks', about, from: 'attract', seq: 1, touchedAt: 0, chosen: [], ...MOMENT } as const;
  return {
    rate: [
      { name: 'rate', screen: { kind: 'rate', about, from: 'guide', saving: null, since: 0 } },
      { name: 'rate-guide', screen: { kind: 'rate', about: { kind: 'guide', slug: 'khai-sinh', step: 'prepare' }, from: 'guide', saving: null, since: 0 } },
    ],
    thanks: [
      { name: 'thanks-low', screen: { ...thanks, score: 2, reasons: reasonsFor('low'), stage: 'open' } },
      { name: 'thanks-high', screen: { ...thanks, score: 5, reasons: reasonsFor('high'), stage: 'open' } },
      { name: 'thanks-sent', screen: { ...thanks, score: 2, reasons: reasonsFor('low'), chosen: reasonsFor('low').slice(0, 2), stage: 'sent' } },
      { name: 'thanks-skipped', screen: { ...thanks, score: 5, reasons: reasonsFor('high'), stage: 'skipped' } },
    ],
    'not-stored': [{ name: 'not-stored', screen: { kind: 'not-stored', code: 'LEDGER_DISK_FULL', about, from: 'attract', since: 0 } }],
  };
}

function staffScenes(): Record<'staff', readonly Scene[]> {
  const days = [0.4, 0.9, 0.05, 1.1, 0.15, 0.8, 1].map((scale, index) => fakeDay(`2026-11-${17 + index}`, scale));
  const open = (page: StaffPage): Scene => ({ name: `staff-${page}`, screen: { kind: 'staff', view: { kind: 'open', key: 'k', page, days, status: FAKE_STATUS, ...NO_REFUSAL } } });
  const refusal = { code: 'STAFF_PIN_WRONG', retrySeconds: null } as const;
  return {
    staff: [
      { name: 'staff-pin', screen: { kind: 'staff', view: { kind: 'pin', typed: '12', ...NO_REFUSAL } } },
      { name: 'staff-pin-wrong', screen: { kind: 'staff', view: { kind: 'pin', typed: '', busy: false, refusal } } },
      { name: 'staff-set-pin', screen: { kind: 'staff', view: { kind: 'set-pin', key: null, first: null, typed: '', differ: false, ...NO_REFUSAL } } },
      ...(['day', 'week', 'machine', 'settings'] as const).map(open),
    ],
  };
}

function setupScenes(): readonly Scene[] {
  const setup = { kind: 'setup', key: null, settings: READY_BOOT.settings, centreUrl: 'https://motcham.example.vn', pairingCode: '', enrolled: false, pin: { first: null, typed: '', differ: false }, ...NO_REFUSAL } as const;
  return (['language', 'profile', 'centre', 'pin'] as const).map((step) => ({ name: `setup-${step}`, screen: { ...setup, step } }));
}
