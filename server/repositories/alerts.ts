import type { AlertKind } from '#contract/day.ts';

/** What stands where. `deviceId` and `field` are '' where none is meant. */
export type AlertSubject = { readonly kind: AlertKind; readonly pointNo: number; readonly deviceId: string; readonly field: string };
export type AlertFigures = Readonly<Record<string, number | string | null>>;

export type AlertRow = AlertSubject & {
  readonly id: string;
  /** ms. */
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** As of the last look while it stood. */
  readonly figures: AlertFigures;
  readonly acknowledged: { readonly at: number; readonly by: string; readonly note: string } | null;
};

/** What a look at everything found to be different. */
export type AlertChanges = {
  readonly opened: readonly (AlertSubject & { readonly id: string; readonly figures: AlertFigures })[];
  /** Still standing, with new figures. */
  readonly updated: readonly { readonly id: string; readonly figures: AlertFigures }[];
  readonly closed: readonly string[];
  readonly now: number;
};

export type AlertFilter = {
  readonly pointNos: readonly number[];
  readonly state: 'open' | 'closed' | 'all';
  readonly kind: AlertKind | null;
  /** Opened in this span, ms; the end is not in it. */
  readonly openedFrom: number | null;
  readonly openedBefore: number | null;
};

/** Since when a kiosk has been so that it becomes an alert only after a while. */
export type AlertWatch = { readonly kind: AlertKind; readonly deviceId: string; readonly since: number };

export type AlertRepository = {
  listOpen(): Promise<readonly AlertRow[]>;
  /** All of it or nothing. An alert that stands already is not opened again. @returns the ids that were opened. */
  apply(changes: AlertChanges): Promise<readonly string[]>;
  /** Open ones first, then newest first, at most `most`. */
  list(filter: AlertFilter, most: number): Promise<readonly AlertRow[]>;
  /** Open ones by service point. */
  countOpen(pointNos: readonly number[]): Promise<ReadonlyMap<number, number>>;
  find(id: string): Promise<AlertRow | null>;
  /** Opened or closed after this moment (ms), oldest first: for whoever tells others. */
  changedSince(at: number): Promise<readonly AlertRow[]>;
  /** False when there is none. A later word replaces an earlier one. */
  acknowledge(id: string, word: { readonly at: number; readonly by: string; readonly note: string }): Promise<boolean>;
  listWatches(): Promise<readonly AlertWatch[]>;
  /** These and no others from now on. */
  setWatches(watches: readonly AlertWatch[]): Promise<void>;
};
