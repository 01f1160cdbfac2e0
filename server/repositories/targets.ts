import type { TargetSetting } from '#domain/target.ts';

export type TargetRow = TargetSetting & { readonly setAt: number; readonly setBy: string };

export type TargetRepository = {
  /** What these units ever set ('' is the whole centre), oldest day first. */
  list(units: readonly string[]): Promise<readonly TargetRow[]>;
  listAll(): Promise<readonly TargetRow[]>;
  /** Replaces what the unit set for the field from the same day on. */
  set(row: TargetRow): Promise<void>;
};
