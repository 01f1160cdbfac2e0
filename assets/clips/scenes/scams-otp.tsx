import type { Clip } from '../clip.ts';
import { scamsOtp as text } from '../text/scams-otp.ts';
import { call } from './scams-otp/call.tsx';
import { code } from './scams-otp/code.tsx';
import { desk } from './scams-otp/desk.tsx';
import { signs } from './scams-otp/signs.tsx';

export const scamsOtp: Clip = { text, pages: { call, signs, code, desk } };
