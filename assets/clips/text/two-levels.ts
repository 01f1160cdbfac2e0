import { labelsOf } from '../pictures/names.ts';
import type { ClipText } from './clip-text.ts';

/** What is new since 1/7/2025: two levels of local government, addresses without a district, new forms. */
export const twoLevels: ClipText = {
  id: 'two-levels',
  title: { vi: 'Chính quyền hai cấp: ghi địa chỉ thế nào?', en: 'Two levels of government: how to write an address' },
  description: {
    vi: 'Từ ngày 1/7/2025, chính quyền địa phương có hai cấp: tỉnh, thành phố và xã, phường, đặc khu. Địa chỉ ghi xã, phường rồi đến tỉnh, thành phố, không còn quận, huyện. Ông/bà dùng mẫu tờ khai đang có trên Cổng. Chưa rõ địa chỉ mới, mời hỏi cán bộ.',
    en: 'Since 1 July 2025 local government has two levels: province or city, and commune, ward or special zone. An address names the ward and then the province, no district. Use the form that is on the portal now. Not sure of the new address? Ask the staff.',
  },
  pages: [
    {
      id: 'levels',
      seconds: 5.6,
      arrival: 'first',
      lines: ['Chính quyền', 'có hai cấp'],
      picture: { name: 'levels', people: ['student'], ground: 'saffron' },
      labels: labelsOf('levels', 'Tỉnh, thành phố', 'Xã, phường, đặc khu', 'Từ ngày 1/7/2025'),
    },
    {
      id: 'address',
      seconds: 5.4,
      arrival: 'slide',
      lines: ['Địa chỉ không còn', 'quận, huyện'],
      wideLines: ['Địa chỉ', 'không còn', 'quận, huyện'],
      picture: { name: 'right-address', ground: 'leaf' },
      labels: labelsOf('right-address', 'Phường/xã, tỉnh', 'Còn ghi quận, huyện'),
    },
    {
      id: 'form',
      seconds: 5.2,
      arrival: 'turn',
      lines: ['Dùng mẫu tờ khai', 'đang có trên Cổng'],
      wideLines: ['Dùng mẫu', 'tờ khai đang có', 'trên Cổng'],
      picture: { name: 'right-form', ground: 'pale' },
      labels: labelsOf('right-form', 'Mẫu trên Cổng', 'Mẫu cũ để lại'),
    },
    { id: 'ask', seconds: 5.6, arrival: 'slide', lines: ['Chưa rõ địa chỉ mới?', 'Mời hỏi cán bộ'], wideLines: ['Chưa rõ', 'địa chỉ mới?', 'Mời hỏi cán bộ'], picture: { name: 'counter', people: ['grandmother', 'girl'], ground: 'lotus' } },
  ],
  captions: [
    { from: 0.4, until: 5.4, vi: 'Từ ngày 1/7/2025: tỉnh, thành phố; và xã, phường, đặc khu.', en: 'Since 1 July 2025: province or city; and commune, ward or special zone.' },
    { from: 5.6, until: 10.8, vi: 'Địa chỉ ghi phường, xã rồi đến tỉnh, thành phố.', en: 'An address names the ward or commune, then the province or city.' },
    { from: 11, until: 16, vi: 'Mẫu tờ khai có đổi: lấy mẫu đang có trên Cổng Dịch vụ công quốc gia.', en: 'Forms have changed: take the one that is on the national portal now.' },
    { from: 16.2, until: 21.6, vi: 'Chưa rõ địa chỉ mới, mời ông/bà hỏi cán bộ tại quầy.', en: 'Not sure of the new address? Ask the staff at the desk.' },
  ],
};
