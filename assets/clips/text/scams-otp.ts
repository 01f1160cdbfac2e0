import type { ClipText } from './clip-text.ts';

/** Recognising fraud by telephone, link and app file. */
export const scamsOtp: ClipText = {
  id: 'scams-otp',
  title: { vi: 'Nhận ra cuộc gọi lừa đảo', en: 'Recognise a scam call' },
  description: {
    vi: 'Người lạ gọi điện, tự xưng là cán bộ. Ba dấu hiệu lừa đảo: thúc giục ông/bà, gửi link lạ, bảo cài tệp .apk. Không đọc mã OTP cho bất cứ ai. Hãy cúp máy và đến hỏi cán bộ tại quầy.',
    en: 'A stranger calls and claims to be an officer. Three signs of a scam: they rush you, send a strange link, or ask you to install an .apk file. Read your OTP code to nobody. Hang up and ask at the desk.',
  },
  pages: [
    {
      id: 'call',
      seconds: 4.8,
      arrival: 'first',
      lines: ['Cuộc gọi này', 'có thật không?'],
      labels: { voice: { text: '“Tôi là cán bộ…”', from: 1.2 } },
    },
    {
      id: 'signs',
      seconds: 7.4,
      arrival: 'slide',
      lines: ['Ba dấu hiệu', 'lừa đảo'],
      labels: {
        hurry: { text: 'Thúc giục, dọa nạt', from: 1.2 },
        link: { text: 'Gửi link lạ', from: 2.9 },
        apk: { text: 'Bảo cài tệp .apk', from: 4.6 },
      },
    },
    {
      id: 'code',
      seconds: 5.2,
      arrival: 'turn',
      lines: ['Không đọc mã OTP', 'cho bất cứ ai'],
      wideLines: ['Không đọc', 'mã OTP', 'cho bất cứ ai'],
      labels: { otp: { text: 'Mã OTP', from: 0.6 } },
    },
    {
      id: 'desk',
      seconds: 5.6,
      arrival: 'slide',
      lines: ['Cúp máy, đến hỏi', 'cán bộ tại quầy'],
      wideLines: ['Cúp máy,', 'đến hỏi cán bộ', 'tại quầy'],
    },
  ],
  captions: [
    { from: 0.4, until: 4.6, vi: 'Có người gọi, tự xưng là cán bộ. Ông/bà hãy bình tĩnh.', en: 'Someone calls and claims to be an officer. Stay calm.' },
    { from: 4.8, until: 8.2, vi: 'Ba dấu hiệu lừa đảo: thúc giục, dọa nạt; gửi link lạ;', en: 'Three signs of a scam: threats and hurry; a strange link;' },
    { from: 8.3, until: 12, vi: 'bảo ông/bà cài tệp có đuôi .apk.', en: 'a request to install a file that ends in .apk.' },
    { from: 12.2, until: 17.2, vi: 'Mã OTP là chìa khóa của riêng ông/bà. Không đọc cho bất cứ ai.', en: 'An OTP code is your own key. Read it to nobody.' },
    { from: 17.4, until: 22.8, vi: 'Hãy cúp máy. Chưa rõ, mời ông/bà hỏi cán bộ tại quầy.', en: 'Hang up. If in doubt, ask the staff at the desk.' },
  ],
};
