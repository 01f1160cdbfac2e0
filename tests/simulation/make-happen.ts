import { dayOf } from '#domain/calendar-day.ts';
import { packFiles } from '#tests/fakes/pack-files.ts';
import type { Kiosk } from './kiosk.ts';
import type { Stage } from './play-story.ts';
import type { Happening } from './story.ts';

/** Every other turn brings a boot back that was over; two of them in an hour are a twin. */
const TWIN_TURNS = 8;

type Of<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;

/** Lets one thing of a story happen now. */
export async function makeHappen(stage: Stage, happening: Happening): Promise<void> {
  const { world, centre, kiosks, network } = stage;
  const kiosk = 'kiosk' in happening && happening.kiosk !== null ? kiosks[happening.kiosk] : undefined;
  if (happening.kind !== 'visit') world.tell('story', describe(happening));
  const later = (delay: number, then: () => void): void => void world.time.after(delay, then, null);
  switch (happening.kind) {
    case 'visit':
      return kiosk === undefined ? undefined : visit(stage, kiosk, happening);
    case 'weather':
      return network.add({ ...happening, from: world.time.now, until: world.time.now + happening.lasts });
    case 'end kiosk':
      return kiosk?.process?.addFault({ kind: happening.power ? 'power' : 'kill', when: happening.when, skip: happening.skip, times: 1 });
    case 'kiosk disk fails':
      return kiosk?.process?.addFault({ kind: happening.fault, when: happening.when, skip: happening.skip, times: happening.times });
    case 'kiosk disk full': {
      const process = kiosk?.process ?? null;
      if (process === null) return;
      process.isFull = true;
      return later(happening.lasts, () => void (process.isFull = false));
    }
    case 'clock jumps':
    case 'clock runs':
    case 'clock set right':
      return kiosk === undefined ? undefined : turnClock(stage, kiosk, happening);
    case 'off': {
      if (kiosk === undefined) return;
      kiosk.switchOff();
      return later(happening.lasts, () => kiosk.process === null && kiosk.switchOn());
    }
    case 'new disk':
      return kiosk === undefined ? undefined : replaceDisk(stage, kiosk);
    case 'disk cloned':
      return kiosk === undefined ? undefined : cloneDisk(stage, kiosk, happening);
    case 'revoke':
      return kiosk === undefined ? undefined : renew(stage, kiosk, happening.renewAfter);
    case 'end server':
    case 'centre disk fails':
    case 'centre disk full':
      return troubleServer(stage, happening);
    case 'backup':
      return centre.backUp();
    case 'restore':
      if (centre.restore(happening.downMs)) stage.truth.setBack();
      return;
    case 'second server':
      centre.setDouble(true);
      world.inject('second server');
      return later(happening.lasts, () => centre.setDouble(false));
    case 'publish':
      return publish(stage);
  }
}

export function describe({ id, at, ...what }: Happening): string {
  void at;
  return `#${id} ${JSON.stringify(what)}`;
}

function troubleServer({ world, centre }: Stage, happening: Of<'end server' | 'centre disk fails' | 'centre disk full'>): void {
  const servers = centre.servers();
  if (happening.kind === 'end server') {
    const server = servers[happening.second ? servers.length - 1 : 0];
    return server?.process.addFault({ kind: happening.power ? 'power' : 'kill', when: happening.when, skip: happening.skip, times: 1 });
  }
  for (const { process } of servers) {
    if (happening.kind === 'centre disk fails') process.addFault({ kind: 'io', when: happening.when, skip: happening.skip, times: happening.times });
    else {
      process.isFull = true;
      world.time.after(happening.lasts, () => void (process.isFull = false), null);
    }
  }
}

/** A citizen looks at a guide perhaps, touches a face, says why, takes it back. */
async function visit({ world, truth }: Stage, kiosk: Kiosk, { id, score, field, guide, reasons, retract }: Of<'visit'>): Promise<void> {
  const about = field === null ? { about: 'visit' as const } : { about: 'guide' as const, procedure: 'khai-sinh', step: 'prepare', field };
  if (guide && field !== null) {
    await kiosk.record({ kind: 'wake', clip: 'blue' });
    for (const action of ['open', 'step', 'finish'] as const) await kiosk.record({ kind: 'guide', procedure: 'khai-sinh', step: 'prepare', field, action });
  }
  const { boot, at } = { boot: kiosk.clock.bootName(), at: world.time.now };
  const tap = { id: `t-${id}-${kiosk.no}`, kiosk: kiosk.no, disk: kiosk.disk.name, point: kiosk.place.id, timeZone: kiosk.place.timeZone, at, boot, clockError: kiosk.clock.error(), score };
  if (kiosk.process === null) return;
  const recorded = await kiosk.record({ kind: 'tap', score, scale: 'five-v1', channel: tap.id, lang: 'vi', from: 'attract', ...about });
  truth.taps.set(tap.id, { ...tap, ...recorded, retracted: 'no', reasons: [null], saidAt: null });
  const kept = truth.taps.get(tap.id);
  world.tell(kiosk.name, `tap ${tap.id} of ${dayOf(at, kiosk.place.timeZone)}: ${recorded.told}${recorded.seq === null ? '' : ` as ${recorded.seq}`}`);
  if (kept === undefined || recorded.told !== 'thanked' || recorded.seq === null) return;
  // The page speaks of the number it was given; a ledger that begins a new stream meanwhile knows it no more.
  const isSame = (): boolean => kiosk.disk.name === tap.disk && kiosk.ledgerState()?.stream === recorded.stream;
  await world.time.wait(1_500);
  if (reasons !== null && isSame()) {
    kept.saidAt = world.time.now;
    const { told } = await kiosk.record({ kind: 'reasons', of: recorded.seq, reasons: [...reasons] });
    if (told !== 'refused') kept.reasons = told === 'thanked' ? [reasons] : [...kept.reasons, reasons];
  }
  await world.time.wait(1_500);
  if (retract && isSame()) {
    kept.saidAt = world.time.now;
    const { told } = await kiosk.record({ kind: 'retract', of: recorded.seq });
    if (told !== 'refused') kept.retracted = told === 'thanked' ? 'yes' : 'maybe';
  }
}

function turnClock({ world, truth }: Stage, kiosk: Kiosk, happening: Of<'clock jumps' | 'clock runs' | 'clock set right'>): void {
  world.inject(happening.kind);
  truth.wrongClocks.add(kiosk.no);
  if (happening.kind === 'clock jumps') kiosk.clock.jump(happening.by);
  else if (happening.kind === 'clock runs') kiosk.clock.run(happening.rate);
  else kiosk.clock.setRight();
}

/** The machine's disk breaks: with it goes what was not sent. Staff put an empty one in and use the code that "Thay máy" gives. */
async function replaceDisk({ world, truth, staff, newDisk }: Stage, kiosk: Kiosk): Promise<void> {
  const device = await staff.deviceOf(kiosk);
  const state = kiosk.ledgerState();
  if (state === null) return;
  truth.lostDisks.set(kiosk.disk.name, { mark: state.mark, stream: state.stream, at: world.time.now });
  world.inject('disk replaced');
  kiosk.switchOff();
  kiosk.disk = newDisk();
  await world.time.wait(30_000);
  if (kiosk.process === null) kiosk.switchOn();
  await world.time.wait(5_000);
  await staff.pair(kiosk, device);
}

/** A second machine starts from an image of the disk, and citizens use both; staff see twins and give it an empty one. */
async function cloneDisk(stage: Stage, kiosk: Kiosk, { id, staffAfter }: Of<'disk cloned'>): Promise<void> {
  const { world, truth, staff, newKiosk, newDisk } = stage;
  if (kiosk.process === null || !kiosk.isEnrolled()) return;
  kiosk.switchOff();
  const cloned = kiosk.disk;
  const image = cloned.copy(`${kiosk.disk.name} again`);
  for (const { name } of [cloned, image]) truth.clonedDisks.set(name, world.time.now);
  world.inject('disk cloned to a second machine');
  const second = newKiosk(kiosk.place, image);
  kiosk.switchOn();
  second.switchOn();
  const since = world.time.now;
  await world.time.wait(1_000);
  await visitBoth(stage, [kiosk, second], id, staffAfter);
  await world.time.wait(since + staffAfter - world.time.now);
  if (kiosk.disk === cloned) await seeTwins(stage, [kiosk.no, second.no], since);
  const state = second.ledgerState() ?? { mark: 0, stream: '' };
  truth.lostDisks.set(image.name, { mark: state.mark, stream: state.stream, at: world.time.now });
  second.switchOff();
  second.disk = newDisk();
  await world.time.wait(30_000);
  if (second.process === null) second.switchOn();
  await world.time.wait(5_000);
  await staff.pair(second);
}

/** Some minutes at two machines that both go on with the same numbers. */
async function visitBoth(stage: Stage, machines: readonly Kiosk[], id: number, span: number): Promise<void> {
  const random = stage.world.random('twins', id);
  for (let count = random.between(2, 7); count > 0; count -= 1) {
    await stage.world.time.wait(random.fraction() * (span / 10));
    const one = random.pick(machines);
    await visit(stage, one, { id: id * 100 + count, at: 0, kind: 'visit', kiosk: one.no, score: random.pick([1, 3, 5] as const), field: null, guide: random.chance(0.3), reasons: random.chance(0.3) ? ['slow'] : null, retract: random.chance(0.2) });
  }
}

/** When both machines' heartbeats came by turns, staff are told that two report as one. */
async function seeTwins({ truth, staff, world, centre }: Stage, machines: readonly number[], cloned: number): Promise<void> {
  // A centre that was set back knows of no turns before.
  const since = Math.max(cloned, centre.restoredAt);
  const turns = truth.beats.filter(({ kiosk, at }) => machines.includes(kiosk) && at > since).filter(({ kiosk }, index, beats) => kiosk !== beats[index - 1]?.kiosk).length;
  const listed = await staff.listKiosks();
  const isSeen = listed?.some(({ faults }) => faults.some(({ code }) => code === 'DEVICE_TWIN')) ?? null;
  world.tell('staff', `${isSeen === true ? 'see' : 'do not see'} that two machines report as one, after ${turns} turns`);
  if (isSeen === false && turns >= TWIN_TURNS && world.time.now - (truth.beats.at(-1)?.at ?? 0) < 2 * 60_000) truth.wrongs.add('two machines report as one, and nobody is told');
}

async function renew({ world, staff, truth }: Stage, kiosk: Kiosk, renewAfter: number): Promise<void> {
  world.inject('token revoked and renewed');
  const device = await staff.revoke(kiosk);
  if (device !== null) truth.revoked.set(device, world.time.now);
  await world.time.wait(renewAfter);
  await staff.pair(kiosk);
}

function publish(stage: Stage): void {
  const { library, world } = stage;
  stage.published = `2026.12.${library.sequence + 1}`;
  library.publish(packFiles({ version: stage.published }), { version: stage.published });
  world.inject('content published');
}
