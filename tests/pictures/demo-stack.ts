import { join } from 'node:path';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { hostCaller } from '#tests/driver/call-host.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';
import { demoDays } from './demo-days.ts';

/** Where the codes of the pictures lead: a name that belongs to nobody (RFC 2606). */
const PUBLIC_URL = 'https://motcham.example';
export const DEMO_PIN = '805317';

/**
 * A centre and a kiosk at a service point that its name calls a trial. The made-up visits are written into
 * the kiosk's ledger while it is off; it then sends them as it sends every tap.
 */
export async function startDemoStack(): Promise<Stack> {
  const stack = await Stack.start({ env: { PUBLIC_URL } });
  try {
    await stack.killKiosk();
    const taps = writeDemoDays(join(stack.dataDir, 'kiosk', 'ledger.sqlite'));
    await stack.startKiosk();
    const today = dayOf(Date.now());
    const from = dayOf(Date.now() - 20 * 86_400_000);
    await until(async () => tapsIn(await stack.read(`/api/v1/summaries/daily?from=${from}&to=${today}`)) >= taps, 'the centre has the made-up visits', 90_000);
    const call = await hostCaller(stack.kioskUrl);
    await call('staffSetPin', { pin: DEMO_PIN });
    return stack;
  } catch (error) {
    await stack.close();
    throw error;
  }
}

/** Returns how many taps were written. */
function writeDemoDays(path: string): number {
  const store = new SqliteLedgerStore({ path, newStream: () => crypto.randomUUID(), stamp: () => 'aside' });
  const opening = store.open();
  if (!opening.ok) throw new Error(opening.error.message);
  const { head } = opening.value;
  const boot = 'demo';
  const now = Date.now();
  const entries = demoDays(dayOf(now), now);
  for (const { at, day, hour, body } of entries) {
    const up = at - (entries[0]?.at ?? at);
    const moved = body.kind === 'reasons' ? { ...body, of: body.of + head } : body;
    const written = store.append({ kind: body.kind, up, boot, day, hour, body: JSON.stringify({ ...moved, at, up, boot }) });
    if (!written.ok) throw new Error(written.error.message);
  }
  store.close();
  return entries.filter(({ body }) => body.kind === 'tap').length;
}

function tapsIn(answer: unknown): number {
  const { days } = answer as { days: readonly { taps: number }[] };
  return days.reduce((sum, { taps }) => sum + taps, 0);
}
