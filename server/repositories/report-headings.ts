export type ReportHeadingRepository = {
  /** The nearest one up the chain of units ('' is the whole centre), JSON as it was kept. */
  findNearest(chain: readonly string[]): Promise<{ readonly unit: string; readonly heading: string } | null>;
  set(row: { readonly unit: string; readonly heading: string; readonly setAt: number; readonly setBy: string }): Promise<void>;
};
