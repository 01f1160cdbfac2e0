import { parserOf } from '#contract/parse.ts';
import { AddPointRequest } from '#contract/staff.ts';
import { ACTOR, done, refused, wrong, type Command } from './command.ts';

const parsePoint = parserOf(AddPointRequest);

const addPoint: Command = {
  name: 'point add',
  summary: 'add a service point (kind: one-stop or post-office)',
  needed: ['id', 'name'],
  optional: ['unit', 'timezone', 'kind'],
  async run(desk, flags) {
    const point = parsePoint(flags);
    if (!point.ok) return wrong(`${point.error.message} (an id has small letters, digits and hyphens).`);
    const added = await desk.servicePoints.add(point.value, ACTOR);
    if (added.ok) return done(added.value, [`Service point ${added.value.id}: ${added.value.name}`]);
    return added.error.code === 'REQUEST_INVALID' ? wrong(added.error.message) : refused(added.error.message);
  },
};

const listPoints: Command = {
  name: 'point list',
  summary: 'list the service points',
  needed: [],
  optional: [],
  async run(desk) {
    const { servicePoints } = await desk.servicePoints.list(ACTOR);
    return done(
      servicePoints,
      servicePoints.map((point) => `${point.id}  ${point.name}  ${point.kind}  ${point.timezone}${point.unit === null ? '' : `  ${point.unit}`}`),
    );
  },
};

const pair: Command = {
  name: 'pair',
  summary: 'make a pairing code for one kiosk of a service point; works once, for 15 minutes',
  needed: ['point'],
  optional: [],
  async run(desk, flags) {
    const code = await desk.enrolment.pair(flags['point'] ?? '', ACTOR);
    if (!code.ok) return refused(code.error.message);
    return done(code.value, [`${code.value.pairingCode}  works once, until ${new Date(code.value.expiresAt).toISOString()}`]);
  },
};

const listDevices: Command = {
  name: 'device list',
  summary: 'list the kiosks',
  needed: [],
  optional: [],
  async run(desk) {
    const devices = await desk.repositories.devices.list('all');
    return done(
      devices.map(({ id, servicePoint, stream, received, lastSeenAt, revoked }) => ({ id, servicePoint, stream, received, lastSeenAt, revoked })),
      devices.map(
        (device) =>
          `${device.id}  ${device.servicePoint}  received ${device.received}  ${device.lastSeenAt === null ? 'never seen' : `seen ${new Date(device.lastSeenAt).toISOString()}`}${device.revoked ? '  revoked' : ''}`,
      ),
    );
  },
};

const revokeDevice: Command = {
  name: 'device revoke',
  summary: 'refuse everything from a kiosk from now on; what it sent stays',
  needed: ['id'],
  optional: [],
  async run(desk, flags) {
    const id = flags['id'] ?? '';
    if (!(await desk.enrolment.revoke(id, ACTOR))) return refused(`There is no device ${id}.`);
    return done({ id, revoked: true }, [`Device ${id} is revoked.`]);
  },
};

export const KIOSK_COMMANDS: readonly Command[] = [addPoint, listPoints, pair, listDevices, revokeDevice];
