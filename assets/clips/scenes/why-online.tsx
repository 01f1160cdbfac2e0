import type { Clip } from '../clip.ts';
import { whyOnline as text } from '../text/why-online.ts';
import { anytime } from './why-online/anytime.tsx';
import { fee } from './why-online/fee.tsx';
import { follow } from './why-online/follow.tsx';
import { invite } from './why-online/invite.tsx';
import { travel } from './why-online/travel.tsx';

export const whyOnline: Clip = { text, pages: { travel, anytime, follow, fee, invite } };
