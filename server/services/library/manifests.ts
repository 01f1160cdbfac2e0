import { createHash } from 'node:crypto';
import type { Notice, SyncSettings } from '#contract/library.ts';
import { MANIFEST_FORMAT, type Manifest, type SignedManifest } from '#contract/manifest.ts';
import type { Clock } from '../../ports.ts';
import type { FileRow, PublicationRow, RingChange } from '../../repositories/library.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { ExpectedManifest, ManifestReader, ManifestsFor } from '../manifest-for.ts';
import { ringKey, ringsOf, type UnitTree } from './rings.ts';

/** Another process's publication is told to kiosks this much later at most, ms. */
const FRESH_MS = 5_000;
/** Units change rarely, and without a word to the library. */
const TREE_FRESH_MS = 60_000;
const MOST_NOTICES = 20;
const REMEMBERED_TEXTS = 300;

export type ManifestPorts = {
  readonly clock: Clock;
  readonly repositories: Pick<Repositories, 'library' | 'points'>;
  /** Ed25519 under the content key, base64url. */
  sign(this: void, text: string): string;
};

export type Manifests = {
  /** For heartbeats: out of memory, but for one small question to the database every five seconds. */
  readonly expected: ManifestsFor;
  /**
   * For GET manifest. `held` is the hash of the manifest that the kiosk has, if it says so: when that one has a
   * higher sequence (the kiosk was moved to another unit), the kiosk gets one of its own that is higher still.
   */
  signed(reader: ManifestReader, held: string | null): Promise<(SignedManifest & { readonly sha256: string }) | null>;
  /** The edition that a kiosk shall show, and from which ring. */
  planned(reader: ManifestReader): Promise<{ readonly edition: string; readonly ring: PublicationRow['ring']; readonly sha256: string } | null>;
  /** The edition that is published to all kiosks; out of memory, like `expected`. */
  publishedToAll(this: void): Promise<string | null>;
  /** Something was published here: nothing that is remembered counts any more. */
  forget(): void;
};

/** Everything that decides which manifest a kiosk gets. */
type Snapshot = {
  readonly revision: number;
  readonly open: ReadonlyMap<string, PublicationRow>;
  readonly changes: ReadonlyMap<string, RingChange>;
  readonly notices: readonly Notice[];
  readonly sync: SyncSettings;
  readonly tree: UnitTree;
  readonly treeAt: number;
  readonly byUnit: Map<string | null, Promise<Composed | null>>;
  readonly byDevice: Map<string, Promise<Composed | null>>;
  /** Manifests by their hash: kiosks of many units get the same. They go with what they were made from. */
  readonly texts: Map<string, string>;
};

type Composed = ExpectedManifest & { readonly edition: string; readonly sequence: number; readonly ring: PublicationRow['ring']; compose(): Promise<SignedManifest> };

export function manifests(ports: ManifestPorts): Manifests {
  const { clock } = ports;
  let current: Promise<Snapshot> | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;
  const compose = composer(ports);
  const snapshot = (): Promise<Snapshot> => {
    const now = clock.now();
    if (current !== null && Math.abs(now - checkedAt) < FRESH_MS) return current;
    checkedAt = now;
    const next = refresh(ports, current, now);
    // A database that is away must not be asked again and again, nor its failure be remembered for good.
    next.catch(() => {
      if (current === next) current = null;
    });
    current = next;
    return next;
  };
  const composedFor = async (reader: ManifestReader): Promise<Composed | null> => find(await snapshot(), reader, compose);
  return {
    async expected(readers) {
      const known = await snapshot();
      const found = await Promise.all(readers.map((reader) => find(known, reader, compose)));
      return found.map((composed) => (composed === null ? null : { sha256: composed.sha256, version: composed.version, since: composed.since }));
    },
    async signed(reader, held) {
      let composed = await composedFor(reader);
      if (composed !== null && held !== null && held !== composed.sha256) {
        const known = (await ports.repositories.library.manifests([held])).get(held);
        if (known !== undefined && known.sequence >= composed.sequence) {
          await ports.repositories.library.touchRing({ kind: 'kiosk', id: reader.deviceId }, clock.now());
          current = null;
          composed = await composedFor(reader);
        }
      }
      return composed === null ? null : { ...(await composed.compose()), sha256: composed.sha256 };
    },
    async planned(reader) {
      const composed = await composedFor(reader);
      return composed === null ? null : { edition: composed.edition, ring: composed.ring, sha256: composed.sha256 };
    },
    publishedToAll: async () => (await snapshot()).open.get('all')?.edition ?? null,
    forget() {
      current = null;
    },
  };
}

async function refresh({ repositories }: ManifestPorts, before: Promise<Snapshot> | null, now: number): Promise<Snapshot> {
  const { library, points } = repositories;
  const [old, revision] = await Promise.all([before?.catch(() => null) ?? null, library.revision()]);
  if (old !== null && old.revision === revision && now - old.treeAt < TREE_FRESH_MS) return old;
  const [publications, changes, notices, sync, units] = await Promise.all([library.publications(), library.ringChanges(), library.notices(), library.syncSettings(), points.listUnits()]);
  return {
    revision,
    open: new Map(publications.filter((each) => each.endedAt === null).map((each) => [ringKey(each.ring), each])),
    changes: new Map(changes.map((each) => [ringKey(each.ring), each])),
    notices: notices.filter((notice) => notice.state === 'live'),
    sync,
    tree: new Map(units.map((unit) => [unit.id, unit.parent])),
    treeAt: now,
    byUnit: new Map(),
    byDevice: new Map(),
    texts: new Map(),
  };
}

type Compose = (snapshot: Snapshot, keys: readonly string[]) => Promise<Composed | null>;

/** Kiosks of a unit share what they get, but for those that have something of their own. */
function find(known: Snapshot, { deviceId, unit }: ManifestReader, compose: Compose): Promise<Composed | null> {
  const isOwn = known.changes.has(`kiosk:${deviceId}`);
  const remembered = isOwn ? known.byDevice.get(deviceId) : known.byUnit.get(unit);
  if (remembered !== undefined) return remembered;
  const composed = compose(known, ringsOf(isOwn ? deviceId : null, unit, known.tree));
  if (isOwn) known.byDevice.set(deviceId, composed);
  else known.byUnit.set(unit, composed);
  // A failure is told once; the next question tries again.
  composed.catch(() => (isOwn ? known.byDevice.delete(deviceId) : known.byUnit.delete(unit)));
  return composed;
}

function composer({ repositories, sign }: ManifestPorts): Compose {
  const { library } = repositories;
  const heads = new Map<string, Promise<{ readonly version: string; readonly files: readonly FileRow[] } | null>>();
  const contentOf = async (edition: string): Promise<{ readonly version: string; readonly files: readonly FileRow[] } | null> => {
    const row = await library.edition(edition);
    return row === null ? null : { version: row.version, files: await library.files(edition) };
  };
  // A published edition never changes.
  const content = (edition: string): ReturnType<typeof contentOf> => {
    const known = heads.get(edition) ?? contentOf(edition);
    if (heads.size > 50) heads.clear();
    heads.set(edition, known);
    known.catch(() => heads.delete(edition));
    return known;
  };
  return async (known, keys) => {
    const publication = keys.map((key) => known.open.get(key)).find((each) => each !== undefined);
    const body = publication === undefined ? null : await content(publication.edition);
    if (publication === undefined || body === null) return null;
    const changes = keys.flatMap((key) => known.changes.get(key) ?? []);
    const sequence = Math.max(1, ...changes.map((change) => change.sequence));
    const since = Math.max(0, ...changes.map((change) => change.at));
    const write = (): string => JSON.stringify(buildManifest({ sequence, since, ...body, notices: known.notices.filter((notice) => notice.until > since && notice.rings.some((ring) => keys.includes(ringKey(ring)))), sync: known.sync }));
    const text = write();
    const sha256 = createHash('sha256').update(text).digest('hex');
    await library.noteManifest(sha256, sequence, publication.edition, since);
    const compose = async (): Promise<SignedManifest> => {
      const manifest = known.texts.get(sha256) ?? write();
      if (known.texts.size > REMEMBERED_TEXTS) known.texts.clear();
      known.texts.set(sha256, manifest);
      return { manifest, signature: sign(manifest) };
    };
    return { sha256, version: body.version, since, edition: publication.edition, sequence, ring: publication.ring, compose };
  };
}

type Parts = { readonly sequence: number; readonly since: number; readonly version: string; readonly files: readonly FileRow[]; readonly notices: readonly Notice[]; readonly sync: SyncSettings };

/** The same parts give the same text in every process: its hash is what kiosks know it by. */
function buildManifest({ sequence, since, version, files, notices, sync }: Parts): Manifest {
  return {
    format: MANIFEST_FORMAT,
    sequence,
    issuedAt: since,
    version,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    notices: notices
      .toSorted((a, b) => b.until - a.until || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_NOTICES)
      .map(({ id, from, until, title, text }) => ({ id, from, until, title, text })),
    sync,
  };
}
