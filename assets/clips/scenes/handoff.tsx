import type { Clip } from '../clip.ts';
import { handoff as text } from '../text/handoff.ts';
import { choose } from './handoff/choose.tsx';
import { home } from './handoff/home.tsx';
import { invite } from './handoff/invite.tsx';
import { kiosk } from './handoff/kiosk.tsx';
import { scan } from './handoff/scan.tsx';

export const handoff: Clip = { text, pages: { kiosk, choose, scan, home, invite } };
