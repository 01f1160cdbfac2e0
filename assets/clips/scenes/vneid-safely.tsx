import type { Clip } from '../clip.ts';
import { vneidSafely as text } from '../text/vneid-safely.ts';
import { address } from './vneid-safely/address.tsx';
import { needs } from './vneid-safely/needs.tsx';
import { nobody } from './vneid-safely/nobody.tsx';
import { password } from './vneid-safely/password.tsx';

export const vneidSafely: Clip = { text, pages: { needs, address, password, nobody } };
