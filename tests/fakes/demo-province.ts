import type { Alert, StuckSteps } from '#contract/day.ts';
import type { KioskRow, ServicePointList } from '#contract/summaries.ts';
import { addDays, type CalendarDay } from '#domain/calendar-day.ts';
import type { FakeCentre, FakePointDay, Five } from './fake-centre-api.ts';

/** An invented province, and labelled so: names and figures stand for no real place. */
export const DEMO_UNITS = [
  ['tinh', 'Tỉnh Sen Hồng (dữ liệu mẫu)', null],
  ['khoi-xa', 'Khối xã, phường', 'tinh'],
  ['khoi-so', 'Khối sở, ngành', 'tinh'],
  ['buu-dien', 'Bưu điện tỉnh', 'tinh'],
  ['p-binh-minh', 'UBND phường Bình Minh', 'khoi-xa'],
  ['p-hoa-sen', 'UBND phường Hoa Sen', 'khoi-xa'],
  ['x-dong-lua', 'UBND xã Đồng Lúa', 'khoi-xa'],
  ['x-ben-tre-xanh', 'UBND xã Bến Tre Xanh', 'khoi-xa'],
  ['so-xd', 'Sở Xây dựng', 'khoi-so'],
  ['so-nnmt', 'Sở Nông nghiệp và Môi trường', 'khoi-so'],
] as const;

/** Id, name, unit, taps a day, share of satisfied, silent. */
export const DEMO_POINTS = [
  ['bm-1', 'Trung tâm Phục vụ hành chính công phường Bình Minh', 'p-binh-minh', 142, 0.9, false],
  ['bm-2', 'Điểm tiếp nhận khu phố 5', 'p-binh-minh', 38, 0.93, false],
  ['hs-1', 'Trung tâm Phục vụ hành chính công phường Hoa Sen', 'p-hoa-sen', 118, 0.78, false],
  ['hs-2', 'Điểm tiếp nhận chợ Hoa Sen', 'p-hoa-sen', 22, 0.86, false],
  ['dl-1', 'Trung tâm Phục vụ hành chính công xã Đồng Lúa', 'x-dong-lua', 64, 0.92, false],
  ['dl-2', 'Nhà văn hóa thôn Đông', 'x-dong-lua', 7, 0.9, false],
  ['bt-1', 'Trung tâm Phục vụ hành chính công xã Bến Tre Xanh', 'x-ben-tre-xanh', 53, 0.88, true],
  ['xd-1', 'Bộ phận một cửa Sở Xây dựng', 'so-xd', 41, 0.83, false],
  ['nn-1', 'Bộ phận một cửa Sở Nông nghiệp và Môi trường', 'so-nnmt', 47, 0.74, false],
  ['tt-1', 'Trung tâm Phục vụ hành chính công tỉnh', 'tinh', 203, 0.94, false],
  ['bd-1', 'Bưu điện trung tâm', 'buu-dien', 88, 0.95, false],
  ['bd-2', 'Bưu điện Hoa Sen', 'buu-dien', 34, 0.91, false],
  ['bd-3', 'Bưu điện Đồng Lúa', 'buu-dien', 12, 0.85, false],
  ['bd-4', 'Bưu điện Bến Tre Xanh', 'buu-dien', 25, 0.9, true],
] as const;

export const DEMO_REASONS = ['phai-cho-lau', 'giay-to-kho-hieu', 'huong-dan-chua-ro', 'tra-ket-qua-tre'] as const;

/** The same numbers each time, between 0 and 1. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function dayOfPoint(taps: number, share: number, day: CalendarDay, next: () => number): FakePointDay {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  const count = Math.round(taps * (weekday === 0 ? 0.05 : weekday === 6 ? 0.35 : 0.8 + next() * 0.4));
  const happy = Math.min(count, Math.round(count * Math.min(1, share + (next() - 0.5) * 0.06)));
  const very = Math.round(happy * 0.54);
  const sad = count - happy;
  const scores: Five = [Math.round(sad * 0.2), Math.round(sad * 0.3), sad - Math.round(sad * 0.2) - Math.round(sad * 0.3), happy - very, very];
  const reasons = Object.fromEntries(DEMO_REASONS.map((reason, at) => [reason, Math.round((sad * (4 - at)) / 9)] as const).filter(([, times]) => times > 0));
  return { scores, asked: Math.round(count * (0.9 + next() * 0.5)), reasons, flagged: next() < 0.25 ? Math.min(very, Math.round(count * 0.04)) : 0 };
}

/** Fills a fake centre with the province and its last `days` days, the last of them `today`. */
export function fillDemoProvince(centre: FakeCentre, today: CalendarDay, days = 60): void {
  centre.units.push(...DEMO_UNITS.map(([id, name, parent]) => ({ id, name, parent })));
  const next = numbers(7);
  DEMO_POINTS.forEach(([id, name, unit, taps, share, silent], at) => {
    centre.points.push(demoPoint(id, name, unit));
    const byDay = new Map(Array.from({ length: days }, (_, back) => addDays(today, -back)).map((day) => [day, { ...dayOfPoint(taps, share, day, next), ...(silent && day === today ? { missing: 3 } : {}) }]));
    centre.days.set(id, byDay);
    centre.kiosks.push(demoKiosk(`k${at}`, name.startsWith('Bưu điện') ? 'Kiosk quầy giao dịch' : 'Kiosk sảnh chính', id, silent ? centre.now() - 52 * 60_000 : centre.now() - 30_000, silent ? null : true));
  });
  centre.guides.push(...GUIDES);
  centre.procedures.push(...GUIDES.map((guide) => ({ procedure: guide.procedure, opened: guide.opened, finished: guide.finished, left: guide.left, problems: 0, handoffs: guide.handoffs, taps: 31, scores: [1, 1, 2, 12, 15] })));
  centre.alerts.push(...demoAlerts(centre.now()));
}

export function demoPoint(id: string, name: string, unit: string | null): ServicePointList['servicePoints'][number] {
  return { id, name, kind: name.startsWith('Bưu điện') ? 'post-office' : 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit, hours: null, closedAt: null };
}

export function demoKiosk(id: string, name: string, servicePoint: string, lastSeenAt: number | null, pictureMoving: boolean | null): KioskRow {
  return {
    id, name, servicePoint, lastSeenAt, received: 200, head: 200, waiting: pictureMoving === null ? 3 : 0, clockOffset: 500, contentVersion: '2026.11.1', pictureMoving, faults: [], revoked: false, quarantined: 0,
    completeness: { made: 142, received: 142, missing: 0 }, appVersion: '0.1.0', shell: 'browser', freeDiskBytes: 40e9, pageOpen: true, open: true, troubles: pictureMoving === null ? ['silent'] : [],
  };
}

function step(step: string, vi: string, reached: number, left: number, handoffs: number): StuckSteps['guides'][number]['steps'][number] {
  return { step, name: { vi, en: vi }, reached, left, problems: 0, handoffs, leftShare: reached < 10 ? null : left / reached };
}

const GUIDES: StuckSteps['guides'] = [
  {
    procedure: '1.001193', title: { vi: 'Đăng ký khai sinh', en: 'Register a birth' }, field: 'Hộ tịch', opened: 312, finished: 148, left: 164, handoffs: 87, ordered: true,
    steps: [step('prepare', 'Chuẩn bị giấy tờ', 312, 22, 6), step('sign-in', 'Đăng nhập VNeID', 290, 71, 41), step('fill', 'Điền tờ khai', 219, 38, 22), step('photo', 'Chụp và tải giấy tờ', 181, 24, 12), step('send', 'Gửi hồ sơ', 157, 9, 6)],
  },
  {
    procedure: '1.004222', title: { vi: 'Đăng ký thường trú', en: 'Register permanent residence' }, field: 'Cư trú', opened: 204, finished: 131, left: 73, handoffs: 33, ordered: true,
    steps: [step('prepare', 'Chuẩn bị giấy tờ', 204, 11, 3), step('sign-in', 'Đăng nhập VNeID', 193, 20, 9), step('fill', 'Điền tờ khai', 173, 31, 14), step('send', 'Gửi hồ sơ', 142, 11, 7)],
  },
  { procedure: '1.012345', title: { vi: 'Sang tên quyền sử dụng đất', en: 'Transfer land-use rights' }, field: 'Đất đai', opened: 9, finished: 3, left: 6, handoffs: 2, ordered: true, steps: [step('prepare', 'Chuẩn bị giấy tờ', 9, 4, 1), step('send', 'Nộp hồ sơ', 5, 2, 1)] },
];

function demoAlerts(now: number): readonly Alert[] {
  const alert = (id: string, kind: Alert['kind'], servicePoint: string, minutes: number, more: Partial<Alert>): Alert => {
    const [, name = servicePoint, unit = null] = DEMO_POINTS.find(([each]) => each === servicePoint) ?? [];
    return { id, kind, servicePoint, servicePointName: name, unit, kiosk: null, field: null, openedAt: now - minutes * 60_000, closedAt: null, figures: {}, acknowledged: null, ...more };
  };
  return [
    alert('a1', 'satisfaction', 'hs-1', 190, { figures: { taps: 118, rate: 0.78, low: 0.697, high: 0.845, target: 0.9 } }),
    alert('a2', 'kiosk-silent', 'bt-1', 47, { kiosk: { id: 'k6', name: 'Kiosk sảnh chính' }, figures: { silentMinutes: 52 } }),
    alert('a3', 'kiosk-silent', 'bd-4', 47, { kiosk: { id: 'k13', name: 'Kiosk quầy giao dịch' }, figures: { silentMinutes: 52 }, acknowledged: { at: now - 20 * 60_000, by: 'an@example.vn', note: 'Đã gọi bưu điện, đang sửa mạng.' } }),
    alert('a4', 'flagged-share', 'nn-1', 2900, { closedAt: now - 1400 * 60_000, figures: { taps: 47, flagged: 5, share: 0.106 } }),
    alert('a5', 'satisfaction', 'nn-1', 4300, { field: 'Đất đai', closedAt: now - 2880 * 60_000, figures: { taps: 26, rate: 0.65, low: 0.462, high: 0.806, target: 0.85 } }),
  ];
}
