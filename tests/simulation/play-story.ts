import { join } from 'node:path';
import { FakeLibrary } from '#tests/fakes/fake-library.ts';
import { packFiles } from '#tests/fakes/pack-files.ts';
import { Centre } from './centre.ts';
import { findOldContent, findWrongs } from './find-wrongs.ts';
import { Kiosk, type Place } from './kiosk.ts';
import { KioskDisk } from './kiosk-disk.ts';
import { makeHappen } from './make-happen.ts';
import { Network } from './network.ts';
import { Staff } from './staff.ts';
import type { Story } from './story.ts';
import { Truth } from './truth.ts';
import { rule, type VirtualTime } from './virtual-time.ts';
import { World } from './world.ts';

const MINUTE = 60_000;
/** After everything is mended, all that waits is at the centre within this time: the longest back-off, twice, and a beat. */
const DRAIN_MS = 3 * 60 * MINUTE;
export const PLACES: readonly Place[] = [
  { id: 'my-hao', timeZone: 'Asia/Ho_Chi_Minh' },
  { id: 'my-hao', timeZone: 'Asia/Ho_Chi_Minh' },
  { id: 'pho-hien', timeZone: 'Asia/Tokyo' },
];
const SHIPPED = packFiles({ version: '2026.11.1' });

/** Everything in one simulated world. */
export type Stage = {
  readonly world: World;
  readonly centre: Centre;
  readonly network: Network;
  readonly library: FakeLibrary;
  readonly staff: Staff;
  readonly truth: Truth;
  readonly kiosks: Kiosk[];
  readonly newKiosk: (place: Place, disk: KioskDisk) => Kiosk;
  readonly newDisk: () => KioskDisk;
  published: string;
  /** Happenings that are not over yet. */
  underWay: number;
};

export type Outcome = {
  readonly seed: number;
  readonly taps: number;
  readonly lost: number;
  readonly doubled: number;
  readonly wrongs: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly injected: Readonly<Record<string, number>>;
  readonly digest: string;
  readonly lines: readonly string[];
};

export type Folders = { readonly root: string; readonly template: string };

let present: VirtualTime | null = null;

/** Puts this process under simulated time; each story brings its own. */
export function beginStories(): () => void {
  return rule(() => {
    if (present === null) throw new Error('no story is being played');
    return present;
  });
}

/** Plays a story to its end, mends everything, waits until nothing is under way, and says what is wrong. */
export async function playStory(story: Story, { root, template }: Folders, tells: boolean): Promise<Outcome> {
  const world = new World(story.seed, root, tells);
  present = world.time;
  const stage = setStage(world, story);
  const { time } = world;
  try {
    await during(time, 2 * MINUTE, open(stage, story, template));
    const start = time.now;
    for (const happening of story.happenings) time.after(start - time.now + happening.at, () => void happen(stage, happening), null);
    await time.run(start + story.length);
    await heal(stage, story);
    const isDrained = await drain(stage);
    const found = await during(time, 10 * MINUTE, findWrongs(stage, isDrained));
    const injected = Object.fromEntries([...world.injected].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    world.tell('end', JSON.stringify(found));
    return { seed: story.seed, ...found, injected, digest: world.digest(), lines: world.lines };
  } finally {
    stage.centre.close();
    for (const kiosk of stage.kiosks) kiosk.close();
  }
}

function setStage(world: World, story: Story): Stage {
  const library = new FakeLibrary();
  const centre = new Centre(world, library, story.routed);
  const network = new Network(world, centre, library);
  const truth = new Truth();
  const kiosks: Kiosk[] = [];
  let disks = 0;
  return {
    world, centre, network, library, truth, kiosks,
    staff: new Staff(world, centre),
    newKiosk: (place, disk) => {
      const kiosk = new Kiosk(kiosks.length, place, disk, { world, network, truth, shipped: SHIPPED, committed: (stream) => centre.committed(stream) });
      kiosks.push(kiosk);
      return kiosk;
    },
    newDisk: () => {
      disks += 1;
      return new KioskDisk(join(world.folder, 'kiosks'), `disk ${disks}`);
    },
    published: '2026.11.1',
    underWay: 0,
  };
}

async function happen(stage: Stage, happening: Story['happenings'][number]): Promise<void> {
  stage.underWay += 1;
  try {
    await makeHappen(stage, happening);
  } catch (cause: unknown) {
    stage.truth.wrongs.add(`the simulation itself failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  }
  stage.underWay -= 1;
}

async function open({ centre, staff, newKiosk, newDisk, kiosks, world }: Stage, story: Story, template: string): Promise<void> {
  await centre.open(template);
  for (const { id, timeZone } of new Map(PLACES.map((place) => [place.id, place])).values()) {
    await staff.ask(({ repositories }) => repositories.points.add({ id, name: id, kind: 'one-stop', timezone: timeZone, unit: null }, world.time.now));
  }
  for (let no = 0; no < story.kiosks; no += 1) {
    const place = PLACES[no] ?? PLACES[0];
    if (place !== undefined) newKiosk(place, newDisk()).switchOn();
  }
  for (const kiosk of kiosks) if (!(await staff.pair(kiosk))) throw new Error(`${kiosk.name} cannot be paired in fine weather`);
}

async function heal({ world, network, centre, kiosks }: Stage, { healsClocks }: Story): Promise<void> {
  world.tell('end', 'everything is mended');
  network.heal();
  centre.heal();
  centre.setDouble(false);
  for (const kiosk of kiosks) {
    kiosk.process?.clearFaults();
    if (healsClocks) kiosk.clock.setRight();
    if (kiosk.process === null) kiosk.switchOn();
  }
  await world.time.run(world.time.now + MINUTE);
}

/** True when every kiosk has told the centre everything, a last heartbeat included, and shows what was published last. */
async function drain(stage: Stage): Promise<boolean> {
  const { world: { time }, kiosks, staff, truth } = stage;
  const end = time.now + DRAIN_MS;
  const isQuiet = (): boolean =>
    kiosks.every((kiosk) => {
      const state = kiosk.ledgerState();
      const told = state === null ? undefined : truth.heads.get(state.stream);
      return kiosk.isOff || (state !== null && state.mark === state.head && told !== undefined && told.head === state.head && time.now - told.at < 2 * MINUTE);
    });
  let looks = 0;
  while (time.now < end) {
    await time.run(time.now + MINUTE);
    looks += 1;
    // One person at a time is at a kiosk: who came for a cloned or empty disk goes on first.
    if (looks % 5 === 1 && stage.underWay === 0) await during(time, 3 * MINUTE, Promise.all(kiosks.map((kiosk) => staff.lookAfter(kiosk))));
    if (stage.underWay > 0 || !isQuiet() || (await during(time, 3 * MINUTE, findOldContent(stage))).length > 0) continue;
    // What is still on the line arrives; it must change nothing.
    await time.run(time.now + 1.5 * MINUTE);
    if (isQuiet()) return true;
  }
  return false;
}

/** Lets time pass until `work` is done, `most` ms at the longest. */
async function during<Value>(time: VirtualTime, most: number, work: Promise<Value>): Promise<Value> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  // Told below; a failure must not be called unhandled meanwhile.
  done.catch(() => undefined);
  await time.run(time.now + most, () => isDone);
  if (!isDone) throw new Error(`nothing came of it within ${most} ms`);
  return done;
}
