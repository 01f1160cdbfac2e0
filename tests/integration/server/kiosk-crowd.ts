import { setTimeout } from 'node:timers/promises';
import { addDays, dayOf } from '#domain/calendar-day.ts';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { systemClock } from '#server/adapters/system-clock.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { enrolment } from '#server/services/enrolment.ts';
import { servicePoints } from '#server/services/service-points.ts';

const EVERYTHING = { id: 'test', unit: null };
/** Longest wait for an answer, ms: less than a kiosk's, so that a test ends. */
const PATIENCE_MS = 10_000;

export type CrowdKiosk = { readonly stream: string; readonly token: string };

/** Kiosks that are paired with a centre, each at a service point of its own. */
export async function pairKiosks(repositories: Repositories, count: number): Promise<readonly CrowdKiosk[]> {
  const ports = { clock: systemClock, random: nodeRandom, secrets: nodeSecrets, repositories };
  const enrol = enrolment({ ...ports, contentKey: 'key', publicUrl: null });
  const kiosks: CrowdKiosk[] = [];
  for (let no = 1; no <= count; no += 1) {
    await servicePoints(ports).add({ id: `p${no}`, name: `Điểm ${no}` }, EVERYTHING);
    const code = await enrol.pair(`p${no}`, EVERYTHING);
    if (!code.ok) throw new Error(code.error.message);
    const stream = nodeSecrets.makeId();
    const paired = await enrol.enrol({ pairingCode: code.value.pairingCode, stream, device: { name: `k${no}`, platform: 'linux', appVersion: '1', shell: 'browser' } });
    if (!paired.ok) throw new Error(paired.error.message);
    kiosks.push({ stream, token: paired.value.token });
  }
  return kiosks;
}

/** One batch to one server: the answer's status and mark; status 0 when there was no answer. */
export async function sendBatch(url: string, { stream, token }: CrowdKiosk, first: number, count: number): Promise<{ readonly status: number; readonly received: number | null; readonly retryAfter: string | null }> {
  const now = Date.now();
  const entries = Array.from({ length: count }, (_, index) => ({ kind: 'tap', at: now - index, up: 1e9 - index, boot: 'b', score: 5, about: 'visit' }));
  try {
    const answer = await fetch(`${url}/api/v1/ledger`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ stream, first, clock: { now, up: 1e9, boot: 'b' }, entries }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await answer.json();
    const received = typeof body === 'object' && body !== null && 'received' in body && typeof body.received === 'number' ? body.received : null;
    return { status: answer.status, received, retryAfter: answer.headers.get('retry-after') };
  } catch {
    return { status: 0, received: null, retryAfter: null };
  }
}

/** How a kiosk's sending ended: the centre's mark, and how often there was no receipt. */
export type Sent = { readonly mark: number; readonly failures: number };

/**
 * Sends numbers from 1 on until it is enough, as a kiosk does: always from the mark, each time to
 * another of the servers that are there, again after every failure.
 */
export async function sendUntil(isEnough: (mark: number) => boolean, servers: () => readonly string[], kiosk: CrowdKiosk, together: number): Promise<Sent> {
  let [mark, failures] = [0, 0];
  for (let turn = 0; !isEnough(mark); turn += 1) {
    const known = servers();
    const url = known[turn % known.length] ?? '';
    const { received, status } = await sendBatch(url, kiosk, mark + 1, together);
    if (received !== null && (status === 200 || status === 409)) mark = received;
    else failures += 1;
    // So long a load grows no database that takes minutes to check.
    await setTimeout(status === 200 ? 5 : 20 + Math.random() * 80);
  }
  return { mark, failures };
}

/** Sends the numbers 1 to `last`, which is a multiple of `together`. */
export async function sendAll(servers: () => readonly string[], kiosk: CrowdKiosk, last: number, together: number): Promise<number> {
  return (await sendUntil((mark) => mark >= last, servers, kiosk, together)).failures;
}

const ZONE = 'Asia/Ho_Chi_Minh';

/** Every tap in the rollups, whichever side of midnight it fell on. */
export async function countTaps(repositories: Repositories): Promise<number> {
  const today = dayOf(Date.now(), ZONE);
  const points = await repositories.points.listBelow(null);
  const days = await repositories.summaries.days({ from: addDays(today, -1), to: addDays(today, 1), pointNos: points.map(({ no }) => no), field: null });
  return days.flatMap(({ scores }) => scores).reduce((sum, count) => sum + count, 0);
}
