import type { ClipText } from './clip-text.ts';
import { handoff } from './handoff.ts';
import { scamsOtp } from './scams-otp.ts';
import { vneidSafely } from './vneid-safely.ts';
import { whyOnline } from './why-online.ts';

/** The texts of all clips in the order of the playlist. */
export const shownTexts: readonly ClipText[] = [whyOnline, handoff, vneidSafely, scamsOtp];
