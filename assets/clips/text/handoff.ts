import type { ClipText } from './clip-text.ts';

/** How the hand-off works. */
export const handoff: ClipText = {
  id: 'handoff',
  title: { vi: 'Mang hướng dẫn về điện thoại', en: 'Take the guide home on your phone' },
  description: {
    vi: 'Chạm vào màn hình và chọn việc cần làm. Quét mã vuông bằng Camera hoặc Zalo trên điện thoại. Về nhà, ông/bà làm tiếp từng bước trên điện thoại. Mời ông/bà chạm để bắt đầu.',
    en: 'Touch the screen and choose what you need to do. Scan the square code with the phone’s Camera or Zalo. At home, go on step by step on your phone. Touch to start.',
  },
  pages: [
    { id: 'kiosk', seconds: 4.2, arrival: 'first', lines: ['Mang hướng dẫn', 'về điện thoại'], wideLines: ['Mang', 'hướng dẫn', 'về điện thoại'] },
    {
      id: 'choose',
      seconds: 5.4,
      arrival: 'slide',
      lines: ['Chạm màn hình,', 'chọn việc cần làm'],
      wideLines: ['Chạm màn hình,', 'chọn việc', 'cần làm'],
      labels: { birth: { text: 'Khai sinh', from: 2 }, residence: { text: 'Thường trú', from: 2 } },
    },
    {
      id: 'scan',
      seconds: 5.8,
      arrival: 'turn',
      lines: ['Quét mã bằng', 'Camera hoặc Zalo'],
      wideLines: ['Quét mã', 'bằng Camera', 'hoặc Zalo'],
    },
    { id: 'home', seconds: 4.8, arrival: 'slide', lines: ['Về nhà,', 'làm tiếp từng bước'], wideLines: ['Về nhà,', 'làm tiếp', 'từng bước'] },
    { id: 'invite', seconds: 4.4, arrival: 'unroll', lines: ['Mời ông/bà', 'chạm để bắt đầu'], wideLines: ['Mời ông/bà', 'chạm để', 'bắt đầu'] },
  ],
  captions: [
    { from: 0.4, until: 4, vi: 'Ông/bà có thể mang hướng dẫn này về điện thoại.', en: 'You can take the guide home on your phone.' },
    { from: 4.3, until: 9.4, vi: 'Chạm vào màn hình, chọn việc cần làm.', en: 'Touch the screen and choose what you need to do.' },
    { from: 9.7, until: 15.2, vi: 'Mở Camera hoặc Zalo trên điện thoại, quét mã vuông.', en: 'Open Camera or Zalo on your phone and scan the square code.' },
    { from: 15.5, until: 20, vi: 'Về nhà, ông/bà mở điện thoại và làm tiếp từng bước.', en: 'At home, open your phone and go on step by step.' },
    { from: 20.3, until: 24.4, vi: 'Mời ông/bà chạm vào màn hình để bắt đầu.', en: 'Please touch the screen to start.' },
  ],
};
