import { labelsOf } from '../pictures/names.ts';
import type { ClipText } from './clip-text.ts';

/** Papers at the post office: handing in, three questions before, the result at the door. */
export const postOffice: ClipText = {
  id: 'post-office',
  title: { vi: 'Nộp giấy tờ và nhận kết quả qua bưu điện', en: 'Papers and results by post' },
  description: {
    vi: 'Nhiều thủ tục nộp được qua bưu điện. Trước khi nộp, ông/bà hỏi ba điều. Thủ tục này có nhận qua bưu điện không? Cần giấy tờ gì? Cước gửi bao nhiêu? Kết quả gửi về tận nhà khi ông/bà chọn nhận qua bưu điện. Mời ông/bà chạm để xem hướng dẫn.',
    en: 'Many services can be filed by post. Ask three things before: does this service go by post, which papers are needed, what is the postage. The result comes to your door when you choose delivery by post. Touch to see a guide.',
  },
  guide: 'trich-luc',
  pages: [
    { id: 'counter', seconds: 4.4, arrival: 'first', lines: ['Nhiều thủ tục nộp', 'qua bưu điện'], wideLines: ['Nhiều', 'thủ tục nộp', 'qua bưu điện'], picture: { name: 'post-counter', people: ['grandfather'], ground: 'saffron' }, labels: labelsOf('post-counter', 'Bưu điện') },
    {
      id: 'ask',
      seconds: 6.8,
      arrival: 'slide',
      lines: ['Hỏi trước', 'ba điều'],
      picture: { name: 'slips', things: ['letter', 'sheet', 'money'], ground: 'leaf' },
      labels: labelsOf('slips', 'Có nhận qua bưu điện?', 'Cần giấy tờ gì?', 'Cước bao nhiêu?'),
    },
    { id: 'door', seconds: 4.4, arrival: 'turn', lines: ['Chọn nhận kết quả', 'tại nhà'], wideLines: ['Chọn', 'nhận kết quả', 'tại nhà'], picture: { name: 'post', people: ['grandmother'], ground: 'pale' } },
    { id: 'invite', seconds: 4.2, arrival: 'slide', lines: ['Mời ông/bà chạm', 'xem hướng dẫn'], wideLines: ['Mời ông/bà', 'chạm xem', 'hướng dẫn'], picture: { name: 'kiosk', people: ['neighbour', 'mother'], ground: 'lotus' } },
  ],
  captions: [
    { from: 0.4, until: 4.2, vi: 'Nhiều thủ tục nộp được qua bưu điện.', en: 'Many services can be filed by post.' },
    { from: 4.4, until: 11, vi: 'Hỏi trước: thủ tục này có nhận qua bưu điện, cần giấy tờ gì, cước bao nhiêu.', en: 'Ask before: does it go by post, which papers, what postage?' },
    { from: 11.2, until: 15.4, vi: 'Chọn nhận qua bưu điện, kết quả gửi về tận nhà.', en: 'Choose delivery by post and the result comes to your door.' },
    { from: 15.6, until: 19.6, vi: 'Mời ông/bà chạm vào màn hình để xem hướng dẫn.', en: 'Touch the screen to see a guide.' },
  ],
};
