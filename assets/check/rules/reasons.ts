import { MOST_REASONS_A_SIDE } from '../limits.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';

/** E156: a few reasons a side, of which the last stays last. */
export function checkReasons(pack: ReadPack): readonly Problem[] {
  return (['low', 'high'] as const).flatMap((side) => {
    const shown = pack.reasons.filter((reason) => reason.after === side || reason.after === 'both');
    const report = (message: string): Problem => ({ file: 'reasons.json', path: '', message });
    return [
      ...(shown.length > MOST_REASONS_A_SIDE
        ? [report(`has ${shown.length} reasons after ${side} scores and may have ${MOST_REASONS_A_SIDE} (E156)`)]
        : []),
      ...(shown.length > 0 && shown.at(-1)?.last !== true
        ? [report(`has no last reason after ${side} scores; end with one such as "Lý do khác" and "last": true`)]
        : []),
    ];
  });
}
