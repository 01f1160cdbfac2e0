import type { ErrorCode } from '#contract/errors.ts';
import type { NewPublication, Publication } from '#contract/library.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { EditionRow, PublicationRow } from '../../repositories/library.ts';
import { audit, findEdition, historyRow, type EditionPorts } from './editions.ts';
import { nameOf, scopeOf, type Librarian, type LibraryScope } from './library-scope.ts';
import { liesInside, ringKey } from './rings.ts';

/** Whoever runs commands on the centre's machine holds its keys anyway; approval by a person is needed of all the same. */
export const COMMAND_LINE = 'command-line';

export type Publications = {
  list(who: Librarian): Promise<readonly Publication[]>;
  publish(who: Librarian, wanted: NewPublication): Promise<Result<Publication, ErrorCode>>;
  end(who: Librarian, id: string): Promise<Result<Publication, ErrorCode>>;
};

/** @param changed called after every change, so that this process does not tell kiosks what was before */
export function publications(ports: EditionPorts, changed: () => void): Publications {
  const { library } = ports.repositories;
  return {
    async list(who) {
      const [scope, rows, all] = await Promise.all([scopeOf(ports.repositories, who, true), library.publications(), library.editions()]);
      const versions = new Map(all.map((edition) => [edition.id, edition.version]));
      return rows.filter((row) => isSeen(scope, row)).map((row) => ({ ...row, version: versions.get(row.edition) ?? '' }));
    },
    async publish(who, wanted) {
      const published = await publish(ports, who, wanted);
      if (published.ok) changed();
      return published;
    },
    async end(who, id) {
      const ended = await end(ports, who, id);
      if (ended.ok) changed();
      return ended;
    },
  };
}

async function publish(ports: EditionPorts, who: Librarian, wanted: NewPublication): Promise<Result<Publication, ErrorCode>> {
  const { library } = ports.repositories;
  const found = await findEdition(ports, who, wanted.edition, 'see');
  if (!found.ok) return found;
  const edition = found.value;
  const scope = await scopeOf(ports.repositories, who, true);
  const allowed = scope.checkRing(wanted.ring);
  if (!allowed.ok) return allowed;
  const now = ports.clock.now();
  const fit = await checkFit(ports, who, edition);
  if (!fit.ok) return fit;
  const open = (await library.publications()).filter((each) => each.endedAt === null);
  const before = open.find((each) => ringKey(each.ring) === ringKey(wanted.ring));
  const inside = open.filter((each) => liesInside(each.ring, wanted.ring, scope.tree, scope.unitOfKiosk));
  // The same edition in a narrower ring is a roll-out that has arrived: it must not hold its kiosks back next time.
  const end = inside.filter((each) => each.edition === edition.id || wanted.endNarrower === true).map((each) => each.id);
  const old = before === undefined ? null : await library.edition(before.edition);
  const row = { id: ports.secrets.makeId(), edition: edition.id, ring: wanted.ring, at: now, actor: nameOf(who), note: wanted.note ?? null, isRollBack: old !== null && old.madeAt > edition.madeAt };
  const published = await library.publish(row, end, historyRow(edition.id, who, now, 'published', null, ringKey(wanted.ring)));
  await audit(ports, who, row.isRollBack ? 'roll back' : 'publish', edition.id, { version: edition.version, ring: ringKey(wanted.ring), sequence: published.sequence, ended: end });
  return success({ ...published, version: edition.version });
}

/** Approved by somebody else, wanted by somebody else, and still without a mistake. */
async function checkFit(ports: EditionPorts, who: Librarian, edition: EditionRow): Promise<Result<null, ErrorCode>> {
  if (edition.state !== 'ready') return failure('LIBRARY_STATE', 'Only an approved edition can be published.', { state: edition.state });
  if (who.id !== COMMAND_LINE && edition.authors.includes(who.id)) return failure('LIBRARY_FOUR_EYES', 'You have changed something in this edition: another person publishes it.');
  // A roll-back may be urgent, and facts that grew old meanwhile are hidden by the kiosk itself.
  if (edition.everPublished) return success(null);
  const problems = await ports.check(await ports.repositories.library.files(edition.id), dayOf(ports.clock.now()));
  return problems.length === 0 ? success(null) : failure('LIBRARY_PROBLEMS', `The checker finds ${problems.length} mistakes.`);
}

async function end(ports: EditionPorts, who: Librarian, id: string): Promise<Result<Publication, ErrorCode>> {
  const { library } = ports.repositories;
  const row = (await library.publications()).find((each) => each.id === id);
  if (row === undefined) return failure('LIBRARY_UNKNOWN', 'There is no such publication.');
  const allowed = (await scopeOf(ports.repositories, who, true)).checkRing(row.ring);
  if (!allowed.ok) return allowed;
  if (row.ring.kind === 'all') return failure('LIBRARY_STATE', 'What all kiosks show cannot be ended, only followed by something else.');
  const now = ports.clock.now();
  const ended = await library.endPublication(id, now, historyRow(row.edition, who, now, 'ended', null, ringKey(row.ring)));
  if (ended === null) return failure('LIBRARY_STATE', 'This publication has ended already.');
  await audit(ports, who, 'end publication', row.edition, { ring: ringKey(row.ring) });
  return success({ ...ended, version: (await library.edition(row.edition))?.version ?? '' });
}

function isSeen(scope: LibraryScope, { ring }: PublicationRow): boolean {
  if (ring.kind === 'all') return true;
  return scope.maySee(ring.kind === 'unit' ? ring.id : scope.unitOfKiosk(ring.id));
}
