import { labelsOf } from '../pictures/names.ts';
import type { ClipText } from './clip-text.ts';

/** National Digital Transformation Day, 10 October: a campaign of its days. The year in `schedule` is changed every year. */
export const digitalDay: ClipText = {
  id: 'digital-day',
  title: { vi: 'Ngày Chuyển đổi số quốc gia 10/10', en: 'National Digital Transformation Day, 10 October' },
  description: {
    vi: 'Ngày 10 tháng 10 là Ngày Chuyển đổi số quốc gia. Mời ông/bà thử một việc. Xem hướng dẫn một thủ tục. Làm tài khoản VNeID mức độ 2. Học nhận ra lừa đảo. Con cháu cùng làm với ông bà. Mời chạm vào màn hình để bắt đầu.',
    en: 'The tenth of October is National Digital Transformation Day. Try one thing. Read the guide of a service. Get a VNeID account of level 2. Learn to recognise a scam. Children and grandchildren do it together with you. Touch the screen to start.',
  },
  guide: 'vneid-muc-2',
  schedule: { from: '2027-10-01', until: '2027-10-10' },
  pages: [
    {
      id: 'day',
      seconds: 5.2,
      arrival: 'first',
      lines: ['Ngày Chuyển đổi số', 'quốc gia'],
      wideLines: ['Ngày', 'Chuyển đổi số', 'quốc gia'],
      picture: { name: 'calendar', people: ['student', 'girl'], ground: 'saffron' },
      labels: labelsOf('calendar', '10', 'Tháng 10'),
    },
    {
      id: 'try',
      seconds: 7,
      arrival: 'slide',
      lines: ['Hôm nay thử', 'một việc'],
      picture: { name: 'slips', things: ['phone', 'card', 'lock'], ground: 'lotus' },
      labels: labelsOf('slips', 'Xem một hướng dẫn', 'VNeID mức độ 2', 'Nhận ra lừa đảo'),
    },
    { id: 'together', seconds: 4.6, arrival: 'turn', lines: ['Con cháu cùng làm', 'với ông bà'], wideLines: ['Con cháu', 'cùng làm', 'với ông bà'], picture: { name: 'crowd', people: ['grandfather', 'student', 'girl', 'grandmother'], ground: 'pale' } },
    { id: 'invite', seconds: 4.2, arrival: 'slide', lines: ['Mời ông/bà', 'chạm để bắt đầu'], wideLines: ['Mời ông/bà', 'chạm', 'để bắt đầu'], picture: { name: 'kiosk', people: ['builder', 'mother'], ground: 'leaf' } },
  ],
  captions: [
    { from: 0.4, until: 5, vi: 'Ngày 10 tháng 10: Ngày Chuyển đổi số quốc gia.', en: '10 October is National Digital Transformation Day.' },
    { from: 5.2, until: 12, vi: 'Thử một việc: xem một hướng dẫn, làm VNeID mức độ 2, học nhận ra lừa đảo.', en: 'Try one thing: read a guide, get VNeID level 2, learn to recognise a scam.' },
    { from: 12.2, until: 16.6, vi: 'Con cháu cùng làm với ông bà.', en: 'Do it together with your grandchildren.' },
    { from: 16.8, until: 20.8, vi: 'Mời ông/bà chạm vào màn hình để bắt đầu.', en: 'Touch the screen to start.' },
  ],
};
