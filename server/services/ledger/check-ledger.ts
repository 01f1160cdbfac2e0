import type { LedgerReader, LedgerRepository, StreamSummary } from '../../repositories/ledger.ts';
import type { Finding } from '../../repositories/repositories.ts';
import { compareRollups, countAgain } from './check-rollups.ts';
import { dayAndHourCache } from './day-and-hour-cache.ts';
import type { WhenIn } from './read-segment.ts';
import { replayStream, type Replay } from './replay-stream.ts';
import { AS_IT_CAME, isSameState, type TapState } from './stored-tap.ts';
import { nextTail, writeTail } from './tap-tail.ts';

/** Streams and service points looked at together: what bounds the memory of a check. */
const STREAMS = 100;
const POINTS = 16;
/** At most this many differences of one kind are named. */
const SHOWN = 5;

/**
 * Replays every stream from its raw entries, counts them again in the plainest way, and says where
 * marks, tap states or rollups say something else. Sees one moment; taking goes on beside it. Of days
 * whose raw entries were pruned the rollups may only say more.
 */
export async function checkLedger(ledger: LedgerRepository): Promise<readonly Finding[]> {
  const whenIn = dayAndHourCache();
  return ledger.read(async (reader) => [...(await checkStreams(reader, whenIn)), ...(await checkRollups(reader, whenIn))]);
}

async function checkStreams(reader: LedgerReader, whenIn: WhenIn): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (let after = 0; ; ) {
    const streams = await reader.streams(after, STREAMS);
    for (const stream of streams) findings.push(...(await checkStream(reader, stream, whenIn)));
    const last = streams.at(-1);
    if (last === undefined) return findings;
    after = last.no;
  }
}

async function checkStream(reader: LedgerReader, stream: StreamSummary, whenIn: WhenIn): Promise<readonly Finding[]> {
  let replay: Replay;
  try {
    replay = await replayStream(reader, stream, whenIn);
  } catch (cause) {
    return [{ check: 'segments', detail: `stream ${stream.id}: ${cause instanceof Error ? cause.message : String(cause)}` }];
  }
  const findings: Finding[] = [];
  const say = (check: string, detail: string): void => void findings.push({ check, detail: `stream ${stream.id}: ${detail}` });
  if (replay.mark !== stream.mark) say('marks', `the mark is ${stream.mark}, but entries are there without a hole up to ${replay.mark}`);
  const kept = (await reader.quarantinedSeqs(stream.no)).filter((seq) => seq > stream.prunedTo);
  const refused = replay.quarantined.filter((seq) => seq > stream.prunedTo);
  if (kept.join() !== refused.join()) say('quarantine', `${kept.length} entries lie in quarantine, but ${refused.length} do not parse`);
  if (stream.prunedTo === 0) {
    if (stream.quarantined !== replay.quarantined.length) say('quarantine', `${stream.quarantined} are counted, but ${replay.quarantined.length} do not parse`);
    if (stream.unplaceable !== replay.unplaceable) say('unplaceable', `${stream.unplaceable} are counted, but ${replay.unplaceable} cannot be placed`);
    if (writeTail(nextTail(replay.lastTaps), replay.wake) !== stream.tail) say('tail', 'it is not what the last taps say');
  }
  const changes = await reader.changesBetween(stream.no, stream.prunedTo + 1, Number.MAX_SAFE_INTEGER);
  const states = new Map<number, TapState>(changes.map((change) => [change.seq, change]));
  for (const seq of differences(states, replay.states, stream.prunedTo).slice(0, SHOWN)) {
    say('tap_change', `number ${seq} is kept as ${textOf(states.get(seq))}, and is ${textOf(replay.states.get(seq))}`);
  }
  return findings;
}

function differences(kept: ReadonlyMap<number, TapState>, said: ReadonlyMap<number, TapState>, after: number): readonly number[] {
  const seqs = new Set([...kept.keys(), ...said.keys()]);
  return [...seqs].filter((seq) => seq > after && !isSameState(kept.get(seq) ?? AS_IT_CAME, said.get(seq) ?? AS_IT_CAME)).sort((one, other) => one - other);
}

function textOf(state: TapState = AS_IT_CAME): string {
  return JSON.stringify({ flags: state.flags, retracted: state.retracted, reasons: state.reasons });
}

async function checkRollups(reader: LedgerReader, whenIn: WhenIn): Promise<readonly Finding[]> {
  const holdings = await reader.holdings();
  const points = [...new Set([...holdings.map(({ pointNo }) => pointNo), ...(await reader.countedPoints())])].sort((one, other) => one - other);
  const findings: Finding[] = [];
  for (let start = 0; start < points.length; start += POINTS) {
    const some = points.slice(start, start + POINTS);
    const streamNos = new Set(holdings.filter(({ pointNo }) => some.includes(pointNo)).map(({ streamNo }) => streamNo));
    findings.push(...(await checkPoints(reader, some, [...streamNos], whenIn)), ...(await checkSums(reader, some)));
  }
  return findings;
}

/** Sums over fields are right or wrong by the rows they are made of, pruned or not. */
async function checkSums(reader: LedgerReader, points: readonly number[]): Promise<readonly Finding[]> {
  const wrong = await reader.wrongSums(points, SHOWN);
  return wrong.map(({ table, keys, off }) => ({ check: table, detail: `${JSON.stringify(keys)} differs from the sum over fields by ${off.join(', ')}` }));
}

async function checkPoints(reader: LedgerReader, points: readonly number[], streamNos: readonly number[], whenIn: WhenIn): Promise<readonly Finding[]> {
  try {
    const counted = await countAgain(reader, points, streamNos, whenIn);
    return compareRollups(await reader.rollups(points), counted, await reader.prunedDays(points), SHOWN);
  } catch (cause) {
    return [{ check: 'segments', detail: `rollups cannot be counted again: ${cause instanceof Error ? cause.message : String(cause)}` }];
  }
}
