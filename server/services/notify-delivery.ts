import type { Clock, Mailer, Random, WebhookPoster } from '../ports.ts';
import type { NoticeRepository, SubscriptionRow, WaitingMessage } from '../repositories/notices.ts';
import { buildNoticeMail, type Notice } from './notify-texts.ts';
import { postBody, signedHeaders } from './notify-webhook.ts';

/** At most one collected mail a subscription in this time; urgent mails keep this distance, ms. */
export const DIGEST_GAP_MS = 3_600_000;
const URGENT_GAP_MS = 5 * 60_000;
/** How long one process may take for one subscription before another takes over, ms. */
const LEASE_MS = 5 * 60_000;
/** Tries at one message before it is given up: with the back-off about two days. */
const MOST_TRIES = 14;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const AT_ONCE = 20;
/** What was sent is remembered this long, so that an event told again is no second message, ms. */
const REMEMBER_MS = 40 * 86_400_000;

export type DeliveryPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly notices: NoticeRepository;
  readonly mailer: Mailer | null;
  readonly webhooks: WebhookPoster | null;
  readonly publicUrl: string | null;
};

/**
 * Sends what is due, each subscription by one process at a time. At least once: a process that dies between
 * sending and noting it leaves the message to the next one.
 */
export async function deliverDue(ports: DeliveryPorts): Promise<void> {
  const { clock, notices } = ports;
  await notices.forget(clock.now() - REMEMBER_MS);
  for (const id of await notices.listDue(clock.now(), AT_ONCE)) {
    const now = clock.now();
    if (!(await notices.claim(id, { now, until: now + LEASE_MS }))) continue;
    try {
      const row = await notices.find(id);
      if (row !== null) await (row.channel === 'mail' ? deliverMail(ports, row) : deliverWebhooks(ports, row));
    } finally {
      await notices.release(id);
    }
  }
}

/** When the collected mail may go: it is due, and the last one is an hour old. */
export function planMail(waiting: readonly WaitingMessage[], row: Pick<SubscriptionRow, 'digestAt' | 'lastSentAt'>, now: number): { readonly send: readonly WaitingMessage[]; readonly digest: boolean } {
  const due = waiting.filter((message) => message.dueAt <= now);
  const urgent = due.filter((message) => message.urgent);
  if (urgent.length > 0 && (row.lastSentAt === null || row.lastSentAt + URGENT_GAP_MS <= now)) return { send: urgent, digest: false };
  const rest = waiting.filter((message) => !message.urgent && message.attempts === 0);
  const retried = due.filter((message) => !message.urgent && message.attempts > 0);
  const isDue = due.some((message) => !message.urgent) && (row.digestAt === null || row.digestAt + DIGEST_GAP_MS <= now);
  return isDue ? { send: [...retried, ...rest], digest: true } : { send: [], digest: true };
}

async function deliverMail(ports: DeliveryPorts, row: SubscriptionRow): Promise<void> {
  const { clock, notices, mailer, publicUrl } = ports;
  const { send, digest } = planMail(await notices.waiting(row.id), row, clock.now());
  const [first] = send;
  if (first === undefined) return;
  const ids = send.map((message) => message.id);
  const problem = mailer === null ? 'SMTP_URL is not set' : await mailer.send({ to: row.target, key: first.id, ...buildNoticeMail(send.map(noticeOf), { publicUrl, urgent: !digest }) });
  if (problem === null) await notices.sent(row.id, ids, { now: clock.now(), digest });
  else await fail(ports, row.id, send, problem);
}

async function deliverWebhooks(ports: DeliveryPorts, row: SubscriptionRow): Promise<void> {
  const { clock, notices, webhooks } = ports;
  for (const message of await notices.waiting(row.id)) {
    if (message.dueAt > clock.now()) continue;
    const body = postBody({ id: message.id, kind: 'notice', at: clock.now(), notice: noticeOf(message) });
    const headers = signedHeaders(row.secret ?? '', { id: message.id, body, now: clock.now() });
    const problem = webhooks === null ? 'webhooks are off' : await webhooks.post({ address: row.target, body, headers });
    if (problem === null) {
      await notices.sent(row.id, [message.id], { now: clock.now(), digest: false });
      continue;
    }
    await fail(ports, row.id, [message], problem);
    // The receiver is not well: the others wait with this one.
    return;
  }
}

async function fail({ clock, random, notices }: DeliveryPorts, id: string, messages: readonly WaitingMessage[], problem: string): Promise<void> {
  const over = messages.filter((message) => message.attempts + 1 >= MOST_TRIES);
  const again = messages.filter((message) => message.attempts + 1 < MOST_TRIES);
  const now = clock.now();
  if (over.length > 0) await notices.failed(id, over.map((message) => message.id), { now, dueAt: null, problem });
  if (again.length === 0) return;
  const attempts = Math.min(...again.map((message) => message.attempts));
  await notices.failed(id, again.map((message) => message.id), { now, dueAt: now + backOff(attempts, random), problem });
}

/** Doubles from half a minute to six hours, with up to a fifth more so that processes do not march in step. */
export function backOff(attempts: number, random: Random): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
  return Math.round(wait * (1 + (random.bytes(1)[0] ?? 0) / 1_280));
}

/** Our own JSON out of our own table. */
function noticeOf({ body }: WaitingMessage): Notice {
  const notice: Notice = JSON.parse(body);
  return notice;
}
