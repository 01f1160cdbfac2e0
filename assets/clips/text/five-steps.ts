import { labelsOf } from '../pictures/names.ts';
import type { ClipText } from './clip-text.ts';

/** What filing online gives, and its way in five steps. */
export const fiveSteps: ClipText = {
  id: 'five-steps',
  title: { vi: 'Nộp hồ sơ trực tuyến: năm bước', en: 'Filing online in five steps' },
  description: {
    vi: 'Nộp hồ sơ trực tuyến có năm bước. Chuẩn bị giấy tờ. Chọn thủ tục và cơ quan. Đăng nhập bằng VNeID. Điền, đính kèm và nộp. Theo dõi và nhận kết quả. Tùy thủ tục, ông/bà nhận bản điện tử, nhận tại quầy hoặc qua bưu điện.',
    en: 'Filing online has five steps. Get your papers ready. Choose the service and the office. Sign in with VNeID. Fill in, attach and send. Follow your case and get the result. Depending on the service it comes as an e-document, at the desk or by post.',
  },
  pages: [
    { id: 'start', seconds: 3.8, arrival: 'first', lines: ['Nộp trực tuyến', 'có năm bước'], wideLines: ['Nộp', 'trực tuyến', 'có năm bước'], picture: { name: 'crowd', people: ['grandfather', 'mother', 'wheelchair'], ground: 'saffron' } },
    {
      id: 'steps',
      seconds: 7.4,
      arrival: 'slide',
      lines: ['Làm lần lượt', 'từng bước'],
      picture: { name: 'board', people: ['student'], ground: 'leaf' },
      labels: labelsOf('board', 'Chuẩn bị giấy tờ', 'Chọn thủ tục, cơ quan', 'Đăng nhập VNeID', 'Điền, đính kèm, nộp', 'Theo dõi, nhận kết quả'),
    },
    {
      id: 'result',
      seconds: 5.8,
      arrival: 'turn',
      lines: ['Nhận kết quả', 'theo cách đã chọn'],
      wideLines: ['Nhận', 'kết quả theo', 'cách đã chọn'],
      picture: { name: 'slips', things: ['phone', 'office', 'letter'], ground: 'lotus' },
      labels: labelsOf('slips', 'Bản điện tử', 'Tại quầy', 'Qua bưu điện'),
    },
    { id: 'invite', seconds: 4.2, arrival: 'slide', lines: ['Mời ông/bà', 'chạm để bắt đầu'], wideLines: ['Mời ông/bà', 'chạm', 'để bắt đầu'], picture: { name: 'kiosk', people: ['grandmother', 'neighbour'], ground: 'pale' } },
  ],
  captions: [
    { from: 0.4, until: 3.6, vi: 'Nộp hồ sơ trực tuyến có năm bước.', en: 'Filing online has five steps.' },
    { from: 3.8, until: 7.3, vi: 'Chuẩn bị giấy tờ; chọn thủ tục, cơ quan; đăng nhập VNeID;', en: 'Papers ready; service and office chosen; sign in with VNeID;' },
    { from: 7.4, until: 11, vi: 'điền, đính kèm và nộp; theo dõi, nhận kết quả.', en: 'fill in, attach and send; follow the case, get the result.' },
    { from: 11.2, until: 16.8, vi: 'Tùy thủ tục: nhận bản điện tử, tại quầy hoặc qua bưu điện.', en: 'Depending on the service: an e-document, at the desk or by post.' },
    { from: 17, until: 21, vi: 'Mời ông/bà chạm vào màn hình để bắt đầu.', en: 'Touch the screen to start.' },
  ],
};
