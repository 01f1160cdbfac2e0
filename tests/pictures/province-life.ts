import { readFileSync } from 'node:fs';
import { inProject } from '#build/project-root.ts';
import type { EditionDetail } from '#contract/library.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { alertEngine } from '#server/services/alerts/alert-engine.ts';
import { noManifests } from '#server/services/manifest-for.ts';
import { ADMIN, daysBefore, PICTURED_AT, type ProvinceCentre } from './province-centre.ts';

const EDITOR = 'binh.tran@tinh.example';
const SECOND_EDITOR = 'chi.le@hoa-sen.example';
const HOUR = 3_600_000;
const HALF_AN_HOUR = HOUR / 2;
const DAY = 24 * HOUR;
const HEADING = { parentAgency: 'UBND TỈNH SEN HỒNG', agency: 'VĂN PHÒNG', numberSign: '…/BC-VP', place: 'Sen Hồng', signerTitle: 'CHÁNH VĂN PHÒNG', signer: '', recipients: [] };
const LICENCE = 'Văn phòng UBND tỉnh Sen Hồng tự làm';

/** What people did with the centre before the pictures: accounts, keys, targets, alerts, content, notices. Gives the id of the edition in review. */
export async function liveInProvince(province: ProvinceCentre): Promise<{ readonly inReview: string; readonly draft: string }> {
  await addPeople(province);
  await setTargets(province);
  const editions = await addContent(province);
  await addNotices(province);
  const { clock } = province.centre;
  clock.set(PICTURED_AT - HALF_AN_HOUR);
  await letKiosksSpeak(province);
  await addAlerts(province);
  clock.set(PICTURED_AT);
  await letKiosksSpeak(province);
  return editions;
}

async function addPeople({ centre, askAs }: ProvinceCentre): Promise<void> {
  const users = [[EDITOR, 'editor', null, 'Trần Thanh Bình'], [SECOND_EDITOR, 'editor', 'p-hoa-sen', 'Lê Quỳnh Chi'], ['dung.pham@dong-lua.example', 'viewer', 'x-dong-lua', 'Phạm Văn Dũng'], ['ha.do@buu-dien.example', 'admin', 'buu-dien', 'Đỗ Thu Hà']] as const;
  const { staff } = centre.repositories;
  const admin = await staff.findByEmail(ADMIN);
  if (admin !== null) await staff.change(admin.id, { name: 'Nguyễn Minh An' });
  for (const [email, role, unit, name] of users) {
    await centre.addUser(email, role, unit);
    const added = await staff.findByEmail(email);
    if (added !== null) await staff.change(added.id, { name });
  }
  await askAs('ha.do@buu-dien.example', 'GET', '/api/v1/me');
  await askAs(ADMIN, 'POST', '/api/v1/users', { email: 'khoa.vo@so-xd.example', name: 'Võ Đăng Khoa', role: 'viewer', unit: 'so-xd', mail: true });
  await askAs(ADMIN, 'POST', '/api/v1/read-tokens', { name: 'Trung tâm điều hành tỉnh', unit: null, expiresAt: PICTURED_AT + 365 * DAY });
  await askAs(ADMIN, 'POST', '/api/v1/read-tokens', { name: 'Bảng điện tử phường Hoa Sen', unit: 'p-hoa-sen', expiresAt: null });
  const subscribe = (unit: string | null, channel: string, target: string, kinds: readonly string[]): Promise<unknown> => askAs(ADMIN, 'POST', '/api/v1/subscriptions', { unit, channel, target, kinds });
  await subscribe(null, 'mail', ADMIN, ['satisfaction', 'kiosk-silent']);
  await subscribe('p-hoa-sen', 'mail', SECOND_EDITOR, ['satisfaction', 'flagged-share', 'taps-missing']);
  await subscribe('buu-dien', 'webhook', 'https://dieu-hanh.buu-dien.example/canh-bao', ['kiosk-silent', 'picture-still']);
}

async function setTargets({ askAs }: ProvinceCentre): Promise<void> {
  const set = (unit: string | null, field: string | null, target: number, from: string): Promise<unknown> => askAs(ADMIN, 'PUT', '/api/v1/targets', { unit, field, target, from });
  await set(null, null, 0.85, daysBefore(200));
  await set('p-hoa-sen', null, 0.82, daysBefore(60));
  await askAs(ADMIN, 'PUT', '/api/v1/reports/heading', { unit: null, heading: HEADING });
  await set('tinh', 'Hộ tịch', 0.8, daysBefore(200));
}

/** What the look for alerts finds now, and two that are over. */
async function addAlerts({ centre, kioskAt, askAs }: ProvinceCentre): Promise<void> {
  const { alerts, points } = centre.repositories;
  const numbers = new Map((await points.listBelow(null)).map(({ id, no }) => [id, no]));
  const past = (kind: 'kiosk-silent' | 'flagged-share', point: string, figures: Readonly<Record<string, number>>): Parameters<typeof alerts.apply>[0]['opened'][number] =>
    ({ id: nodeSecrets.makeId(), kind, pointNo: numbers.get(point) ?? 0, deviceId: kind === 'kiosk-silent' ? kioskAt(point).deviceId : '', field: '', figures });
  const over = [past('kiosk-silent', 'dl-1', { silentMinutes: 38 }), past('flagged-share', 'nn-1', { taps: 47, flagged: 5, share: 0.106 })];
  await alerts.apply({ opened: over, updated: [], closed: [], now: PICTURED_AT - 3 * DAY });
  await alerts.apply({ opened: [], updated: [], closed: over.map(({ id }) => id), now: PICTURED_AT - 3 * DAY + 2 * HOUR });
  const look = alertEngine({ clock: centre.clock, makeId: nodeSecrets.makeId, repositories: centre.repositories, manifestsFor: noManifests });
  await look();
  // Somebody saw it after a while.
  centre.clock.set(PICTURED_AT - HALF_AN_HOUR / 3);
  const { alerts: open } = (await askAs(ADMIN, 'GET', '/api/v1/alerts?state=open')) as { alerts: readonly { id: string; kind: string; servicePoint: string }[] };
  const taken = open.find(({ kind, servicePoint }) => kind === 'kiosk-silent' && servicePoint === 'bd-4');
  if (taken !== undefined) await askAs(ADMIN, 'POST', `/api/v1/alerts/${taken.id}/acknowledge`, { note: 'Đã gọi bưu điện, đang sửa đường mạng.' });
}

async function addContent(province: ProvinceCentre): Promise<{ readonly inReview: string; readonly draft: string }> {
  const { askAs } = province;
  const begin = async (email: string, title: string): Promise<string> => String((await askAs(email, 'POST', '/api/v1/library/editions', { title }))['id']);
  const hoaSen = await begin(SECOND_EDITOR, 'Nhắc giờ làm việc của phường Hoa Sen');
  await change(province, SECOND_EDITOR, hoaSen, 'guides/tam-tru.json', 'Đăng ký tạm trú', 'Đăng ký tạm trú tại phường');
  await step(province, SECOND_EDITOR, hoaSen, 'submit', 'Nhờ đồng nghiệp xem tên thủ tục.');
  await step(province, ADMIN, hoaSen, 'approve', 'Đã đối chiếu.');
  await askAs(ADMIN, 'POST', '/api/v1/library/publications', { edition: hoaSen, ring: { kind: 'unit', id: 'p-hoa-sen' }, note: 'Bắt đầu ở phường Hoa Sen' });
  const inReview = await begin(EDITOR, 'Sửa lời hướng dẫn hộ tịch');
  await change(province, EDITOR, inReview, 'guides/khai-sinh.json', 'Đăng ký khai sinh', 'Khai sinh cho con');
  await change(province, EDITOR, inReview, 'guides/ket-hon.json', 'Đăng ký kết hôn', 'Kết hôn');
  await step(province, EDITOR, inReview, 'submit', 'Tên ngắn hơn, như người dân hay gọi.');
  const draft = await begin(EDITOR, 'Phim cho tháng 12');
  await addClips(province);
  return { inReview, draft };
}

async function step({ askAs }: ProvinceCentre, email: string, edition: string, action: string, note: string): Promise<void> {
  const { waivers } = (await askAs(email, 'GET', `/api/v1/library/editions/${edition}`)) as unknown as EditionDetail;
  await askAs(email, 'POST', `/api/v1/library/editions/${edition}/steps`, { action, note, ...(action === 'approve' ? { waivers: waivers.map(({ clip }) => clip) } : {}) });
}

/** Saves a document with a text exchanged wherever it stands. */
async function change({ askAs }: ProvinceCentre, email: string, edition: string, path: string, before: string, after: string): Promise<void> {
  const address = `/api/v1/library/editions/${edition}/documents`;
  const { document, sha256 } = await askAs(email, 'GET', `${address}?path=${encodeURIComponent(path)}`);
  const { title, ...rest } = document as { title: { vi: string; en: string } };
  await askAs(email, 'PUT', address, { path, document: { ...rest, title: { ...title, vi: title.vi.replace(before, after) } }, seen: sha256 });
}

async function addClips({ askAs }: ProvinceCentre): Promise<void> {
  const text = { vi: 'Mời ông/bà lấy số, ngồi chờ và theo dõi số trên màn hình.', en: 'Take a number, have a seat and watch the screen.' };
  const add = (id: string, vi: string, en: string, waiver: string | null): Promise<unknown> => askAs(EDITOR, 'POST', '/api/v1/library/clips', { id, title: { vi, en }, description: text, guide: null, waiver });
  await add('lay-so', 'Lấy số và chờ đến lượt', 'Take a number', null);
  await add('chao-tet', 'Lịch làm việc dịp Tết', 'Opening hours at Tet', 'Phim chỉ có nhạc, không có lời nói.');
  const files = [['tall', 'handoff-tall.webm'], ['wide', 'handoff-wide.webm'], ['poster-tall', 'handoff-tall.webp'], ['poster-wide', 'handoff-wide.webp'], ['captions-vi', 'handoff.vi.vtt'], ['captions-en', 'handoff.en.vtt']] as const;
  for (const [slot, file] of files) {
    await askAs(EDITOR, 'PUT', `/api/v1/library/clips/lay-so/files/${slot}?licence=${encodeURIComponent(LICENCE)}`, readFileSync(inProject('assets', 'pack', 'clips', file)));
  }
}

async function addNotices({ askAs }: ProvinceCentre): Promise<void> {
  const notice = (email: string, rings: unknown, vi: string, en: string, textVi: string, textEn: string, more: object): Promise<unknown> =>
    askAs(email, 'POST', '/api/v1/library/notices', { rings, title: { vi, en }, text: { vi: textVi, en: textEn }, ...more });
  await notice(ADMIN, [{ kind: 'unit', id: 'x-ben-tre-xanh' }], 'Mất điện đến 17 giờ', 'No power until 5 p.m.', 'Mời ông/bà quay lại sáng mai hoặc nộp hồ sơ trực tuyến.', 'Please come back tomorrow morning, or file online.', {
    from: PICTURED_AT - HOUR, until: PICTURED_AT + 2 * HOUR, emergency: 'Điện lực báo mất điện toàn xã.',
  });
  await notice(EDITOR, [{ kind: 'all' }], 'Nghỉ Tết Dương lịch', 'Closed on New Year\'s Day', 'Bộ phận một cửa nghỉ ngày 01/01/2027.', 'The one-stop desk is closed on 1 January 2027.', { from: Date.parse('2027-01-01T00:00:00+07:00'), until: Date.parse('2027-01-01T23:59:00+07:00') });
}

/** Everybody but the silent reports at the pictured moment, and three have something to tell. */
async function letKiosksSpeak({ kiosks, beat, askAs }: ProvinceCentre): Promise<void> {
  for (const kiosk of kiosks.filter(({ silent }) => !silent)) {
    const { manifest } = await beat(kiosk);
    const refused: readonly object[] = [];
    const content = kiosk.point === 'hs-2' ? { manifest: null, loading: { manifest, bytesDone: 21_000_000, bytesTotal: 48_000_000 }, refused } : { manifest, loading: null, refused };
    const more = kiosk.point === 'bd-2' ? { freeDiskBytes: 620_000_000, faults: [{ code: 'LEDGER_DISK_FULL', at: PICTURED_AT - 12 * 60_000, detail: 'no space left on device' }] } : kiosk.point === 'xd-1' ? { pictureMoving: false } : {};
    await beat(kiosk, { content, ...more });
  }
  const { deviceId } = kiosks.find(({ point }) => point === 'bt-1') ?? { deviceId: '' };
  await askAs(ADMIN, 'PATCH', `/api/v1/kiosks/${deviceId}`, { name: 'Kiosk phòng tiếp dân' });
}
