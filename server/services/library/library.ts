import type { CoverageKiosk, PlayList, SyncSettings } from '#contract/library.ts';
import type { DailySummaryQuery } from '#contract/summaries.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { isCalendarDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { BlobStore, MediaTools, ShippedPack } from '../../library-ports.ts';
import type { Clock, Secrets } from '../../ports.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { Staff } from '../staff-access.ts';
import { takePack, type TakenPack } from './base-pack.ts';
import { editionChecker } from './check-edition.ts';
import { clips, type ClipPorts, type Clips } from './clips.ts';
import { coverageOf } from './coverage.ts';
import { editionDocuments, type EditionDocuments } from './edition-documents.ts';
import { audit, editions, type Editions } from './editions.ts';
import { manifests, type Manifests } from './manifests.ts';
import { notices, type Notices } from './notices.ts';
import { packDocuments } from './pack-documents.ts';
import { publications, type Publications } from './publications.ts';
import { sweepBlobs } from './sweep-blobs.ts';

export type LibraryPorts = {
  readonly clock: Clock;
  readonly secrets: Pick<Secrets, 'makeId'>;
  readonly repositories: Pick<Repositories, 'library' | 'points' | 'devices' | 'audit'>;
  readonly blobs: BlobStore;
  readonly media: MediaTools;
  /** Ed25519 under the content key, base64url. */
  sign(this: void, text: string): string;
  /** Bytes of one film. */
  readonly largestUpload: number;
};

/** The content library: what may be shown, who said so, and what each kiosk shall hold. */
export type Library = {
  readonly editions: Editions;
  readonly documents: EditionDocuments;
  readonly publications: Publications;
  readonly clips: Clips;
  readonly notices: Notices;
  readonly manifests: Manifests;
  readonly blobs: BlobStore;
  readonly largestUpload: number;
  /** A file's media type; null when the library does not know it. */
  typeOf(this: void, sha256: string): Promise<string | null>;
  coverage(this: void, who: Staff): Promise<readonly CoverageKiosk[]>;
  plays(this: void, who: Staff, query: DailySummaryQuery): Promise<Result<PlayList, ErrorCode>>;
  syncSettings(this: void): Promise<SyncSettings>;
  saveSyncSettings(this: void, who: Staff, settings: SyncSettings): Promise<Result<SyncSettings, ErrorCode>>;
  takePack(this: void, pack: ShippedPack, title: string): Promise<TakenPack>;
  sweep(this: void): Promise<readonly string[]>;
};

export function contentLibrary(ports: LibraryPorts): Library {
  const { clock, repositories, blobs } = ports;
  const documents = packDocuments(blobs);
  const inner: ClipPorts = { ...ports, documents, check: editionChecker(documents, ports.largestUpload) };
  const manifest = manifests(ports);
  return {
    editions: editions(inner),
    documents: editionDocuments(inner),
    publications: publications(inner, manifest.forget),
    clips: clips(inner),
    notices: notices(inner, manifest.forget),
    manifests: manifest,
    blobs,
    largestUpload: ports.largestUpload,
    typeOf: async (sha256) => (await repositories.library.blob(sha256))?.type ?? null,
    coverage: (who) => coverageOf({ clock, manifests: manifest, repositories }, who),
    plays: (who, query) => playsOf(repositories, who, query),
    syncSettings: () => repositories.library.syncSettings(),
    async saveSyncSettings(who, settings) {
      if (who.unit !== null) return failure('STAFF_NOT_ALLOWED', 'This is set for the whole centre.');
      await repositories.library.saveSyncSettings(settings, clock.now());
      manifest.forget();
      await audit(inner, who, 'set content sync', 'sync', settings);
      return success(settings);
    },
    async takePack(pack, title) {
      const taken = await takePack(inner, pack, title);
      manifest.forget();
      return taken;
    },
    sweep: () => sweepBlobs({ clock, blobs, library: repositories.library }),
  };
}

async function playsOf(repositories: LibraryPorts['repositories'], who: Staff, query: DailySummaryQuery): Promise<Result<PlayList, ErrorCode>> {
  const { points, library } = repositories;
  if (!isCalendarDay(query.from) || !isCalendarDay(query.to) || query.to < query.from) return failure('REQUEST_INVALID', 'from and to are days, such as 2026-11-23, in order.');
  if (query.unit !== undefined && !(await points.unitLiesBelow(query.unit, who.unit))) return failure('STAFF_NOT_ALLOWED', 'This unit is not one of yours.');
  const seen = await points.listBelow(query.unit ?? who.unit);
  const chosen = query.servicePoint === undefined ? seen : seen.filter((point) => point.id === query.servicePoint);
  if (query.servicePoint !== undefined && chosen.length === 0) return failure('POINT_UNKNOWN', 'There is no such service point of yours.');
  const asked = { from: query.from, to: query.to, pointNos: chosen.map((point) => point.no), field: null };
  const [totals, ledTo] = await Promise.all([library.plays(asked), library.ledTo(asked)]);
  return success({ plays: totals.map(({ millis, streams, ...row }) => ({ ...row, seconds: Math.round(millis / 1_000), kiosks: streams })), ledTo: [...ledTo] });
}
