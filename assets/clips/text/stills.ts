import type { LocalText, Schedule } from '#contract/content-pack.ts';
import { labelsOf } from '../pictures/names.ts';
import type { PageText } from './clip-text.ts';

/** A still of the loop: one page, photographed when everything in it stands. */
export type StillText = { readonly id: string; readonly title: LocalText; readonly description: LocalText; readonly seconds: number; readonly schedule?: Schedule; readonly page: PageText };

const still = (page: Omit<PageText, 'seconds' | 'arrival'>): PageText => ({ ...page, seconds: 8, arrival: 'first' });

/** Infographics between the clips: to be read at one's own pace. */
export const stillTexts: readonly StillText[] = [
  {
    id: 'still-five-steps',
    title: { vi: 'Năm bước nộp hồ sơ trực tuyến', en: 'Five steps to file online' },
    description: {
      vi: 'Một: chuẩn bị giấy tờ. Hai: chọn thủ tục, cơ quan. Ba: đăng nhập VNeID. Bốn: điền, đính kèm, nộp. Năm: theo dõi, nhận kết quả.',
      en: 'One: get your papers ready. Two: choose service and office. Three: sign in with VNeID. Four: fill in, attach, send. Five: follow the case and get the result.',
    },
    seconds: 12,
    page: still({ id: 'still-five-steps', lines: ['Năm bước', 'nộp trực tuyến'], picture: { name: 'board', people: ['grandfather'], ground: 'saffron' }, labels: labelsOf('board', 'Chuẩn bị giấy tờ', 'Chọn thủ tục, cơ quan', 'Đăng nhập VNeID', 'Điền, đính kèm, nộp', 'Theo dõi, nhận kết quả') }),
  },
  {
    id: 'still-bring',
    title: { vi: 'Đến quầy, ông/bà mang theo gì?', en: 'What to bring to the desk' },
    description: {
      vi: 'Ông/bà mang theo giấy tờ của việc cần làm và thẻ căn cước. Điện thoại có SIM đứng tên mình.',
      en: 'Bring the papers for what you need done and your ID card. Bring your phone with a SIM in your own name.',
    },
    seconds: 10,
    page: still({ id: 'still-bring', lines: ['Đến quầy,', 'nhớ mang theo'], picture: { name: 'slips', things: ['folder', 'card', 'phone'], ground: 'leaf' }, labels: labelsOf('slips', 'Giấy tờ', 'Thẻ căn cước', 'Điện thoại, SIM của mình') }),
  },
  {
    id: 'still-address',
    title: { vi: 'Nhận ra địa chỉ thật', en: 'Recognise the real address' },
    description: {
      vi: 'Địa chỉ thật của Cổng Dịch vụ công quốc gia là dichvucong.gov.vn. Xem đúng từng chữ, kết thúc bằng .gov.vn.',
      en: 'The real address of the national public-service portal is dichvucong.gov.vn. Check every letter; it ends in .gov.vn.',
    },
    seconds: 10,
    page: still({ id: 'still-address', lines: ['Địa chỉ thật', 'kết thúc bằng .gov.vn'], wideLines: ['Địa chỉ thật', 'kết thúc bằng', '.gov.vn'], picture: { name: 'typing', ground: 'lotus' }, labels: labelsOf('typing', 'dichvucong.gov.vn') }),
  },
  {
    id: 'still-vneid',
    title: { vi: 'Làm tài khoản VNeID mức độ 2', en: 'Getting a VNeID account of level 2' },
    description: {
      vi: 'Muốn có tài khoản VNeID mức độ 2, ông/bà đến Công an cấp xã. Mang thẻ căn cước. Dùng SIM đứng tên mình. Không mất phí.',
      en: 'For VNeID level 2 go to the commune police. Bring your ID card. Use a SIM in your own name. It is free.',
    },
    seconds: 12,
    // "Không mất phí" ends with the fee of the guide vneid-muc-2; a test holds the two together.
    schedule: { until: '2027-05-23' },
    page: still({ id: 'still-vneid', lines: ['Làm VNeID', 'mức độ 2'], picture: { name: 'board', people: ['student'], ground: 'leaf' }, labels: labelsOf('board', 'Đến Công an cấp xã', 'Mang thẻ căn cước', 'SIM đứng tên mình', 'Không mất phí') }),
  },
];

/** What the film page draws: a clip of one page. */
export const stillAsClip = ({ id, title, description, page }: StillText) => ({ id, title, description, pages: [page], captions: [] });
