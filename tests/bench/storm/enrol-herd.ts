import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { servicePoints } from '#server/services/service-points.ts';
import type { Enrolled } from './simulated-kiosk.ts';

/** Kiosks at one service point. */
const AT_A_POINT = 40;
const UNIT = 'storm';

/** Enrols so many kiosks at one for every forty service points, straight into the centre's store. */
export async function enrolHerd(repositories: Repositories, count: number): Promise<readonly Enrolled[]> {
  const clock = { now: () => Date.now() };
  const points = servicePoints({ clock, repositories });
  const herd: Enrolled[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = `storm-${Math.floor(index / AT_A_POINT)}`;
    if (index % AT_A_POINT === 0) await points.add({ id, name: id, unit: UNIT }, { id: 'bench', unit: null });
    const point = await repositories.points.find(id);
    if (point === null) throw new Error(`there is no service point ${id}`);
    const [code, token, stream] = [nodeSecrets.make(), nodeSecrets.make(), nodeSecrets.makeId()];
    await repositories.devices.addPairingCode(code, point.no, clock.now() + 60_000);
    const device = { id: nodeSecrets.makeId(), tokenHash: nodeSecrets.hash(token), name: id, platform: 'storm', appVersion: '0', shell: 'browser' };
    const enrolled = await repositories.devices.enrol(code, device, stream, clock.now());
    if (typeof enrolled === 'string') throw new Error(`a kiosk was not enrolled: ${enrolled}`);
    herd.push({ stream, token });
  }
  return herd;
}

/** A read token over everything, to look at the day afterwards. */
export async function addReader(repositories: Repositories): Promise<string> {
  const token = nodeSecrets.make();
  await repositories.staff.addReadToken({ id: nodeSecrets.makeId(), name: 'storm', unit: null }, nodeSecrets.hash(token), Date.now());
  return token;
}

