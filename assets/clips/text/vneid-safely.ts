import type { ClipText } from './clip-text.ts';

/** Signing in with VNeID safely. */
export const vneidSafely: ClipText = {
  id: 'vneid-safely',
  title: { vi: 'Đăng nhập VNeID cho an toàn', en: 'Sign in with VNeID safely' },
  description: {
    vi: 'Ông/bà cần tài khoản VNeID mức độ 2 và SIM đứng tên mình. Tự gõ địa chỉ dichvucong.gov.vn và xem đúng từng chữ. Chỉ nhập mật khẩu trong ứng dụng VNeID. Không đưa mật khẩu và mã OTP cho ai.',
    en: 'You need a VNeID account of level 2 and a SIM in your own name. Type dichvucong.gov.vn yourself and check every letter. Enter your password only in the VNeID app. Give nobody your password or OTP code.',
  },
  guide: 'vneid-muc-2',
  pages: [
    {
      id: 'needs',
      seconds: 5.4,
      arrival: 'first',
      lines: ['Đăng nhập VNeID', 'cho an toàn'],
      wideLines: ['Đăng nhập', 'VNeID', 'cho an toàn'],
      labels: { level: { text: 'Mức độ 2', from: 1.9 }, sim: { text: 'SIM của mình', from: 2.6 } },
    },
    {
      id: 'address',
      seconds: 5.8,
      arrival: 'slide',
      lines: ['Tự gõ địa chỉ,', 'xem đúng từng chữ'],
      wideLines: ['Tự gõ địa chỉ,', 'xem đúng', 'từng chữ'],
      labels: { address: { text: 'dichvucong.gov.vn', from: 1.1 } },
    },
    {
      id: 'password',
      seconds: 5.8,
      arrival: 'turn',
      lines: ['Chỉ nhập mật khẩu', 'trong ứng dụng VNeID'],
      wideLines: ['Chỉ nhập', 'mật khẩu trong', 'ứng dụng VNeID'],
      labels: { app: { text: 'Ứng dụng', from: 1 }, stranger: { text: 'Trang lạ', from: 2.9 } },
    },
    {
      id: 'nobody',
      seconds: 5.6,
      arrival: 'unroll',
      lines: ['Mật khẩu, mã OTP:', 'không đưa cho ai'],
      wideLines: ['Mật khẩu,', 'mã OTP:', 'không đưa cho ai'],
      labels: { ask: { text: 'Cho tôi mã OTP?', from: 1.2 } },
    },
  ],
  captions: [
    { from: 0.4, until: 5.2, vi: 'Để đăng nhập, ông/bà cần VNeID mức độ 2 và SIM đứng tên mình.', en: 'To sign in you need VNeID level 2 and a SIM in your own name.' },
    { from: 5.4, until: 11, vi: 'Tự gõ địa chỉ dichvucong.gov.vn. Xem đúng từng chữ rồi mới làm tiếp.', en: 'Type dichvucong.gov.vn yourself. Check every letter before you go on.' },
    { from: 11.2, until: 16.8, vi: 'Chỉ nhập mật khẩu trong ứng dụng VNeID. Trang lạ hỏi mật khẩu thì thoát ngay.', en: 'Enter your password only in the VNeID app. If a strange page asks for it, leave.' },
    { from: 17, until: 22.4, vi: 'Không đưa mật khẩu, mã OTP cho bất cứ ai.', en: 'Give nobody your password or OTP code.' },
  ],
};
