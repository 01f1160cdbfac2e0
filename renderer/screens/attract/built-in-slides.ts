import type { PlaylistItem } from '#contract/content-pack.ts';

/** Shown when the pack has nothing that can be shown: never black (promise 9). */
export const BUILT_IN_SLIDES: readonly Extract<PlaylistItem, { kind: 'slide' }>[] = [
  {
    kind: 'slide',
    id: 'built-in-counter',
    slide: 'counter',
    title: { vi: 'Chưa rõ thủ tục? Chạm để xem từng bước', en: 'Not sure what to do? Touch to see each step' },
    seconds: 10,
  },
  {
    kind: 'slide',
    id: 'built-in-family',
    slide: 'family',
    title: { vi: 'Làm thủ tục tại nhà, ngay trên điện thoại', en: 'Do it at home, on your own phone' },
    seconds: 10,
  },
  {
    kind: 'slide',
    id: 'built-in-grandmother',
    slide: 'grandmother',
    title: { vi: 'Không đọc mã OTP cho bất cứ ai', en: 'Never tell anyone an OTP code' },
    seconds: 10,
  },
];
