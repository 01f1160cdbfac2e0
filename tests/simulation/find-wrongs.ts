import { addDays, dayOf } from '#domain/calendar-day.ts';
import type { Kiosk } from './kiosk.ts';
import { readCentre, type CentreBooks, type CentreTap } from './centre-taps.ts';
import { LONGEST_ON_THE_LINE } from './network.ts';
import type { Stage } from './play-story.ts';
import type { TrueTap } from './truth.ts';

/** The centre leaves a clock alone that is less wrong than this, ms. */
const CLOCK_TOLERANCE = 2 * 60_000;
/** A reading that was on the line for so long looks so wrong, ms. */
const TOLERANCE = CLOCK_TOLERANCE + LONGEST_ON_THE_LINE + 60_000;

export type Found = { readonly taps: number; readonly lost: number; readonly doubled: number; readonly wrongs: readonly string[]; readonly counts: Readonly<Record<string, number>> };

/** Holds what the centre and the kiosks say against what truly happened. */
export async function findWrongs(stage: Stage, isDrained: boolean): Promise<Found> {
  const { truth, world, kiosks } = stage;
  const wrongs: string[] = isDrained ? [] : [...kiosks.map((kiosk) => describeStuck(kiosk)).filter((text) => text !== null), ...(await findOldContent(stage))];
  if (!isDrained && wrongs.length === 0) wrongs.push('the last heartbeat was not heard');
  const today = dayOf(world.time.now, 'Asia/Tokyo');
  const books = await stage.staff.ask(({ repositories }) => readCentre(repositories, { from: addDays(today, -60), to: addDays(today, 1) }));
  if (books === null) return { taps: 0, lost: 0, doubled: 0, wrongs: [...wrongs, 'the centre cannot be read'], counts: {} };
  wrongs.push(...books.findings);
  const copies = Map.groupBy(books.taps, ({ id }) => id);
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  let [lost, doubled] = [0, 0];
  for (const tap of truth.taps.values()) {
    const found = copies.get(tap.id) ?? [];
    if (found.length > 1) doubled += 1;
    if (found.length > 1) wrongs.push(`tap ${tap.id} is there ${found.length} times`);
    if (found.length === 0 && tap.told === 'thanked') {
      const excuse = excuseFor(stage, tap);
      if (excuse === null) lost += 1;
      if (excuse === null) wrongs.push(`tap ${tap.id} was thanked and is not there`);
      else count(excuse);
    }
    for (const one of found) wrongs.push(...judgePlace(tap, one, count), ...judgeWhatWasSaid(truth, tap, one, count));
  }
  for (const { id } of books.taps) if (!truth.taps.has(id)) wrongs.push(`the centre claims a tap ${id} that nobody made`);
  wrongs.push(...truth.wrongs, ...judgeDays(stage, books), ...judgeKiosks(stage));
  return { taps: truth.thanked().length, lost, doubled, wrongs, counts: Object.fromEntries(counts) };
}

function describeStuck(kiosk: Kiosk): string | null {
  const state = kiosk.ledgerState();
  if (state === null) return kiosk.isOff ? null : `${kiosk.name} has no ledger`;
  return state.mark === state.head ? null : `${kiosk.name} still has ${state.head - state.mark} entries that the centre has not`;
}

/** Why a thanked tap need not be there; null: it must. */
function excuseFor({ truth, centre }: Stage, tap: TrueTap): string | null {
  const lostDisk = truth.lostDisks.get(tap.disk);
  // Who gives up a stream keeps it as a file; nobody sends that again to a centre that was set back.
  if (truth.clonedDisks.has(tap.disk) && centre.restoredTo !== null) return 'taps of a copied disk, and a centre that was set back';
  if (lostDisk === undefined) return null;
  const wasReceived = tap.seq !== null && tap.stream === lostDisk.stream && tap.seq <= lostDisk.mark;
  return !wasReceived || centre.restoredTo !== null ? 'taps gone with a disk' : null;
}

/** One copy of a tap that the centre has. */
function judgePlace(tap: TrueTap, kept: CentreTap, count: (what: string) => void): readonly string[] {
  const wrongs: string[] = [];
  if (tap.told === 'refused') wrongs.push(`tap ${tap.id} was refused and is claimed`);
  if (tap.told === 'unknown') count('taps kept of which nobody could be told');
  if (kept.score !== tap.score) wrongs.push(`tap ${tap.id} was ${tap.score} and is ${kept.score}`);
  if (kept.placing === 'unplaceable') count('taps not placeable');
  else {
    const days = [tap.at - TOLERANCE, tap.at, tap.at + TOLERANCE].map((at) => dayOf(at, tap.timeZone));
    // Nobody was told in that boot that its clock was wrong, and the boot that sent it has a right one: nobody can know.
    const isUnknowable = kept.placing === 'as-sent' && kept.sentBy !== tap.boot && Math.abs(tap.clockError) > CLOCK_TOLERANCE;
    if (!days.includes(kept.day) && isUnknowable) count('taps of an earlier boot on the day that its wrong clock said');
    else if (!days.includes(kept.day)) wrongs.push(`tap ${tap.id} was made on ${days[1]} and is counted on ${kept.day} (${kept.placing}, clock ${Math.round(tap.clockError / 1_000)} s off)`);
  }
  return wrongs;
}

/** What was said of a tap when its disk had just been copied: the tap may stand under the copy's numbers, and a correction has none there. */
function judgeWhatWasSaid(truth: Stage['truth'], tap: TrueTap, kept: CentreTap, count: (what: string) => void): readonly string[] {
  const wrongs = judgeState(truth.lostDisks.has(tap.disk) ? asOnLostDisk(tap) : tap, kept);
  const copied = truth.clonedDisks.get(tap.disk);
  const isBetween = copied !== undefined && tap.at <= copied && tap.saidAt !== null && tap.saidAt >= copied;
  if (wrongs.length === 0 || !isBetween) return wrongs;
  count('corrections made while their disk was copied');
  return judgeState(asOnLostDisk(tap), kept);
}

/** What was said of a tap may be gone with a disk from which the tap itself was sent. */
function asOnLostDisk(tap: TrueTap): TrueTap {
  return { ...tap, retracted: tap.retracted === 'yes' ? 'maybe' : tap.retracted, reasons: [...tap.reasons, null] };
}

function judgeState(tap: TrueTap, kept: CentreTap): readonly string[] {
  const wrongs: string[] = [];
  if (tap.retracted !== 'maybe' && kept.retracted !== (tap.retracted === 'yes')) wrongs.push(`tap ${tap.id} is ${kept.retracted ? '' : 'not '}retracted`);
  const said = JSON.stringify(kept.reasons);
  if (!tap.reasons.some((reasons) => JSON.stringify(reasons ?? []) === said)) wrongs.push(`tap ${tap.id} has the reasons ${said} instead of ${JSON.stringify(tap.reasons)}`);
  return wrongs;
}

/** What staff are shown of each day: taps, made, received, missing. */
function judgeDays({ truth, centre, kiosks }: Stage, { taps, days }: CentreBooks): readonly string[] {
  const wrongs: string[] = [];
  const pointOf = new Map(kiosks.map(({ no, place }) => [no, place.id]));
  const pointOfTap = ({ id }: CentreTap): string => pointOf.get(truth.taps.get(id)?.kiosk ?? -1) ?? '';
  const here = Map.groupBy(taps, (tap) => `${tap.day} ${pointOfTap(tap)}`);
  for (const { day, point, taps: counted, received } of days) {
    const there = here.get(`${day} ${point}`) ?? [];
    const valid = there.filter(({ retracted }) => !retracted).length;
    if (counted !== valid) wrongs.push(`${point} ${day}: ${counted} taps are counted, ${valid} are there`);
    if (received !== there.length) wrongs.push(`${point} ${day}: ${received} are said to be received, ${there.length} are there`);
  }
  const missing = days.reduce((sum, day) => sum + (day.missing ?? 0), 0);
  const isSimple = truth.clonedDisks.size === 0 && centre.restoredTo === null;
  if (isSimple && truth.lostDisks.size === 0 && missing > 0) wrongs.push(`${missing} taps are said to be missing, and none is`);
  if (isSimple && truth.wrongClocks.size === 0) wrongs.push(...judgeMade(truth, days, here));
  return wrongs;
}

/** With right clocks the kiosks' own counts are exact: what they told of lost disks is missing, and nothing else. */
function judgeMade(truth: Stage['truth'], days: CentreBooks['days'], here: ReadonlyMap<string, readonly CentreTap[]>): readonly string[] {
  const wrongs: string[] = [];
  for (const { day, point, made, received, missing } of days) {
    const there = here.get(`${day} ${point}`) ?? [];
    if (made === null && there.length === 0) continue;
    const lost = tapsOnLostDisks(truth, day, point, new Map(there.map(({ id, seq }) => [id, seq])));
    // Of a tap of a lost disk that nobody could be told of, nobody knows whether it was made.
    const isTrue = (known: LostTaps): boolean => {
      const more = (missing ?? 0) - known.gone;
      return made === there.length - known.untold + (missing ?? 0) && more >= 0 && more <= unknownOf(truth, day, point);
    };
    if (!lost.some(isTrue)) wrongs.push(`${point} ${day}: made ${made}, received ${received}, missing ${missing}; true are ${lost.map(({ gone, untold }) => `${there.length + gone - untold}, ${there.length}, ${gone}`).join(' or ')}`);
  }
  return wrongs;
}

/** `gone`: the centre was told of them, and they never came; `untold`: they came after the last heartbeat of a disk that is gone. */
type LostTaps = { readonly gone: number; readonly untold: number };

/** More than one where a heartbeat was not answered: the centre may have kept what it said, or not. */
function tapsOnLostDisks(truth: Stage['truth'], day: string, point: string, there: ReadonlyMap<string, number>): readonly LostTaps[] {
  return [...truth.lostDisks].reduce<readonly LostTaps[]>((sums, [disk, { stream }]) => {
    // Of some nobody could be told the number; those that are there bear it.
    const taps = tapsOf(truth, disk, day, point).flatMap(({ id, seq: told }) => {
      const seq = told ?? there.get(id);
      return seq === undefined ? [] : [{ seq, isThere: there.has(id) }];
    });
    const ways = headsOf(truth, stream).map((head) => ({ gone: taps.filter(({ seq, isThere }) => seq <= head && !isThere).length, untold: taps.filter(({ seq, isThere }) => seq > head && isThere).length }));
    return sums.flatMap(({ gone, untold }) => ways.map((way) => ({ gone: gone + way.gone, untold: untold + way.untold })));
  }, [{ gone: 0, untold: 0 }]);
}

function headsOf({ heads, offeredHeads }: Stage['truth'], stream: string): readonly number[] {
  const told = heads.get(stream)?.head ?? 0;
  return [told, ...[...(offeredHeads.get(stream) ?? [])].filter((head) => head > told)];
}

function unknownOf({ taps, lostDisks }: Stage['truth'], day: string, point: string): number {
  return [...taps.values()].filter((tap) => tap.told === 'unknown' && lostDisks.has(tap.disk) && tap.point === point && dayOf(tap.at, tap.timeZone) === day).length;
}

function tapsOf(truth: Stage['truth'], disk: string, day: string, point: string): readonly TrueTap[] {
  return [...truth.taps.values()].filter((tap) => tap.disk === disk && tap.point === point && dayOf(tap.at, tap.timeZone) === day);
}

function judgeKiosks({ kiosks }: Stage): readonly string[] {
  // No fault here damages a file: a ledger that was set aside as damaged is one that a power cut destroyed.
  const times = (kiosk: Kiosk, event: string): number => kiosk.events.filter((one) => one === event).length;
  return kiosks.flatMap((kiosk) => (times(kiosk, 'ledger.set-aside') > times(kiosk, 'ledger.outdated') ? [`${kiosk.name} set its ledger aside as damaged`] : []));
}

/** Kiosks that show something else than what was published last. */
export async function findOldContent({ kiosks, published }: Stage): Promise<readonly string[]> {
  const shown = await Promise.all(kiosks.map(async (kiosk) => ({ kiosk, version: (await kiosk.status())?.contentVersion })));
  return shown.flatMap(({ kiosk, version }) => (version === published || kiosk.isOff ? [] : [`${kiosk.name} shows ${version} and not ${published}, which was published last`]));
}
