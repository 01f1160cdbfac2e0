import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoticeKind } from '#contract/people.ts';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { smtpMailer } from '#server/adapters/smtp-mailer.ts';
import { webhookPoster } from '#server/adapters/webhook-poster.ts';
import { notices, type Notices } from '#server/services/notify.ts';
import { deliverDue } from '#server/services/notify-delivery.ts';
import type { Notice } from '#server/services/notify-texts.ts';
import type { Staff } from '#server/services/staff-access.ts';
import { MINUTE, openCentre, TEN_O_CLOCK, type Centre } from './open-centre.ts';

const ADMIN: Staff = { id: 'boss', email: 'boss@tinh.vn', role: 'admin', unit: null, sessionId: 's' };
type Got = { readonly headers: IncomingHttpHeaders; readonly body: string };

let centre: Centre;
let smtp: SMTPServer;
let smtpUrl = '';
let mails: string[] = [];
let isMailIll = false;
let receiver: Server;
let hook = '';
let got: Got[] = [];
let status = 200;

beforeEach(async () => {
  centre = await openCentre();
  for (const [id, parent] of [['tinh', null], ['xa', 'tinh'], ['khac', null]] as const) await centre.repositories.points.addUnit({ id, name: id, parent });
  [mails, got, status, isMailIll] = [[], [], 200, false];
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        if (isMailIll) return done(Object.assign(new Error('4.3.2 later please'), { responseCode: 451 }));
        mails.push(Buffer.concat(chunks).toString());
        return done();
      });
    },
  });
  await new Promise<void>((done) => void smtp.listen(0, '127.0.0.1', done));
  const mailAddress = smtp.server.address();
  smtpUrl = `smtp://127.0.0.1:${typeof mailAddress === 'object' && mailAddress !== null ? mailAddress.port : 0}`;
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('ok');
    });
  });
  await new Promise<void>((done) => void receiver.listen(0, '127.0.0.1', done));
  const address = receiver.address();
  hook = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`;
});
afterEach(async () => {
  await new Promise<void>((done) => smtp.close(done));
  receiver.closeAllConnections();
  await new Promise((done) => receiver.close(done));
  await centre.close();
});

function portsOf(other: Partial<{ mailer: null }> = {}): Parameters<typeof notices>[0] & Parameters<typeof deliverDue>[0] {
  const { clock, repositories } = centre;
  return { clock, random: nodeRandom, secrets: nodeSecrets, repositories, notices: repositories.notices, mailer: smtpMailer({ url: smtpUrl, from: 'Một Chạm <mot-cham@tinh.vn>' }), webhooks: webhookPoster(['127.0.0.1']), publicUrl: 'https://centre.vn', ...other };
}
const service = (): Notices => notices(portsOf());
const deliver = (): Promise<void> => deliverDue(portsOf());
const pass = (ms: number): void => centre.clock.set(centre.clock.now() + ms);

function noticeOf(key: string, kind: NoticeKind = 'kiosk-silent', more: Partial<Notice> = {}): Notice {
  return { key, kind, state: 'open', unit: 'xa', servicePoint: { id: 'p1', name: 'Trung tâm <Mỹ Hào>' }, kiosk: { id: 'k1', name: 'Kiosk cửa chính' }, field: null, at: TEN_O_CLOCK, figures: {}, ...more };
}
async function subscribe(channel: 'mail' | 'webhook', unit: string | null = null, target = channel === 'mail' ? 'An@xa.vn' : hook): Promise<{ id: string; secret: string | null }> {
  const added = await service().add({ unit, kinds: ['kiosk-silent', 'picture-still', 'satisfaction'], channel, target }, ADMIN);
  if (!added.ok) throw new Error(added.error.message);
  return { id: added.value.subscription.id, secret: added.value.secret };
}
/** The text part of a mail, decoded. */
const textOf = (mail: string): string => {
  const part = mail.split(/--[-_\w.]+\r\n/).find((each) => each.includes('text/plain')) ?? '';
  const body = part.slice(part.indexOf('\r\n\r\n') + 4).trim();
  return part.includes('base64') ? Buffer.from(body, 'base64').toString() : Buffer.from(body.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString();
};

test('quiet news are collected: one mail a subscription and hour, in plain Vietnamese and as HTML', async () => {
  await subscribe('mail', 'tinh');
  await service().tell(noticeOf('a'));
  await service().tell(noticeOf('b', 'satisfaction', { figures: { rate: 0.712, target: 0.85, taps: 42 } }));
  await service().tell(noticeOf('a'));
  await service().tell(noticeOf('of another unit', 'kiosk-silent', { unit: 'khac' }));
  await deliver();
  expect(mails).toEqual([]);
  pass(10 * MINUTE);
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(mails.length).toBe(1);
  expect(mails[0]).toMatch(/To: an@xa\.vn/);
  expect(mails[0]).toContain('Auto-Submitted: auto-generated');
  const text = textOf(mails[0] ?? '');
  expect(text).toContain('- 10:00 ngày 23/11/2026 · Kiosk không gửi tín hiệu: Trung tâm <Mỹ Hào>, Kiosk cửa chính');
  expect(text).toContain('hài lòng 71,2%, mục tiêu 85,0%, 42 lượt');
  expect(text).toContain('Mở bảng theo dõi: https://centre.vn');
  expect(mails[0]).not.toContain('<Mỹ');

  for (let index = 0; index < 30; index += 1) await service().tell(noticeOf(`more ${index}`));
  pass(30 * MINUTE);
  await deliver();
  expect(mails.length).toBe(1);
  pass(31 * MINUTE);
  await deliver();
  expect(mails.length).toBe(2);
  expect(textOf(mails[1] ?? '').match(/^- /gm)?.length).toBe(30);
});

test('what is urgent goes at once, and many urgent ones go together', async () => {
  await subscribe('mail');
  await service().tell(noticeOf('quiet'));
  await service().tell(noticeOf('now', 'picture-still'));
  await deliver();
  expect([mails.length, textOf(mails[0] ?? '').includes('Có việc cần xem ngay')]).toEqual([1, true]);
  for (let index = 0; index < 9; index += 1) await service().tell(noticeOf(`flood ${index}`, 'picture-still'));
  await deliver();
  expect(mails.length).toBe(1);
  pass(5 * MINUTE);
  await deliver();
  expect([mails.length, textOf(mails[1] ?? '').match(/^- /gm)?.length]).toEqual([2, 9]);
});

test('a mail server that says no is asked again later, with the same message, and nothing is lost', async () => {
  const { id } = await subscribe('mail');
  await service().tell(noticeOf('now', 'picture-still'));
  isMailIll = true;
  await deliver();
  await deliver();
  const [listed] = await service().list(ADMIN);
  expect(listed).toMatchObject({ waiting: 1, lastSentAt: null });
  expect(listed?.problem).toMatch(/451.*later please/);
  isMailIll = false;
  pass(MINUTE);
  await deliver();
  expect(mails.length).toBe(1);
  expect((await service().list(ADMIN))[0]).toMatchObject({ id, waiting: 0, problem: null, lastSentAt: TEN_O_CLOCK + MINUTE });
});

test('a webhook gets each notice as JSON, signed with its time, once for each event', async () => {
  const { secret } = await subscribe('webhook', 'tinh');
  await service().tell(noticeOf('a'));
  await service().tell(noticeOf('a'));
  await service().tell(noticeOf('b'));
  await Promise.all([deliver(), deliver()]);
  await deliver();
  expect(got.length).toBe(2);
  for (const { headers, body } of got) {
    const expected = createHmac('sha256', secret ?? '').update(`${String(headers['x-mot-cham-timestamp'])}.${body}`).digest('hex');
    expect(headers['x-mot-cham-signature']).toBe(`sha256=${expected}`);
    expect(JSON.parse(body)).toMatchObject({ id: headers['idempotency-key'], type: 'mot-cham.notice', notice: { kind: 'kiosk-silent', servicePoint: { id: 'p1' } } });
  }
});

test('a receiver that fails or sends on gets the same message again, later and later, under the same key', async () => {
  await subscribe('webhook');
  await service().tell(noticeOf('a'));
  status = 302;
  await deliver();
  expect((await service().list(ADMIN))[0]?.problem).toContain('not followed');
  status = 500;
  // Each wait with the fifth that chance may add to it.
  for (const wait of [36_000, 72_000, 144_000]) {
    await deliver();
    pass(wait);
  }
  status = 204;
  await deliver();
  pass(5 * MINUTE);
  await deliver();
  expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  expect(got.length).toBe(4);
  expect((await service().list(ADMIN))[0]).toMatchObject({ waiting: 0, problem: null });
});

test('a message outlives a process that dies while sending it', async () => {
  const { id } = await subscribe('webhook');
  await service().tell(noticeOf('a'));
  await centre.repositories.notices.claim(id, { now: TEN_O_CLOCK, until: TEN_O_CLOCK + 5 * MINUTE });
  await deliver();
  expect(got.length).toBe(0);
  pass(5 * MINUTE);
  await deliver();
  expect(got.length).toBe(1);
});

test('a test goes out at once and says what went wrong', async () => {
  const [mail, webhook] = [await subscribe('mail'), await subscribe('webhook')];
  expect([await service().test(mail.id, ADMIN), await service().test(webhook.id, ADMIN)]).toMatchObject([{ value: null }, { value: null }]);
  expect([textOf(mails[0] ?? '').includes('thư gửi thử'), JSON.parse(got[0]?.body ?? '{}').type]).toEqual([true, 'mot-cham.test']);
  status = 404;
  expect(await service().test(webhook.id, ADMIN)).toMatchObject({ value: 'HTTP 404' });
});

test('webhooks knock at no neighbour\'s door, and people subscribe themselves only', async () => {
  const strict = notices({ ...portsOf(), webhooks: webhookPoster([]) });
  for (const target of ['http://example.vn/x', 'https://127.0.0.1/', 'https://[::1]/', 'https://10.1.2.3/', 'https://169.254.169.254/latest', 'https://localhost/', 'https://localhost./', 'https://u:p@example.vn/', 'ftp://example.vn', 'none']) {
    expect([target, (await strict.add({ unit: null, kinds: ['kiosk-silent'], channel: 'webhook', target }, ADMIN)).ok]).toEqual([target, false]);
  }
  const misled = webhookPoster([], (_, done) => done(null, [{ address: '10.1.2.3', family: 4 }]));
  expect(await misled.post({ address: 'https://example.vn/', body: '{}', headers: {} })).toContain('private network');
  const viewer: Staff = { id: 'v', email: 'v@xa.vn', role: 'viewer', unit: 'xa', sessionId: 's' };
  const add = (target: string, channel: 'mail' | 'webhook' = 'mail', unit: string | null = 'xa'): Promise<boolean> => service().add({ unit, kinds: ['kiosk-silent'], channel, target }, viewer).then((added) => added.ok);
  expect([await add('v@xa.vn'), await add('w@xa.vn'), await add(hook, 'webhook'), await add('v@xa.vn', 'mail', null)]).toEqual([true, false, false, false]);
  expect((await service().list(viewer)).map((each) => each.target)).toEqual(['v@xa.vn']);
  expect(await notices(portsOf({ mailer: null })).add({ unit: null, kinds: ['kiosk-silent'], channel: 'mail', target: 'a@b.vn' }, ADMIN)).toMatchObject({ error: { code: 'MAIL_OFF' } });
});
