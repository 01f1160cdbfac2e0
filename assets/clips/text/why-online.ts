import type { ClipText } from './clip-text.ts';

/** Why online. The fee is that of the guide thuong-tru; a test holds the two together. */
export const whyOnline: ClipText = {
  id: 'why-online',
  title: { vi: 'Vì sao nên nộp hồ sơ trực tuyến?', en: 'Why file online?' },
  description: {
    vi: 'Hồ sơ đi thay ông/bà, từ nhà đến cơ quan. Nộp được cả buổi tối. Theo dõi được hồ sơ trên điện thoại. Lệ phí đăng ký thường trú nộp trực tuyến thấp hơn nộp tại quầy. Mời ông/bà chạm để xem cách làm.',
    en: 'Your papers travel instead of you, from home to the office. You can file in the evening too. You can follow your case on the phone. The fee for permanent residence is lower online than at the desk. Touch to see how.',
  },
  guide: 'thuong-tru',
  pages: [
    {
      id: 'travel',
      seconds: 4.8,
      arrival: 'first',
      lines: ['Đỡ phải', 'đi lại nhiều lần'],
      wideLines: ['Đỡ phải', 'đi lại', 'nhiều lần'],
    },
    { id: 'anytime', seconds: 4.6, arrival: 'slide', lines: ['Nộp hồ sơ', 'bất cứ lúc nào'], wideLines: ['Nộp hồ sơ', 'bất cứ', 'lúc nào'] },
    {
      id: 'follow',
      seconds: 5.2,
      arrival: 'turn',
      lines: ['Theo dõi hồ sơ', 'trên điện thoại'],
      wideLines: ['Theo dõi', 'hồ sơ', 'trên điện thoại'],
      labels: {
        received: { text: 'Đã tiếp nhận', from: 1.5 },
        working: { text: 'Đang giải quyết', from: 2.2 },
        done: { text: 'Có kết quả', from: 2.9 },
      },
    },
    {
      id: 'fee',
      seconds: 5.6,
      arrival: 'unroll',
      lines: ['Lệ phí thường trú', 'trực tuyến thấp hơn'],
      wideLines: ['Lệ phí thường trú', 'trực tuyến', 'thấp hơn'],
      labels: {
        desk: { text: 'Tại quầy', from: 1.5 },
        deskFee: { text: '20.000 đồng', from: 1.5 },
        online: { text: 'Trực tuyến', from: 2.4 },
        onlineFee: { text: '10.000 đồng', from: 2.4 },
        source: { text: 'Nguồn: Cổng Dịch vụ công quốc gia, 4/2026', from: 1.1 },
        exempt: { text: 'Có nhóm được miễn: hỏi tại quầy', from: 1.1 },
      },
    },
    { id: 'invite', seconds: 4.6, arrival: 'slide', lines: ['Mời ông/bà chạm', 'để xem cách làm'], wideLines: ['Mời ông/bà', 'chạm để xem', 'cách làm'] },
  ],
  captions: [
    { from: 0.4, until: 4.6, vi: 'Nộp hồ sơ trực tuyến, ông/bà đỡ phải đi lại nhiều lần.', en: 'File online and save yourself repeated trips.' },
    { from: 4.8, until: 9.2, vi: 'Buổi tối hay ngày nghỉ, lúc nào cũng nộp được.', en: 'In the evening or on a day off: you can file at any time.' },
    { from: 9.4, until: 14.4, vi: 'Hồ sơ đang ở đâu, xem ngay trên điện thoại.', en: 'See on your phone how far your case has come.' },
    { from: 14.6, until: 20, vi: 'Đăng ký thường trú: tại quầy 20.000 đồng, trực tuyến 10.000 đồng. Có nhóm được miễn.', en: 'Permanent residence: 20,000 đồng at the desk, 10,000 đồng online. Some groups pay nothing.' },
    { from: 20.2, until: 24.6, vi: 'Mời ông/bà chạm vào màn hình để xem cách làm.', en: 'Touch the screen to see how it is done.' },
  ],
};
