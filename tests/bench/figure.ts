/** One measured number. `good` says which way is better and where it stops being acceptable. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly most?: number;
  readonly least?: number;
};

/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Prints the figures for people, or as JSON for the collector. */
export function reportFigures(figures: readonly Figure[]): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }
  for (const figure of figures) process.stdout.write(`${figureLine(figure)}\n`);
}

export function figureLine(figure: Figure): string {
  return `${verdict(figure)} ${figure.name.padEnd(56)} ${round(figure.value).padStart(12)} ${figure.unit}${limit(figure)}`;
}

export function isAcceptable({ value, most, least }: Figure): boolean {
  return (most === undefined || value <= most) && (least === undefined || value >= least);
}

function verdict(figure: Figure): string {
  if (figure.most === undefined && figure.least === undefined) return ' ';
  return isAcceptable(figure) ? '✓' : '✗';
}

function limit({ most, least, unit }: Figure): string {
  if (most !== undefined) return `  (at most ${most} ${unit})`;
  return least === undefined ? '' : `  (at least ${least} ${unit})`;
}

export function round(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
