/** How captions stand in the loop: one button goes through all three, as near as pause (E089). */
export type CaptionSize = 'off' | 'usual' | 'large';

const NEXT: Readonly<Record<CaptionSize, CaptionSize>> = { off: 'usual', usual: 'large', large: 'off' };

export const sizeAfter = (size: CaptionSize): CaptionSize => NEXT[size];
