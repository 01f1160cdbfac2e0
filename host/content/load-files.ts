import type { Manifest, ManifestFile } from '#contract/manifest.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { assertNever } from '#domain/assert-never.ts';
import type { Clock, Download } from '../ports.ts';
import type { BlobFiles } from './blob-files.ts';
import type { KnownManifest } from './check-manifest.ts';
import { findLackOfRoom, loadOrder, mayLoad, type ContentLimits } from './decide-load.ts';
import { fetchBlob, type FetchOutcome } from './fetch-blob.ts';
import type { Pace } from './pace.ts';
import type { ShippedFiles } from './shipped-files.ts';

/** A file whose bytes were wrong so often is refused: something between alters it, or it is wrong where it comes from. */
const MOST_WRONG = 3;

export type LoadNeeds = {
  readonly blobs: BlobFiles;
  readonly shipped: ShippedFiles;
  readonly download: Download;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly limits: ContentLimits;
  readonly freeBytes: () => Promise<number | null>;
  /** Minute since midnight by the service point's clock. */
  readonly localMinute: () => number;
  /** Deletes what no set needs. */
  readonly collect: (manifest: Manifest) => Promise<void>;
};

export type Loading = { readonly bytesDone: number; readonly bytesTotal: number; readonly since: number };

export type LoadOutcome =
  | { readonly kind: 'whole' }
  /** Another manifest or the end of the host came between. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'quiet-hours' }
  | { readonly kind: 'trouble'; readonly code: ErrorCode; readonly detail: string; readonly retryAfter?: string | undefined };

export type LoadPass = { readonly centreUrl: string; readonly token: string };

/** Brings the files of one manifest to the disk, in as many tries as it takes. Made anew for each manifest. */
export class FileLoader {
  readonly target: KnownManifest;
  readonly #needs: LoadNeeds;
  readonly #wrong = new Map<string, number>();
  readonly #since: number;
  /** Bytes that came since the last time someone asked. */
  #news = 0;
  #loading: Loading;

  constructor(needs: LoadNeeds, target: KnownManifest) {
    this.#needs = needs;
    this.target = target;
    this.#since = needs.clock.now();
    this.#loading = { bytesDone: 0, bytesTotal: loadOrder(target.manifest).reduce((sum, { bytes }) => sum + bytes, 0), since: this.#since };
  }

  loading(): Loading {
    return this.#loading;
  }

  /** True when bytes came since it was last asked: the line is not dead. */
  takeNews(): boolean {
    const news = this.#news > 0;
    this.#news = 0;
    return news;
  }

  /** Paths whose bytes were wrong again and again. */
  refused(): readonly { readonly path: string; readonly reason: string }[] {
    const out = [...this.#wrong].filter(([, times]) => times >= MOST_WRONG).map(([sha]) => sha);
    return this.target.manifest.files.filter(({ sha256 }) => out.includes(sha256)).map(({ path }) => ({ path, reason: 'its bytes do not have its hash' }));
  }

  /** Loads what is missing and may be loaded now. `isWanted` false: stops at the next piece. */
  async run(pass: LoadPass, isWanted: () => boolean): Promise<LoadOutcome> {
    const missing = await this.#missing();
    const lack = await this.#lackOfRoom(missing);
    if (lack !== null) return { kind: 'trouble', code: 'CONTENT_DISK_FULL', detail: lack };
    for (const file of missing) {
      if (!isWanted()) return { kind: 'stopped' };
      const others = this.#loading.bytesDone - (await this.#needs.blobs.partBytes(file));
      const outcome = (await this.#needs.shipped.copy(file)) ? null : await this.#loadOne(file, pass, isWanted);
      if (outcome !== null) return outcome;
      // Counted by the piece until here; from here by what is really there.
      this.#loading = { ...this.#loading, bytesDone: others + file.bytes };
    }
    return { kind: 'whole' };
  }

  async #missing(): Promise<readonly ManifestFile[]> {
    const { blobs } = this.#needs;
    const refused = new Set(this.refused().map(({ path }) => path));
    const missing: ManifestFile[] = [];
    let there = 0;
    for (const file of loadOrder(this.target.manifest)) {
      if (await blobs.has(file)) there += file.bytes;
      else if (!refused.has(file.path)) {
        missing.push(file);
        there += await blobs.partBytes(file);
      }
    }
    this.#loading = { ...this.#loading, bytesDone: there };
    return missing;
  }

  async #lackOfRoom(missing: readonly ManifestFile[]): Promise<string | null> {
    if (missing.length === 0) return null;
    const { blobs, freeBytes, limits, collect } = this.#needs;
    const measure = async (): Promise<string | null> => {
      let needed = 0;
      for (const file of missing) needed += file.bytes - (await blobs.partBytes(file));
      return findLackOfRoom({ needed, used: await blobs.used(), free: await freeBytes() }, limits);
    };
    const lack = await measure();
    if (lack === null) return null;
    await collect(this.target.manifest);
    return measure();
  }

  /** Null when the file is there, or refused for good. */
  async #loadOne(file: ManifestFile, pass: LoadPass, isWanted: () => boolean): Promise<LoadOutcome | null> {
    const { sync } = this.target.manifest;
    const isHour = (): boolean => mayLoad(file, sync, this.#needs.localMinute());
    if (!isHour()) return { kind: 'quiet-hours' };
    const { blobs, download, pace } = this.#needs;
    const outcome = await fetchBlob({ ...pass, blobs, download, pace: (bytes) => pace(bytes, sync.bytesPerSecond), mayGoOn: () => isWanted() && isHour(), onBytes: (bytes) => this.#add(bytes) }, file);
    return this.#read(file, outcome, isHour());
  }

  #read(file: ManifestFile, outcome: FetchOutcome, isHour: boolean): LoadOutcome | null {
    switch (outcome.kind) {
      case 'whole':
        return null;
      case 'paused':
        return isHour ? { kind: 'stopped' } : { kind: 'quiet-hours' };
      case 'cut':
        return { kind: 'trouble', code: 'CONTENT_OFFLINE', detail: outcome.detail, retryAfter: outcome.retryAfter };
      case 'missing':
        return { kind: 'trouble', code: 'CONTENT_FILE_MISSING', detail: file.path };
      case 'refused':
        return { kind: 'trouble', code: 'UPLOAD_REFUSED', detail: `${file.path}: ${outcome.detail}` };
      case 'full':
        return { kind: 'trouble', code: 'CONTENT_DISK_FULL', detail: `the disk was full while ${file.path} was written` };
      case 'wrong':
        this.#wrong.set(file.sha256, (this.#wrong.get(file.sha256) ?? 0) + 1);
        return { kind: 'trouble', code: 'CONTENT_FILE_WRONG', detail: file.path };
      default:
        return assertNever(outcome, 'unknown outcome of a file');
    }
  }

  #add(bytes: number): void {
    this.#news += bytes;
    this.#loading = { ...this.#loading, bytesDone: Math.min(this.#loading.bytesTotal, this.#loading.bytesDone + bytes) };
  }
}
