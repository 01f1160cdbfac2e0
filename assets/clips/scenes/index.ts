import type { Clip } from '../clip.ts';
import { handoff } from './handoff.tsx';
import { scamsOtp } from './scams-otp.tsx';
import { vneidSafely } from './vneid-safely.tsx';
import { whyOnline } from './why-online.tsx';

/** All clips, by the id of their text. */
export const clips: readonly Clip[] = [whyOnline, handoff, vneidSafely, scamsOtp];
