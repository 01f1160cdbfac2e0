import type { ChangeClip, ClipFileRow, EditionState, HistoryLine, Notice, Publication, Ring, SyncSettings } from '#contract/library.ts';
import type { SummaryQuery } from './summaries.ts';

export type EditionRow = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly unit: string | null;
  readonly state: EditionState;
  readonly base: string | null;
  readonly madeAt: number;
  readonly changedAt: number;
  readonly authors: readonly string[];
  readonly approvedBy: string | null;
  readonly everPublished: boolean;
  /** The version of the pack that came with the program; null for editions that people began. */
  readonly shipped: string | null;
};

export type FileRow = { readonly path: string; readonly sha256: string; readonly bytes: number };
export type HistoryRow = HistoryLine;

export type FileChange = {
  readonly edition: string;
  /** What whoever changes it has read at this path; null: nothing was there. */
  readonly path: string;
  readonly seen: string | null;
  readonly put: readonly FileRow[];
  readonly remove: readonly string[];
  readonly author: string;
  readonly at: number;
  readonly history: readonly HistoryRow[];
};

export type EditionChange = {
  readonly edition: string;
  readonly from: EditionState;
  /** `changedAt` of the row that the decision was made on: what was saved meanwhile makes it void. */
  readonly seenAt: number;
  readonly to: EditionState;
  readonly approvedBy: string | null;
  readonly at: number;
  readonly history: HistoryRow;
};

export type NewPublicationRow = Omit<Publication, 'sequence' | 'version' | 'endedAt'>;
export type PublicationRow = Omit<Publication, 'version'>;
export type RingChange = { readonly ring: Ring; readonly sequence: number; readonly at: number };
export type BlobRow = { readonly sha256: string; readonly bytes: number; readonly type: string };
export type ClipRow = ChangeClip & { readonly id: string; readonly unit: string | null; readonly madeAt: number; readonly changedAt: number; readonly files: readonly ClipFileRow[] };
export type PlayTotals = {
  readonly day: string;
  readonly clip: string;
  readonly plays: number;
  readonly millis: number;
  readonly streams: number;
  readonly wakes: number;
  readonly guides: number;
  readonly taps: number;
  readonly handoffs: number;
};

/** How often a touch during a clip led to a guide within a minute. */
export type LedToTotals = { readonly clip: string; readonly procedure: string; readonly opened: number; readonly handoffs: number };

/** What the content library keeps in the database; the bytes of files are elsewhere. */
export type LibraryRepository = EditionStore & PublicationStore & MediaStore;

export type EditionStore = {
  editions(): Promise<readonly EditionRow[]>;
  edition(id: string): Promise<EditionRow | null>;
  /** False when an edition has this version (or id) already. */
  addEdition(row: EditionRow, files: readonly FileRow[], history: HistoryRow): Promise<boolean>;
  files(edition: string): Promise<readonly FileRow[]>;
  /** All or nothing; `changed`: the path no longer holds what was seen; `not-draft`: it may not be edited any more. */
  changeFiles(change: FileChange): Promise<'saved' | 'changed' | 'not-draft'>;
  /** False when the edition is no longer as it was seen. */
  changeState(change: EditionChange): Promise<boolean>;
  addHistory(row: HistoryRow): Promise<void>;
  /** Oldest first. */
  history(edition: string): Promise<readonly HistoryRow[]>;
  /** What happened to one document in all editions, newest first, at most 100 lines. */
  historyOfPath(path: string): Promise<readonly HistoryRow[]>;
};

export type PublicationStore = {
  /** Grows with every change to what any kiosk shall show. */
  revision(): Promise<number>;
  /** Newest first, ended ones too. */
  publications(): Promise<readonly PublicationRow[]>;
  /** Takes the place of the ring's open publication and ends those named. */
  publish(row: NewPublicationRow, end: readonly string[], history: HistoryRow): Promise<PublicationRow>;
  /** Null when it is not there or has ended. */
  endPublication(id: string, at: number, history: HistoryRow): Promise<PublicationRow | null>;
  ringChanges(): Promise<readonly RingChange[]>;
  /** Makes the sequence of this ring's kiosks grow, whatever it was. */
  touchRing(ring: Ring, at: number): Promise<void>;
  noteManifest(sha256: string, sequence: number, edition: string, at: number): Promise<void>;
  /** Which edition each of these manifests holds, and its sequence. */
  manifests(sha256s: readonly string[]): Promise<ReadonlyMap<string, { readonly edition: string; readonly sequence: number }>>;
  notices(): Promise<readonly Notice[]>;
  addNotice(notice: Notice): Promise<void>;
  /** False when it was no longer in the state `from`. A change to or from live reaches the kiosks of its rings. */
  changeNotice(notice: Notice, from: Notice['state'], at: number): Promise<boolean>;
  syncSettings(): Promise<SyncSettings>;
  saveSyncSettings(settings: SyncSettings, at: number): Promise<void>;
};

export type MediaStore = {
  addBlob(blob: BlobRow, at: number): Promise<void>;
  blob(sha256: string): Promise<BlobRow | null>;
  removeBlob(sha256: string): Promise<void>;
  /** Every hash that these editions hold. */
  hashesOf(editions: readonly string[]): Promise<readonly string[]>;
  clips(): Promise<readonly ClipRow[]>;
  clip(id: string): Promise<ClipRow | null>;
  /** False when there is one of this id. */
  addClip(clip: ClipRow): Promise<boolean>;
  /** False when somebody changed it since `seenAt` (its `changedAt`). */
  changeClip(clip: ClipRow, seenAt: number): Promise<boolean>;
  removeClip(id: string): Promise<void>;
  plays(query: SummaryQuery): Promise<readonly PlayTotals[]>;
  /** Over all days of the query, by clip and procedure. */
  ledTo(query: SummaryQuery): Promise<readonly LedToTotals[]>;
};
