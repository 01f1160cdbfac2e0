import type { ContentState, Manifest, ManifestFile, UrgentNotice } from '#contract/manifest.ts';
import { background } from '../background.ts';
import type { Clock, Log } from '../ports.ts';
import type { BlobFiles } from './blob-files.ts';
import type { KnownManifest } from './check-manifest.ts';
import { decideProbation, type ProbationEvent } from './decide-probation.ts';
import type { ManifestFiles } from './manifest-files.ts';
import { readSet, type ReadSet } from './read-set.ts';
import { reject, rollBack, switchTo, type ContentSet, type Pointer, type PointerFile } from './set-pointer.ts';

export type SetsNeeds = {
  readonly pointerFile: PointerFile;
  readonly manifests: ManifestFiles;
  readonly blobs: BlobFiles;
  readonly clock: Clock;
  readonly log: Log;
  /** The content key of the enrolment; null: not enrolled. */
  readonly contentKey: () => string | null;
  /** Another set is in use; null: the pack that came with the kiosk. */
  readonly onSet: (set: ReadSet | null) => Promise<void>;
  /** A new set was taken, which has still to prove itself. */
  readonly onSwitch: () => void;
  readonly onRollBack: (reason: string) => void;
  /** The disk has spoilt what was kept; something else is shown. */
  readonly onDamaged?: (detail: string) => void;
  /** The urgent notices that stand from now on. */
  readonly onNotices: (notices: readonly UrgentNotice[]) => void;
};

/** The sets of content on this kiosk: which is in use, which one a roll-back returns to, and whether a new one may stay. */
export class ContentSets {
  readonly #needs: SetsNeeds;
  /** Changes of the pointer one after the other: a beat and a switch may come together. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(needs: SetsNeeds) {
    this.#needs = needs;
  }

  pointer(): Pointer {
    return this.#needs.pointerFile.get();
  }

  /** Reads what is kept and shows the set in use, or the one before it when that cannot be read. */
  async open(): Promise<void> {
    const { pointerFile } = this.#needs;
    if ((await pointerFile.load()) === 'damaged') this.#needs.onDamaged?.('the note of what is in use is damaged');
    await this.tellNotices();
    // A disk that takes no note of it must not cost the content.
    await this.#judge('started', 'the kiosk went down again and again').catch((error: unknown) => this.#needs.log.error('content.not-noted', { detail: String(error) }));
    const { current, previous } = this.pointer();
    if (current === null || (await this.#show(current))) return;
    this.#needs.onDamaged?.('the content in use cannot be read');
    await pointerFile.save({ ...this.pointer(), current: previous, previous: null, probation: null });
    if (previous !== null && (await this.#show(previous))) return;
    if (previous !== null) await pointerFile.save({ ...this.pointer(), current: null });
    await this.#needs.onSet(null);
  }

  /** The manifest that was being loaded when the host ended. */
  async unfinished(): Promise<KnownManifest | null> {
    const { newest, current, rejected } = this.pointer();
    if (newest === null || newest === current?.manifest || rejected.some(({ manifest }) => manifest === newest)) return null;
    return this.newest();
  }

  /** The manifest that was verified last; null when it is of another centre than the kiosk belongs to now. */
  async newest(): Promise<KnownManifest | null> {
    const { newest, key } = this.pointer();
    return newest === null || key !== this.#needs.contentKey() ? null : this.#needs.manifests.read(newest);
  }

  /** The notices of the manifest that was verified last stand. */
  async tellNotices(): Promise<void> {
    this.#needs.onNotices((await this.newest())?.manifest.notices ?? []);
  }

  /** The files of the set in use, without those that were left out of it. */
  async filesInUse(): Promise<readonly ManifestFile[]> {
    const { current } = this.pointer();
    const known = current === null ? null : await this.#needs.manifests.read(current.manifest);
    const refused = new Set(current?.refused.map(({ path }) => path));
    return known?.manifest.files.filter(({ path }) => !refused.has(path)) ?? [];
  }

  /** The lowest sequence that may be followed under this key. */
  floor(contentKey: string): number {
    const { key, sequence } = this.pointer();
    return key === contentKey ? sequence : 0;
  }

  /** A verified manifest: its notices stand at once, its files come when they come. */
  async accept(known: KnownManifest, contentKey: string): Promise<void> {
    const { manifests, log, onNotices } = this.#needs;
    await manifests.save(known);
    await this.#change((pointer) => ({ ...pointer, key: contentKey, sequence: known.manifest.sequence, newest: known.sha }));
    log.info('content.manifest', { manifest: known.sha, sequence: known.manifest.sequence, version: known.manifest.version });
    onNotices(known.manifest.notices);
  }

  async reject({ sha }: KnownManifest, reason: string): Promise<void> {
    const path = /^[a-z0-9][a-z0-9./-]*\.json/.exec(reason)?.[0] ?? 'pack.json';
    await this.#change((pointer) => reject(pointer, sha, [{ path, reason: reason.slice(0, 200) }]));
    this.#needs.log.error('content.rejected', { manifest: sha, reason });
  }

  /** One file is written anew, and the kiosk shows this set: before it the old one, after it the new one. */
  async switchTo(set: ReadSet): Promise<void> {
    const { clock, log, onSet, onSwitch } = this.#needs;
    const refused: ContentState['refused'] = set.refused.slice(0, 50);
    await this.#change((pointer) => switchTo(pointer, { manifest: set.manifest, refused, since: clock.now() }));
    log.info('content.switched', { manifest: set.manifest, version: set.pack.head.version, refused: refused.length });
    onSwitch();
    await onSet(set);
  }

  /** The page asked for the content: from now on what happens to it tells about the set. */
  noteTaken(): void {
    this.#note('taken', '');
  }

  /** The page beats and its picture moves. */
  noteAlive(): void {
    this.#note('alive', '');
  }

  noteFailed(reason: string): void {
    this.#note('failed', reason);
  }

  /** Deletes what neither the sets on the disk nor `wanted` need. */
  async collect(wanted: Manifest | null): Promise<void> {
    const { manifests, blobs, log } = this.#needs;
    const { current, previous, newest } = this.pointer();
    const known = await Promise.all([current, previous].flatMap((set) => (set === null ? [] : [manifests.read(set.manifest)])));
    // Without its manifest nobody can say what a set needs.
    if (known.includes(null)) return;
    const kept = [...known, await this.newest()].flatMap((one) => one?.manifest ?? []);
    if (wanted !== null) kept.push(wanted);
    const freed = await blobs.keepOnly(new Set(kept.flatMap(({ files }) => files.map(({ sha256 }) => sha256))));
    await manifests.keepOnly(new Set([current?.manifest, previous?.manifest, newest].flatMap((sha) => sha ?? [])));
    if (freed > 0) log.info('content.collected', { bytes: freed });
  }

  #note(event: ProbationEvent, reason: string): void {
    if (this.pointer().probation === null) return;
    background(this.#judge(event, reason), 'probation', this.#needs.log);
  }

  async #judge(event: ProbationEvent, reason: string): Promise<void> {
    const { probation } = this.pointer();
    if (probation === null) return;
    const { state, verdict } = decideProbation(probation, event);
    if (JSON.stringify(state) === JSON.stringify(probation)) return;
    await this.#change((pointer) => ({ ...pointer, probation: pointer.probation === null ? null : state }));
    if (verdict === 'keep') {
      await this.#change((pointer) => ({ ...pointer, probation: null }));
      this.#needs.log.info('content.kept', { manifest: this.pointer().current?.manifest });
      await this.collect(null);
    }
    if (verdict === 'roll-back') await this.#rollBack(reason);
  }

  async #rollBack(reason: string): Promise<void> {
    const { log, onRollBack, onSet } = this.#needs;
    await this.#change((pointer) => rollBack(pointer, reason));
    log.error('content.rolled-back', { reason, to: this.pointer().current?.manifest ?? 'shipped' });
    const { current } = this.pointer();
    if (current === null || !(await this.#show(current))) await onSet(null);
    onRollBack(reason);
  }

  /** False when the set cannot be read any more. */
  async #show(set: ContentSet): Promise<boolean> {
    const { manifests, blobs, log, onSet } = this.#needs;
    const known = await manifests.read(set.manifest);
    if (known === null) return false;
    const missing: ContentState['refused'] = [];
    for (const file of known.manifest.files) {
      if (!(await blobs.has(file))) missing.push({ path: file.path, reason: 'it is missing on the disk' });
    }
    const read = await readSet(blobs, known, [...set.refused, ...missing.filter(({ path }) => !set.refused.some((one) => one.path === path))]);
    if (!read.ok) {
      log.error('content.set-damaged', { manifest: set.manifest, detail: read.error.message });
      return false;
    }
    await onSet(read.value);
    return true;
  }

  #change(change: (pointer: Pointer) => Pointer): Promise<void> {
    const { pointerFile } = this.#needs;
    const changed = this.#queue.then(() => pointerFile.save(change(pointerFile.get())));
    this.#queue = changed.catch(() => undefined);
    return changed;
  }
}
