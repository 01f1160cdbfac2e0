import type { AddSubscriptionRequest, Subscription } from '#contract/people.ts';
import { Email } from '#contract/staff.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Mailer, Secrets, WebhookPoster } from '../ports.ts';
import type { ListedSubscription, SubscriptionRow } from '../repositories/notices.ts';
import type { Repositories } from '../repositories/repositories.ts';
import { postBody, signedHeaders } from './notify-webhook.ts';
import { buildTestMail, isUrgent, type Notice } from './notify-texts.ts';
import { normaliseEmail, tooMany } from './sign-in.ts';
import type { Staff } from './staff-access.ts';
import { checkUnit } from './staff-accounts.ts';
import { makeThrottle } from './throttle.ts';

/** How long notices are collected before the first mail of a quiet subscription, ms. */
export const COLLECT_MS = 10 * 60_000;

/** Mails and posts that one person may have sent at once to try an address. */
const TESTS_OF_ONE = { tries: 10, refillMs: 30_000 };

const parseEmail = parserOf(Email);

export type NotifyPorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly repositories: Pick<Repositories, 'notices' | 'audit' | 'points'>;
  /** Null: this centre sends none. */
  readonly mailer: Mailer | null;
  readonly webhooks: WebhookPoster | null;
  readonly publicUrl: string | null;
};

export type Notices = {
  /** Puts the event into the outbox of everybody who wants to hear of it; the same event twice is one message. */
  tell(notice: Notice): Promise<void>;
  readonly mailWorks: boolean;
  list(staff: Staff): Promise<readonly Subscription[]>;
  /** Anybody for his own address; other addresses and webhooks are an administrator's. */
  add(request: AddSubscriptionRequest, staff: Staff): Promise<Result<{ readonly subscription: Subscription; readonly secret: string | null }, ErrorCode>>;
  remove(id: string, staff: Staff): Promise<Result<null, ErrorCode>>;
  /** Sends one at once, outside of the outbox; what went wrong, or null. */
  test(id: string, staff: Staff): Promise<Result<string | null, ErrorCode>>;
};

export function notices(ports: NotifyPorts): Notices {
  const { clock, secrets, repositories, mailer } = ports;
  const { audit, points } = repositories;
  const store = repositories.notices;
  const tested = makeThrottle(TESTS_OF_ONE);
  const mine = async (id: string, staff: Staff): Promise<Result<SubscriptionRow, ErrorCode>> => {
    const row = await store.find(id);
    if (row === null) return failure('NOTICE_UNKNOWN', 'There is no such subscription.');
    const isOurs = isOwn(row, staff) || (staff.role === 'admin' && (await points.unitLiesBelow(row.unit, staff.unit)));
    return isOurs ? success(row) : failure('STAFF_NOT_ALLOWED', 'This subscription is not yours.');
  };
  return {
    mailWorks: mailer !== null,
    tell: (notice) => enqueue(ports, notice),
    async list(staff) {
      const rows = staff.role === 'admin' ? await store.listBelow(staff.unit) : (await store.listBelow(null)).filter((row) => isOwn(row, staff));
      return rows.map(subscriptionOf);
    },
    async add(request, staff) {
      const fit = await judge(ports, request, staff);
      if (!fit.ok) return fit;
      const secret = request.channel === 'webhook' ? secrets.make() : null;
      const { unit, channel } = request;
      const row = { id: secrets.makeId(), unit, kinds: [...new Set(request.kinds)], channel, target: fit.value, secret, createdAt: clock.now(), createdBy: staff.id };
      await store.add(row);
      await audit.add({ at: clock.now(), actor: staff.id, action: 'add subscription', subject: row.id, detail: { unit, channel, target: row.target, kinds: row.kinds }, unit });
      return success({ subscription: subscriptionOf({ ...row, digestAt: null, lastSentAt: null, problem: null, waiting: 0 }), secret });
    },
    async remove(id, staff) {
      const row = await mine(id, staff);
      if (!row.ok) return row;
      await store.remove(id, clock.now());
      await audit.add({ at: clock.now(), actor: staff.id, action: 'remove subscription', subject: id, detail: { channel: row.value.channel, target: row.value.target }, unit: row.value.unit });
      return success(null);
    },
    async test(id, staff) {
      const row = await mine(id, staff);
      if (!row.ok) return row;
      const wait = tested.take(staff.id, clock.now());
      if (wait > 0) return tooMany(wait);
      await audit.add({ at: clock.now(), actor: staff.id, action: 'test subscription', subject: id, detail: { target: row.value.target }, unit: row.value.unit });
      return sendTest(ports, row.value);
    },
  };
}

function isOwn(row: SubscriptionRow, staff: Staff): boolean {
  return row.channel === 'mail' && staff.email !== null && row.target === staff.email;
}

/** The target as it is kept. */
async function judge({ repositories, webhooks, mailer }: NotifyPorts, request: AddSubscriptionRequest, staff: Staff): Promise<Result<string, ErrorCode>> {
  const place = await checkUnit({ repositories }, request.unit, staff);
  if (!place.ok) return place;
  if (request.channel === 'webhook') {
    if (staff.role !== 'admin') return failure('STAFF_NOT_ALLOWED', 'Webhooks are an administrator\'s.');
    const target = request.target.trim();
    const problem = webhooks === null ? 'This centre sends no webhooks.' : webhooks.judge(target);
    return problem === null ? success(target) : failure('NOTICE_TARGET_REFUSED', problem);
  }
  const target = normaliseEmail(request.target);
  if (!parseEmail(target).ok) return failure('NOTICE_TARGET_REFUSED', 'This is not an e-mail address.');
  if (staff.role !== 'admin' && target !== staff.email) return failure('STAFF_NOT_ALLOWED', 'Only an administrator may subscribe somebody else.');
  return mailer === null ? failure('MAIL_OFF', 'This centre cannot send e-mail.') : success(target);
}

async function enqueue({ clock, secrets, repositories }: NotifyPorts, notice: Notice): Promise<void> {
  const now = clock.now();
  const wanted = (await repositories.notices.listAbove(notice.unit)).filter((row) => row.kinds.includes(notice.kind));
  const urgent = isUrgent(notice);
  await repositories.notices.enqueue(
    wanted.map((row) => ({
      id: secrets.makeId(),
      subscriptionId: row.id,
      noticeKey: notice.key,
      urgent,
      body: JSON.stringify(notice),
      createdAt: now,
      dueAt: row.channel === 'webhook' || urgent ? now : now + COLLECT_MS,
    })),
  );
}

async function sendTest({ clock, secrets, mailer, webhooks, publicUrl }: NotifyPorts, row: SubscriptionRow): Promise<Result<string | null, ErrorCode>> {
  const id = secrets.makeId();
  if (row.channel === 'mail') {
    if (mailer === null) return failure('MAIL_OFF', 'This centre cannot send e-mail.');
    return success(await mailer.send({ to: row.target, key: `test-${id}`, ...buildTestMail(publicUrl) }));
  }
  if (webhooks === null || row.secret === null) return failure('NOTICE_TARGET_REFUSED', 'This centre sends no webhooks.');
  const body = postBody({ id, kind: 'test', at: clock.now(), notice: null });
  return success(await webhooks.post({ address: row.target, body, headers: signedHeaders(row.secret, { id, body, now: clock.now() }) }));
}

function subscriptionOf({ id, unit, kinds, channel, target, createdAt, lastSentAt, problem, waiting }: ListedSubscription): Subscription {
  return { id, unit, kinds: [...kinds], channel, target, createdAt, lastSentAt, problem, waiting };
}
