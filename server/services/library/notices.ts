import type { ErrorCode } from '#contract/errors.ts';
import type { NewNotice, Notice } from '#contract/library.ts';
import type { Role } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { audit, type EditionPorts } from './editions.ts';
import { nameOf, scopeOf, type Librarian, type LibraryScope } from './library-scope.ts';
import { ringKey } from './rings.ts';

const DAY = 24 * 60 * 60_000;
/** What stands longer is no notice but content. */
const LONGEST = 31 * DAY;
/** Long enough to find a second person. */
const LONGEST_ALONE = DAY;

export type Notices = {
  list(who: Librarian): Promise<readonly Notice[]>;
  add(who: Librarian & { readonly role: Role }, notice: NewNotice): Promise<Result<Notice, ErrorCode>>;
  step(who: Librarian, id: string, action: 'approve' | 'cancel'): Promise<Result<Notice, ErrorCode>>;
};

export function notices(ports: EditionPorts, changed: () => void): Notices {
  const { library } = ports.repositories;
  return {
    async list(who) {
      const scope = await scopeOf(ports.repositories, who, true);
      return (await library.notices()).filter((notice) => isSeen(scope, notice));
    },
    async add(who, wanted) {
      const scope = await scopeOf(ports.repositories, who, true);
      const now = ports.clock.now();
      const fit = checkNotice(scope, wanted, who.role, now);
      if (!fit.ok) return fit;
      const notice = buildNotice(ports.secrets.makeId(), who, wanted, now);
      await library.addNotice(notice);
      changed();
      await audit(ports, who, notice.emergency === null ? 'write notice' : 'send emergency notice', notice.id, { title: notice.title.vi, rings: notice.rings.map(ringKey), from: notice.from, until: notice.until, reason: notice.emergency });
      return success(notice);
    },
    async step(who, id, action) {
      const notice = (await library.notices()).find((each) => each.id === id);
      if (notice === undefined) return failure('LIBRARY_UNKNOWN', 'There is no such notice.');
      const scope = await scopeOf(ports.repositories, who, true);
      const decided = decide(scope, notice, who, action);
      if (!decided.ok) return decided;
      if (!(await library.changeNotice(decided.value, notice.state, ports.clock.now()))) return failure('LIBRARY_CHANGED', 'Somebody has changed this notice meanwhile.');
      changed();
      await audit(ports, who, `${action} notice`, id, { title: notice.title.vi });
      return success(decided.value);
    },
  };
}

function checkNotice(scope: LibraryScope, wanted: NewNotice, role: Role, now: number): Result<null, ErrorCode> {
  const { from, until, emergency } = wanted;
  if (until <= from || until <= now) return failure('REQUEST_INVALID', 'The notice would be over before it begins.', { path: '/until' });
  if (until - Math.max(from, now) > LONGEST) return failure('REQUEST_INVALID', 'A notice stands for at most 31 days.', { path: '/until' });
  if (emergency !== undefined && role !== 'admin') return failure('STAFF_NOT_ALLOWED', 'Only an administrator sends a notice out alone.');
  if (emergency !== undefined && until - Math.max(from, now) > LONGEST_ALONE) return failure('REQUEST_INVALID', 'Without a second person a notice stands for at most 24 hours.', { path: '/until' });
  const refused = wanted.rings.map((ring) => scope.checkRing(ring)).find((ring) => !ring.ok);
  return refused ?? success(null);
}

function buildNotice(id: string, who: Librarian, wanted: NewNotice, now: number): Notice {
  const { rings, from, until, title, text, emergency } = wanted;
  const nfc = (words: NewNotice['title']): NewNotice['title'] => ({ vi: words.vi.normalize('NFC').trim(), en: words.en.normalize('NFC').trim() });
  const state = emergency === undefined ? 'review' : 'live';
  return { id, rings: [...rings], from, until, title: nfc(title), text: nfc(text), state, emergency: emergency ?? null, madeBy: who.id, madeAt: now, approvedBy: null, unit: who.unit };
}

/** Ending a notice can do no harm, so that anybody in charge may; nobody approves an own one. */
function decide(scope: LibraryScope, notice: Notice, who: Librarian, action: 'approve' | 'cancel'): Result<Notice, ErrorCode> {
  const refused = notice.rings.map((ring) => scope.checkRing(ring)).find((ring) => !ring.ok);
  if (refused !== undefined && !refused.ok) return refused;
  if (action === 'cancel') return notice.state === 'cancelled' ? failure('LIBRARY_STATE', 'The notice is called back already.', { state: notice.state }) : success({ ...notice, state: 'cancelled' });
  if (notice.state !== 'review') return failure('LIBRARY_STATE', `The notice is ${notice.state}.`, { state: notice.state });
  if (notice.madeBy === who.id) return failure('LIBRARY_FOUR_EYES', 'You have written this notice: another person approves it.');
  return success({ ...notice, state: 'live', approvedBy: nameOf(who) });
}

function isSeen(scope: LibraryScope, notice: Notice): boolean {
  return scope.mayChange(notice.unit) || notice.rings.some((ring) => (ring.kind === 'all' ? true : scope.maySee(ring.kind === 'unit' ? ring.id : scope.unitOfKiosk(ring.id))));
}
