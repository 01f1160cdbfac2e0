import { existsSync } from 'node:fs';
import { shippedPack } from '../adapters/shipped-pack.ts';
import type { Ring } from '#contract/library.ts';
import type { Staff } from '../services/staff-access.ts';
import { ACTOR, done, refused, wrong, type Command } from './command.ts';

/** Whoever runs commands here holds the centre's keys; an approval by a person is needed all the same. */
const WHO: Staff = { id: ACTOR.id, email: null, role: 'admin', unit: null };

const status: Command = {
  name: 'content status',
  summary: 'list the editions, where each is published, and how many kiosks show what they shall',
  needed: [],
  optional: [],
  async run(desk) {
    const editions = await desk.library.editions.list(WHO);
    const kiosks = await desk.library.coverage(WHO);
    const counts = (['current', 'loading', 'behind', 'silent', 'none'] as const).map((state) => [state, kiosks.filter((kiosk) => kiosk.state === state).length] as const);
    return done(
      { editions: editions.map(({ id, version, title, state, rings }) => ({ id, version, title, state, rings: rings.map(wordOf) })), kiosks: Object.fromEntries(counts) },
      [
        ...editions.map(({ version, state, title, rings }) => `${version}  ${state}  ${title}${rings.length === 0 ? '' : `  → ${rings.map(wordOf).join(', ')}`}`),
        `Kiosks: ${counts.map(([state, count]) => `${count} ${state}`).join(', ')}`,
      ],
    );
  },
};

const publish: Command = {
  name: 'content publish',
  summary: 'publish an approved edition to a ring: all, unit:<id> or kiosk:<id>',
  needed: ['edition', 'ring'],
  optional: ['note'],
  async run(desk, flags) {
    const ring = parseRing(flags['ring'] ?? '');
    if (ring === null) return wrong('A ring is all, unit:<id> or kiosk:<id>.');
    const wanted = flags['edition'] ?? '';
    const edition = (await desk.library.editions.list(WHO)).find(({ id, version }) => id === wanted || version === wanted);
    if (edition === undefined) return refused(`There is no edition ${wanted}.`);
    const note = flags['note'];
    const published = await desk.library.publications.publish(WHO, { edition: edition.id, ring, ...(note === undefined ? {} : { note }) });
    if (!published.ok) return refused(published.error.message, { code: published.error.code });
    return done(published.value, [`${published.value.version} is published to ${wordOf(ring)} (sequence ${published.value.sequence}).`]);
  },
};

const importPack: Command = {
  name: 'content import',
  summary: 'take a content pack (a folder as npm run content:check takes it) in as a draft; people approve it',
  needed: ['dir'],
  optional: ['title'],
  async run(desk, flags) {
    const folder = flags['dir'] ?? '';
    if (!existsSync(folder)) return refused(`There is no folder ${folder}.`);
    const taken = await desk.library.takePack(shippedPack(folder), flags['title'] ?? `Gói từ ${folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder}`);
    if (taken.kind === 'unreadable') return refused(`${folder} holds no pack.json that can be read.`);
    if (taken.kind === 'disk-full') return refused('The disk for library files is full.');
    const { kind, version } = taken;
    const said = { known: 'was taken in before', offered: 'is a draft in the library now', published: 'is the first content of this centre and published to all kiosks' }[kind];
    return done(taken, [`${version} ${said}.`]);
  },
};

export const LIBRARY_COMMANDS: readonly Command[] = [status, publish, importPack];

function parseRing(text: string): Ring | null {
  if (text === 'all') return { kind: 'all' };
  const [, kind, id] = /^(unit|kiosk):(.{1,64})$/.exec(text) ?? [];
  return id === undefined ? null : { kind: kind === 'unit' ? 'unit' : 'kiosk', id };
}

function wordOf(ring: Ring): string {
  return ring.kind === 'all' ? 'all' : `${ring.kind}:${ring.id}`;
}
