import { inProject } from '#build/project-root.ts';
import { openCentre, tap, TEN_O_CLOCK, TODAY, UP, type Centre, type Kiosk } from '#tests/integration/server/open-centre.ts';

const MINUTE = 60_000;
const OFFICE = [{ from: '07:30', until: '11:30' }, { from: '13:30', until: '17:00' }];
/** A grey JPEG of one point. */
export const SMALL_JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=';

export type FleetCentre = {
  readonly centre: Centre;
  readonly url: string;
  readonly kiosks: Readonly<Record<'good' | 'silent' | 'faulty' | 'closed' | 'revoked', Kiosk>>;
  readonly close: () => Promise<void>;
};

const HEALTH = { framesShown: 600, pictureMoving: true, pageOpen: true, appVersion: '0.4.0', contentVersion: '2026.11.1', shell: 'electron', waiting: 0, freeDiskBytes: 61 * 1024 ** 3, clockOffset: 40, rendererRestarts: 0, faults: [] };

/** A real centre with the built dashboard and an invented commune of five kiosks, each in another condition; 10 o'clock on a Monday. */
export async function openFleetCentre(): Promise<FleetCentre> {
  const centre = await openCentre({ dashboardDir: process.env['DASH'] ?? inProject('dist/dashboard') });
  await addPlaces(centre);
  const url = await centre.app.listen({ host: '127.0.0.1', port: 0 });
  const [good, faulty, silent, closed, revoked] = [await centre.enrol('hoa-sen'), await centre.enrol('hoa-sen'), await centre.enrol('dong-lua'), await centre.enrol('buu-dien'), await centre.enrol('hoa-sen')];
  const names = { good: 'Quầy tiếp nhận số 1', faulty: 'Quầy tiếp nhận số 2', silent: 'Nhà văn hóa thôn Đông', closed: 'Bưu điện Hoa Sen', revoked: 'Máy cũ' };
  for (const [key, kiosk] of Object.entries({ good, faulty, silent, closed, revoked })) {
    const name = Object.entries(names).find(([known]) => known === key)?.[1] ?? key;
    await centre.repositories.devices.rename(kiosk.deviceId, name);
  }
  centre.clock.set(TEN_O_CLOCK - 40 * MINUTE);
  await beat(centre, silent, {}, 12);
  centre.clock.set(TEN_O_CLOCK);
  await centre.send(good, { first: 1, entries: Array.from({ length: 38 }, (_, index) => tap(5 - (index % 2), index * MINUTE)) });
  await beat(centre, good, {}, 38);
  await beat(centre, faulty, { pictureMoving: false, appVersion: '0.3.2', freeDiskBytes: 400 * 1024 ** 2, clockOffset: 660_000, faults: [{ code: 'LEDGER_DISK_FULL', at: TEN_O_CLOCK - 12 * MINUTE, detail: 'no space left' }] }, 1_240, 11 * MINUTE);
  await beat(centre, closed, { pageOpen: false, pictureMoving: false, shell: 'browser' }, 0);
  await centre.repositories.devices.revoke(revoked.deviceId, TEN_O_CLOCK - 5 * 86_400_000);
  return { centre, url, kiosks: { good, silent, faulty, closed, revoked }, close: () => centre.close() };
}

async function addPlaces(centre: Centre): Promise<void> {
  const { points } = centre.repositories;
  await points.addUnit({ id: 'tinh', name: 'Tỉnh Sen Hồng (dữ liệu mẫu)', parent: null });
  await points.addUnit({ id: 'p-hoa-sen', name: 'UBND phường Hoa Sen', parent: 'tinh' });
  await points.addUnit({ id: 'x-dong-lua', name: 'UBND xã Đồng Lúa', parent: 'tinh' });
  await centre.addPoint('hoa-sen', 'p-hoa-sen');
  await centre.addPoint('dong-lua', 'x-dong-lua');
  await centre.addPoint('buu-dien', 'tinh');
  await points.change('hoa-sen', { name: 'Trung tâm Phục vụ hành chính công phường Hoa Sen', hours: JSON.stringify([OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []]) });
  await points.change('dong-lua', { name: 'Điểm tiếp nhận xã Đồng Lúa' });
  await points.change('buu-dien', { name: 'Bưu điện Hoa Sen', kind: 'post-office' });
  for (const [email, role] of [['quan-tri@vi.vn', 'admin'], ['bien-tap@vi.vn', 'editor'], ['xem@vi.vn', 'viewer']] as const) await centre.addUser(email, role);
}

/** A heartbeat as a kiosk of today sends it. */
export async function beat(centre: Centre, kiosk: Kiosk, health: Readonly<Record<string, unknown>>, head: number, offset = 0): Promise<unknown> {
  const now = centre.clock.now();
  const answer = await centre.app.inject({
    method: 'POST',
    url: '/api/v1/heartbeat',
    headers: { authorization: `Bearer ${kiosk.token}` },
    payload: { clock: { now: now + offset, up: UP + now - TEN_O_CLOCK, boot: `boot-${kiosk.stream}` }, ledger: { stream: kiosk.stream, head, days: { [TODAY]: head } }, health: { ...HEALTH, ...health } },
  });
  return answer.json();
}
