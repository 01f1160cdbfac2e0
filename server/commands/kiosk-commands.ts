import { COMMAND_KINDS } from '#contract/commands.ts';
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
    const { unit = null } = point.value;
    // Scripts that set a centre up rely on it: the unit is made, and whoever misspelt one must see it.
    const isNewUnit = unit !== null && !(await desk.units.list(ACTOR)).units.some(({ id }) => id === unit);
    const added = await desk.servicePoints.add(point.value, ACTOR);
    if (added.ok) return done(added.value, [`Service point ${added.value.id}: ${added.value.name}`, ...(isNewUnit ? [`There was no unit ${unit}: it was made, with its id as its name (unit change --id ${unit} --name …).`] : [])]);
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

const replaceDevice: Command = {
  name: 'device replace',
  summary: 'make a pairing code for the machine that takes a kiosk\'s place; its taps go on as the same device',
  needed: ['id'],
  optional: [],
  async run(desk, flags) {
    const code = await desk.enrolment.replace(flags['id'] ?? '', ACTOR);
    if (!code.ok) return refused(code.error.message);
    return done(code.value, [`${code.value.pairingCode}  works once, until ${new Date(code.value.expiresAt).toISOString()}`]);
  },
};

const changeDevice: Command = {
  name: 'device change',
  summary: 'give a kiosk another name, or another service point, where what comes from then on counts',
  needed: ['id'],
  optional: ['name', 'point'],
  async run(desk, flags) {
    const { id = '', name, point } = flags;
    if (name === undefined && point === undefined) return wrong('device change needs --name or --point.');
    const changed = await desk.kiosks.change(id, { ...(name === undefined ? {} : { name }), ...(point === undefined ? {} : { servicePoint: point }) }, ACTOR);
    if (!changed.ok) return refused(changed.error.message);
    return done({ id, ...(name === undefined ? {} : { name }), ...(point === undefined ? {} : { servicePoint: point }) }, [`Device ${id} is changed.`]);
  },
};

const showDevice: Command = {
  name: 'device show',
  summary: 'say everything that is known of a kiosk: troubles, streams, faults, what was asked of it',
  needed: ['id'],
  optional: [],
  async run(desk, flags) {
    const shown = await desk.kiosks.detail(flags['id'] ?? '', ACTOR);
    if (!shown.ok) return refused(shown.error.message);
    const { kiosk, streams, faults, commands } = shown.value;
    return done(shown.value, [
      `${kiosk.id}  ${kiosk.name}  ${kiosk.servicePoint}${kiosk.revoked ? '  revoked' : ''}`,
      `troubles: ${kiosk.troubles.length === 0 ? 'none' : kiosk.troubles.join(', ')}`,
      ...streams.map((stream) => `stream ${stream.id}  received ${stream.received}${stream.head === null ? '' : ` of ${stream.head}`}`),
      ...faults.map((fault) => `fault ${fault.code}${fault.detail === null ? '' : `: ${fault.detail}`}`),
      ...commands.map((command) => `${command.kind}  ${command.state}  asked by ${command.askedBy}  ${new Date(command.askedAt).toISOString()}`),
    ]);
  },
};

const askDevice: Command = {
  name: 'device ask',
  summary: `ask a kiosk for something; it fetches it within a minute (${COMMAND_KINDS.join(', ')})`,
  needed: ['id', 'kind'],
  optional: [],
  async run(desk, flags) {
    const kind = COMMAND_KINDS.find((known) => known === flags['kind']);
    if (kind === undefined) return wrong(`--kind is one of ${COMMAND_KINDS.join(', ')}.`);
    const asked = await desk.commands.ask(flags['id'] ?? '', kind, ACTOR);
    if (!asked.ok) return refused(asked.error.message);
    return done(asked.value, [`${asked.value.kind}: asked. device show --id ${flags['id'] ?? ''} says how it went.`]);
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
    const revoked = await desk.enrolment.revoke(id, ACTOR);
    if (!revoked.ok) return refused(`There is no device ${id}.`);
    return done({ id, revoked: true }, [`Device ${id} is revoked.`]);
  },
};

export const KIOSK_COMMANDS: readonly Command[] = [addPoint, listPoints, pair, listDevices, showDevice, changeDevice, replaceDevice, revokeDevice, askDevice];
