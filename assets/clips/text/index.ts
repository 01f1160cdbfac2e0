import { birthPackage } from './birth-package.ts';
import type { ClipText } from './clip-text.ts';
import { commonFaults } from './common-faults.ts';
import { digitalDay } from './digital-day.ts';
import { fiveSteps } from './five-steps.ts';
import { goodDesk } from './good-desk.ts';
import { handoff } from './handoff.ts';
import { keepPrivate } from './keep-private.ts';
import { postOffice } from './post-office.ts';
import { scamsOtp } from './scams-otp.ts';
import { twoLevels } from './two-levels.ts';
import { vneidSafely } from './vneid-safely.ts';
import { whyOnline } from './why-online.ts';

/** The texts of all clips in the order of the playlist: topics alternate. */
export const shownTexts: readonly ClipText[] = [digitalDay, whyOnline, scamsOtp, fiveSteps, birthPackage, commonFaults, handoff, keepPrivate, postOffice, twoLevels, vneidSafely, goodDesk];
