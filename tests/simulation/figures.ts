import type { Outcome } from './play-story.ts';

/** What many seeds came to. */
export type Figures = {
  seeds: number;
  taps: number;
  lost: number;
  doubled: number;
  readonly injected: Record<string, number>;
  readonly counts: Record<string, number>;
  readonly failed: { readonly seed: number; readonly wrongs: readonly string[] }[];
};

/** Failing seeds that are remembered. */
const MOST_FAILED = 50;

export function noFigures(): Figures {
  return { seeds: 0, taps: 0, lost: 0, doubled: 0, injected: {}, counts: {}, failed: [] };
}

export function addOutcome(figures: Figures, { seed, taps, lost, doubled, injected, counts, wrongs }: Pick<Outcome, 'seed' | 'taps' | 'lost' | 'doubled' | 'injected' | 'counts' | 'wrongs'>): void {
  figures.seeds += 1;
  figures.taps += taps;
  figures.lost += lost;
  figures.doubled += doubled;
  addCounts(figures.injected, injected);
  addCounts(figures.counts, counts);
  if (wrongs.length > 0 && figures.failed.length < MOST_FAILED) figures.failed.push({ seed, wrongs: wrongs.slice(0, 5) });
}

export function addFigures(sum: Figures, one: Figures): void {
  sum.seeds += one.seeds;
  sum.taps += one.taps;
  sum.lost += one.lost;
  sum.doubled += one.doubled;
  addCounts(sum.injected, one.injected);
  addCounts(sum.counts, one.counts);
  sum.failed.push(...one.failed);
}

function addCounts(sum: Record<string, number>, added: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(added)) sum[name] = (sum[name] ?? 0) + count;
}

/** Lines for people. `seconds`: real ones. */
export function tableOf(figures: Figures, seconds: number): string {
  const rows = (counts: Readonly<Record<string, number>>): string[] => Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, count]) => `  ${name.padEnd(44)} ${String(count).padStart(9)}`);
  const { seeds, taps, lost, doubled, injected, counts, failed } = figures;
  return [
    'Injected', ...rows(injected), '', 'Met on the way', ...rows(counts), '',
    `${seeds} seeds, ${taps} taps thanked, ${lost} lost, ${doubled} doubled, ${failed.length} seeds with something wrong`,
    `${seconds.toFixed(0)} s, ${(seeds / seconds).toFixed(1)} seeds/s`,
  ].join('\n');
}
