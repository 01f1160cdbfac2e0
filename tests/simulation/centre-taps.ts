import { readBatch } from '#server/services/ledger/batch-body.ts';
import { checkLedger } from '#server/services/ledger/check-ledger.ts';
import { dayAndHourCache } from '#server/services/ledger/day-and-hour-cache.ts';
import { rawEntriesOf } from '#server/services/ledger/read-segment.ts';
import type { Placing } from '#server/services/ledger/place-entry.ts';
import { summaries } from '#server/services/summaries.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { STAFF } from './centre.ts';

/** A tap as the centre has it. */
export type CentreTap = {
  readonly id: string;
  readonly streamNo: number;
  readonly seq: number;
  readonly pointNo: number;
  readonly score: number;
  readonly day: string;
  readonly placing: Placing;
  /** The boot that sent it. */
  readonly sentBy: string;
  readonly receivedAt: number;
  readonly retracted: boolean;
  readonly reasons: readonly string[];
};

/** A day of a service point as staff read it. */
export type DayRead = { readonly day: string; readonly point: string; readonly taps: number; readonly made: number | null; readonly received: number; readonly missing: number | null };

export type CentreBooks = { readonly taps: readonly CentreTap[]; readonly others: number; readonly quarantined: number; readonly days: readonly DayRead[]; readonly findings: readonly string[]; readonly faults: ReadonlyMap<string, readonly string[]> };

/** Everything that the centre says, read in three ways: single entries, its own check, and what staff are shown. */
export async function readCentre(repositories: Repositories, days: { readonly from: string; readonly to: string }): Promise<CentreBooks> {
  const { taps, others, quarantined } = await readTaps(repositories);
  const findings = [...(await checkLedger(repositories.ledger)), ...(await repositories.care.check())].map(({ check, detail }) => `${check}: ${detail}`);
  const read = await summaries(repositories).daily({ ...STAFF }, days);
  if (!read.ok) throw new Error(read.error.message);
  return {
    taps, others, quarantined, findings, faults: new Map(),
    days: read.value.days.map(({ day, servicePoint, taps: counted, completeness }) => ({ day, point: servicePoint, taps: counted, ...completeness })),
  };
}

async function readTaps({ ledger }: Repositories): Promise<Pick<CentreBooks, 'taps' | 'others' | 'quarantined'>> {
  const whenIn = dayAndHourCache();
  return ledger.read(async (reader) => {
    const taps: CentreTap[] = [];
    let [others, quarantined] = [0, 0];
    for (const stream of await reader.streams(0, 1_000)) {
      const states = new Map((await reader.changesBetween(stream.no, 1, stream.mark)).map((change) => [change.seq, change]));
      for (let after = 0, isMore = true; isMore; ) {
        const segments = await reader.segments(stream.no, after, 100);
        for (const segment of segments) {
          after = segment.first;
          const { clock } = await readBatch(segment.body);
          for (const { seq, pointNo, placed } of await rawEntriesOf(segment, whenIn)) {
            if (placed === null) quarantined += 1;
            else if (placed.entry.kind !== 'tap') others += 1;
            else {
              const { entry, when, placing } = placed;
              const state = states.get(seq);
              taps.push({ id: entry.channel ?? '', streamNo: stream.no, seq, pointNo, score: entry.score, day: when.day, placing, sentBy: clock.boot, receivedAt: segment.receivedAt, retracted: state?.retracted === true, reasons: state?.reasons ?? [] });
            }
          }
        }
        isMore = segments.length > 0;
      }
    }
    return { taps, others, quarantined };
  });
}
