import { labelsOf } from '../pictures/names.ts';
import type { ClipText } from './clip-text.ts';

/** Privacy: what is sent to no stranger, what this kiosk never asks, which address is real. */
export const keepPrivate: ClipText = {
  id: 'keep-private',
  title: { vi: 'Giữ kín thông tin của mình', en: 'Keep your details to yourself' },
  description: {
    vi: 'Không gửi cho người lạ ảnh thẻ căn cước, mật khẩu và mã OTP. Máy này không hỏi tên và số điện thoại, không có máy ảnh. Ông/bà chỉ khai trên trang có địa chỉ dichvucong.gov.vn. Thấy lạ, mời hỏi cán bộ tại quầy.',
    en: 'Send no stranger a photo of your ID card, your password or an OTP code. This machine asks for no name and no phone number and has no camera. Enter your details only on dichvucong.gov.vn. If something looks odd, ask the staff at the desk.',
  },
  pages: [
    {
      id: 'never-send',
      seconds: 6.2,
      arrival: 'first',
      lines: ['Ba thứ không gửi', 'cho người lạ'],
      wideLines: ['Ba thứ', 'không gửi', 'cho người lạ'],
      picture: { name: 'slips', things: ['card', 'lock', 'password'], ground: 'lotus' },
      labels: labelsOf('slips', 'Ảnh thẻ căn cước', 'Mật khẩu', 'Mã OTP'),
    },
    {
      id: 'kiosk',
      seconds: 5.2,
      arrival: 'slide',
      lines: ['Máy này không hỏi', 'tên, số điện thoại'],
      wideLines: ['Máy này', 'không hỏi tên,', 'số điện thoại'],
      picture: { name: 'kiosk', people: ['grandmother', 'student'], ground: 'leaf' },
    },
    {
      id: 'address',
      seconds: 5.6,
      arrival: 'turn',
      lines: ['Xem đúng từng chữ', 'của địa chỉ'],
      wideLines: ['Xem đúng', 'từng chữ', 'của địa chỉ'],
      picture: { name: 'typing', ground: 'pale' },
      labels: labelsOf('typing', 'dichvucong.gov.vn'),
    },
    { id: 'ask', seconds: 4.6, arrival: 'slide', lines: ['Thấy lạ thì dừng,', 'hỏi cán bộ'], wideLines: ['Thấy lạ', 'thì dừng,', 'hỏi cán bộ'], picture: { name: 'counter', people: ['neighbour'], ground: 'saffron' } },
  ],
  captions: [
    { from: 0.4, until: 6, vi: 'Không gửi cho người lạ: ảnh thẻ căn cước, mật khẩu, mã OTP.', en: 'Send no stranger a photo of your ID card, your password or an OTP code.' },
    { from: 6.2, until: 11.2, vi: 'Máy này không hỏi tên, số điện thoại; không có máy ảnh.', en: 'This machine asks for no name or number and has no camera.' },
    { from: 11.4, until: 16.8, vi: 'Chỉ khai trên trang có địa chỉ dichvucong.gov.vn.', en: 'Enter your details only on dichvucong.gov.vn.' },
    { from: 17, until: 21.4, vi: 'Thấy lạ, ông/bà dừng lại và hỏi cán bộ tại quầy.', en: 'If something looks odd, stop and ask the staff at the desk.' },
  ],
};
