import { gunzipSync } from 'node:zlib';
import type { Repositories } from '#server/repositories/repositories.ts';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { systemClock } from '#server/adapters/system-clock.ts';
import { enrolment } from '#server/services/enrolment.ts';
import { checkLedger } from '#server/services/ledger/check-ledger.ts';
import { servicePoints } from '#server/services/service-points.ts';
import { countTaps } from '#tests/integration/server/kiosk-crowd.ts';
import type { Thanked } from './citizens.ts';
import { tally, type KeptTap, type Tally } from './read-ledger.ts';

const EVERYTHING = { id: 'faults', unit: null };

/** A new service point with a pairing code for its kiosk. */
export async function pairingCodeFor(repositories: Repositories, point: string): Promise<string> {
  const ports = { clock: systemClock, random: nodeRandom, secrets: nodeSecrets, repositories };
  const added = await servicePoints(ports).add({ id: point, name: `Điểm ${point}` }, EVERYTHING);
  if (!added.ok) throw new Error(added.error.message);
  const code = await enrolment({ ...ports, contentKey: 'key', publicUrl: null }).pair(point, EVERYTHING);
  if (!code.ok) throw new Error(code.error.message);
  return code.value.pairingCode;
}

/** Every tap among the centre's raw entries, read from the bodies as they came. */
export async function centreTaps(repositories: Repositories): Promise<readonly KeptTap[]> {
  return repositories.ledger.read(async (reader) => {
    const taps: KeptTap[] = [];
    for (const stream of await reader.streams(0, 10_000)) {
      for (let after = 0; ; ) {
        const segments = await reader.segments(stream.no, after, 200);
        for (const { first, last, body } of segments) {
          const text = body.encoding === 'gzip' ? gunzipSync(body.bytes).toString() : Buffer.from(body.bytes).toString();
          const batch = JSON.parse(text) as { readonly first: number; readonly entries: readonly { readonly kind?: string; readonly step?: string }[] };
          for (let seq = first; seq <= last; seq += 1) {
            const entry = batch.entries[seq - batch.first];
            if (entry?.kind === 'tap') taps.push({ stream: stream.id, seq, name: String(entry.step) });
          }
        }
        const end = segments.at(-1);
        if (end === undefined) break;
        after = end.first;
      }
    }
    return taps;
  });
}

export type CentreVerdict = Tally & { readonly found: readonly string[]; readonly taps: number };

/** Everything the centre has against what citizens were thanked for, and against itself. */
export async function judgeCentre(repositories: Repositories, thanked: ReadonlyMap<string, Thanked>): Promise<CentreVerdict> {
  const kept = await centreTaps(repositories);
  const counted = await countTaps(repositories);
  const findings = [...(await repositories.care.check()), ...(await checkLedger(repositories.ledger))].map(({ check, detail }) => `centre, ${check}: ${detail}`);
  if (counted !== kept.length) findings.push(`the centre's days count ${counted} taps, but it has ${kept.length}`);
  return { ...tally(thanked, kept), found: findings, taps: kept.length };
}
