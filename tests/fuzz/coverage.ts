import { Session, type Profiler } from 'node:inspector';
import { pathToFileURL } from 'node:url';
import { inProject } from '#build/project-root.ts';

/** Which parts of the program have run, asked of V8 itself: no instrumenting, so that what is fuzzed is what ships. */
export type Coverage = {
  /** Whether code ran since the last question that never ran before; remembered only when `keep`. */
  readonly hasNew: (keep: boolean) => boolean;
  /** Signs of source text that have run. */
  readonly size: () => number;
  readonly stop: () => void;
};

export function startCoverage(): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Map<string, Uint8Array>();
  let size = 0;
  const project = pathToFileURL(inProject()).href;
  const isOurs = (url: string): boolean => url === '' || (url.startsWith(project) && !url.includes('/node_modules/') && !url.includes('/tests/fuzz/'));
  return {
    hasNew(keep) {
      let scripts: readonly Profiler.ScriptCoverage[] = [];
      // In the same thread the answer is there when `post` returns.
      session.post('Profiler.takePreciseCoverage', (_problem, answer) => (scripts = answer.result));
      let found = 0;
      for (const { scriptId, url, functions } of scripts) {
        // Compiled schemas have no address: what of a schema was reached counts too.
        if (!isOurs(url)) continue;
        for (const { ranges } of functions) found += newIn(seen, scriptId, ranges, keep);
      }
      if (keep) size += found;
      return found > 0;
    },
    size: () => size,
    stop: () => {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** Ranges come outermost first; an inner one says more exactly what the outer one said. */
function newIn(seen: Map<string, Uint8Array>, script: string, ranges: readonly Profiler.CoverageRange[], keep: boolean): number {
  const [whole] = ranges;
  if (whole === undefined || whole.count === 0) return 0;
  const known = roomFor(seen, script, whole.endOffset);
  const skipped = ranges.filter(({ count }) => count === 0);
  let found = 0;
  for (const range of ranges) {
    if (range.count === 0) continue;
    let at = range.startOffset;
    for (const hole of [...skipped.filter((each) => each.startOffset >= range.startOffset && each.endOffset <= range.endOffset), { startOffset: range.endOffset, endOffset: range.endOffset }]) {
      for (; at < hole.startOffset; at += 1) {
        if (known[at] === 1) continue;
        found += 1;
        if (keep) known[at] = 1;
      }
      at = Math.max(at, hole.endOffset);
    }
  }
  return found;
}

function roomFor(seen: Map<string, Uint8Array>, script: string, length: number): Uint8Array {
  const known = seen.get(script);
  if (known !== undefined && known.length >= length) return known;
  const larger = new Uint8Array(Math.max(length, (known?.length ?? 0) * 2, 4_096));
  if (known !== undefined) larger.set(known);
  seen.set(script, larger);
  return larger;
}
