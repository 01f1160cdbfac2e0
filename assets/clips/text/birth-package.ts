import { labelsOf } from '../pictures/names.ts';
import type { ClipText } from './clip-text.ts';

/** The linked package for a child under six. Its time is that of the guide lien-thong-khai-sinh, and the clip ends with it. */
export const birthPackage: ClipText = {
  id: 'birth-package',
  title: { vi: 'Một tờ khai, bốn kết quả cho bé', en: 'One form, four results for the baby' },
  description: {
    vi: 'Bé dưới 6 tuổi: nộp một tờ khai trực tuyến, được bốn việc. Đó là khai sinh, thường trú, thẻ bảo hiểm y tế và thẻ căn cước. Trong 3 ngày làm việc, nhiều nhất 5 ngày khi phải xác minh. Mời ông/bà chạm để xem cách làm.',
    en: 'For a child under six, send one online form and get four things. They are birth certificate, residence, health-insurance card and ID card. Within 3 working days, at most 5 when checks are needed. Touch to see how.',
  },
  guide: 'lien-thong-khai-sinh',
  schedule: { until: '2027-02-28' },
  pages: [
    { id: 'baby', seconds: 3.6, arrival: 'first', lines: ['Nhà ông/bà', 'có em bé?'], picture: { name: 'crowd', people: ['grandmother', 'mother-with-baby', 'girl'], ground: 'lotus' } },
    {
      id: 'package',
      seconds: 6,
      arrival: 'slide',
      lines: ['Một tờ khai,', 'bốn kết quả'],
      picture: { name: 'one-to-four', ground: 'saffron' },
      labels: labelsOf('one-to-four', 'Khai sinh', 'Thường trú', 'Thẻ bảo hiểm y tế', 'Thẻ căn cước'),
    },
    {
      id: 'time',
      seconds: 7.4,
      arrival: 'turn',
      lines: ['Trong 3 ngày', 'làm việc'],
      picture: { name: 'calendar', people: ['grandfather', 'mother-with-baby'], ground: 'pale' },
      labels: labelsOf('calendar', '3 ngày', 'Nhiều nhất 5 ngày khi phải xác minh', 'Nguồn: Cổng Dịch vụ công quốc gia, 9/2026'),
    },
    { id: 'invite', seconds: 4.6, arrival: 'slide', lines: ['Mời ông/bà chạm', 'để xem cách làm'], wideLines: ['Mời ông/bà', 'chạm để xem', 'cách làm'], picture: { name: 'kiosk', people: ['mother-with-baby', 'grandmother'], ground: 'leaf' } },
  ],
  captions: [
    { from: 0.4, until: 3.4, vi: 'Nhà có em bé dưới 6 tuổi, nộp một lần là đủ.', en: 'A child under six at home? Filing once is enough.' },
    { from: 3.6, until: 9.4, vi: 'Bốn việc: khai sinh, thường trú, thẻ bảo hiểm y tế, thẻ căn cước.', en: 'Four things: birth, residence, health-insurance card, ID card.' },
    { from: 9.6, until: 16.8, vi: 'Trong 3 ngày làm việc; nhiều nhất 5 ngày khi phải xác minh.', en: 'Within 3 working days; at most 5 when checks are needed.' },
    { from: 17, until: 21.4, vi: 'Mời ông/bà chạm vào màn hình để xem cách làm.', en: 'Touch the screen to see how it is done.' },
  ],
};
