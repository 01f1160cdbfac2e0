import type { NoticeKind } from '#contract/people.ts';
import { dayOf } from '#domain/calendar-day.ts';

export type MailText = { readonly subject: string; readonly text: string; readonly html: string };

/** One event as a subscriber is told it. Plain values only: it waits as JSON until it is sent. */
export type Notice = {
  /** The same event has the same key, whoever tells it. */
  readonly key: string;
  readonly kind: NoticeKind;
  /** It began, or it is over. */
  readonly state: 'open' | 'closed';
  readonly unit: string | null;
  readonly servicePoint: { readonly id: string; readonly name: string };
  readonly kiosk: { readonly id: string; readonly name: string } | null;
  readonly field: string | null;
  readonly at: number;
  readonly figures: Readonly<Record<string, number | string | null>>;
};

/** A dark screen loses people now; everything else can wait for the hour. */
const URGENT: readonly NoticeKind[] = ['picture-still', 'taps-missing'];

export function isUrgent({ kind, state }: Notice): boolean {
  return state === 'open' && URGENT.includes(kind);
}

const TITLES: Readonly<Record<NoticeKind, string>> = {
  satisfaction: 'Mức hài lòng thấp hơn mục tiêu',
  'flagged-share': 'Nhiều lượt chạm nghi ngờ',
  'kiosk-silent': 'Kiosk không gửi tín hiệu',
  'picture-still': 'Màn hình kiosk đứng yên',
  'taps-missing': 'Thiếu lượt đánh giá',
  'taps-waiting': 'Lượt đánh giá chưa gửi được',
  'content-old': 'Kiosk chiếu nội dung cũ',
};

/** A sentence for the event, in Vietnamese. Figures that this version does not know are left to the dashboard. */
export function noticeLine({ kind, state, servicePoint, kiosk, field, at, figures }: Notice): string {
  const where = [servicePoint.name, kiosk?.name, field].filter((part) => part !== null && part !== undefined && part !== '').join(', ');
  const known = knownFigures(figures);
  const over = state === 'closed' ? ' (đã hết)' : '';
  return `${timeOf(at)} · ${TITLES[kind]}${over}: ${where}${known === '' ? '' : ` · ${known}`}`;
}

function knownFigures(figures: Notice['figures']): string {
  const number = (key: string): number | null => (typeof figures[key] === 'number' ? figures[key] : null);
  const parts: string[] = [];
  const [rate, target, taps] = [number('rate'), number('target'), number('taps')];
  if (rate !== null) parts.push(`hài lòng ${percent(rate)}`);
  if (target !== null) parts.push(`mục tiêu ${percent(target)}`);
  if (taps !== null) parts.push(`${taps} lượt`);
  const [missing, waiting] = [number('missing'), number('waiting')];
  if (missing !== null) parts.push(`thiếu ${missing} lượt`);
  if (waiting !== null) parts.push(`${waiting} bản ghi chờ gửi`);
  return parts.join(', ');
}

export function buildNoticeMail(notices: readonly Notice[], { publicUrl, urgent }: { readonly publicUrl: string | null; readonly urgent: boolean }): MailText {
  const [first] = notices;
  const subject = notices.length === 1 && first !== undefined ? `[Một Chạm] ${TITLES[first.kind]}: ${first.servicePoint.name}` : `[Một Chạm] ${notices.length} tin báo từ các điểm phục vụ`;
  const lead = urgent ? 'Có việc cần xem ngay:' : 'Tin báo từ các điểm phục vụ trong giờ qua:';
  const foot = ['Thư này do hệ thống Một Chạm gửi tự động; xin không trả lời.', 'Đổi hoặc dừng nhận tin: mục Tài khoản trên bảng theo dõi.'];
  const lines = notices.map(noticeLine);
  return page(subject, [lead], lines, publicUrl === null ? null : { words: 'Mở bảng theo dõi', url: publicUrl }, foot);
}

export function buildTestMail(publicUrl: string | null): MailText {
  return page('[Một Chạm] Thư gửi thử', ['Đây là thư gửi thử. Địa chỉ này nhận được tin báo của hệ thống Một Chạm.'], [], publicUrl === null ? null : { words: 'Mở bảng theo dõi', url: publicUrl }, []);
}

export function buildLinkMail({ name, url, kind, expiresAt }: { readonly name: string; readonly url: string; readonly kind: 'invitation' | 'reset'; readonly expiresAt: number }): MailText {
  const isInvitation = kind === 'invitation';
  const hello = name === '' ? 'Kính gửi ông/bà,' : `Kính gửi ông/bà ${name},`;
  const lead = isInvitation ? 'Ông/bà được mời sử dụng bảng theo dõi Một Chạm. Mở đường dẫn dưới đây để đặt mật khẩu.' : 'Mở đường dẫn dưới đây để đặt mật khẩu mới cho bảng theo dõi Một Chạm.';
  const limit = `Đường dẫn dùng được một lần, đến ${timeOf(expiresAt)}.`;
  const foot = ['Nếu ông/bà không yêu cầu, xin bỏ qua thư này và báo quản trị viên. Không ai của hệ thống hỏi mật khẩu của ông/bà.'];
  return page(isInvitation ? '[Một Chạm] Lời mời sử dụng bảng theo dõi' : '[Một Chạm] Đặt mật khẩu mới', [hello, lead], [limit], { words: isInvitation ? 'Đặt mật khẩu' : 'Đặt mật khẩu mới', url }, foot);
}

/** The same words twice: as plain text, and as HTML without a picture or an address of anybody else. */
function page(subject: string, leads: readonly string[], lines: readonly string[], link: { readonly words: string; readonly url: string } | null, foot: readonly string[]): MailText {
  const text = [...leads, '', ...lines.map((line) => `- ${line}`), ...(link === null ? [] : ['', `${link.words}: ${link.url}`]), '', ...foot].join('\n').replaceAll(/\n{3,}/g, '\n\n').trim();
  const paragraphs = (each: readonly string[], style = ''): string => each.map((line) => `<p${style}>${escapeHtml(line)}</p>`).join('');
  const list = lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  const anchor = link === null ? '' : `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.words)}</a></p>`;
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.5;color:#1c1a2b">${paragraphs(leads)}${list}${anchor}${paragraphs(foot, ' style="color:#423d4e;font-size:14px"')}</body></html>`;
  return { subject, text: `${text}\n`, html };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')}%`;
}

/** 14:05 ngày 23/11/2026, by the clock of Viet Nam. */
function timeOf(at: number): string {
  const time = new Date(at + 7 * 3_600_000).toISOString().slice(11, 16);
  return `${time} ngày ${dayOf(at).split('-').toReversed().join('/')}`;
}
