import { labelsOf } from '../pictures/names.ts';
import type { ClipText } from './clip-text.ts';

/** Four faults for which papers come back, each with the right way beside it. */
export const commonFaults: ClipText = {
  id: 'common-faults',
  title: { vi: 'Bốn lỗi hay gặp khi nộp trực tuyến', en: 'Four common faults when filing online' },
  description: {
    vi: 'Bốn lỗi hay gặp. Ảnh mờ hoặc mất góc: chụp lại cho rõ, đủ bốn góc. Chọn nhầm cơ quan: xem lại xã, phường. VNeID mức độ 1: cần mức độ 2. Địa chỉ còn ghi quận, huyện: ghi phường, xã và tỉnh. Vướng chỗ nào, mời hỏi cán bộ.',
    en: 'Four common faults. A blurred photo or a missing corner: take it again, all four corners. The wrong office: check the ward. VNeID level 1: you need level 2. An address with a district: write ward and province. Stuck? Ask the staff.',
  },
  pages: [
    {
      id: 'photo',
      seconds: 5.4,
      arrival: 'first',
      lines: ['Lỗi 1: ảnh giấy tờ', 'bị mờ, mất góc'],
      wideLines: ['Lỗi 1:', 'ảnh giấy tờ', 'bị mờ, mất góc'],
      picture: { name: 'right-photo', ground: 'saffron' },
      labels: labelsOf('right-photo', 'Rõ, đủ bốn góc', 'Mờ, mất góc'),
    },
    {
      id: 'office',
      seconds: 5.2,
      arrival: 'slide',
      lines: ['Lỗi 2: chọn nhầm', 'cơ quan giải quyết'],
      wideLines: ['Lỗi 2:', 'chọn nhầm', 'cơ quan giải quyết'],
      picture: { name: 'right-office', ground: 'leaf' },
      labels: labelsOf('right-office', 'Đúng phường, xã', 'Chọn nhầm nơi'),
    },
    {
      id: 'level',
      seconds: 5.2,
      arrival: 'slide',
      lines: ['Lỗi 3: VNeID', 'mới có mức độ 1'],
      wideLines: ['Lỗi 3:', 'VNeID mới có', 'mức độ 1'],
      picture: { name: 'right-level', ground: 'pale' },
      labels: labelsOf('right-level', 'Cần mức độ 2', 'Mức độ 1'),
    },
    {
      id: 'address',
      seconds: 5,
      arrival: 'slide',
      lines: ['Lỗi 4: địa chỉ', 'còn quận, huyện'],
      wideLines: ['Lỗi 4:', 'địa chỉ còn', 'quận, huyện'],
      picture: { name: 'right-address', ground: 'lotus' },
      labels: labelsOf('right-address', 'Phường/xã, tỉnh', 'Còn ghi quận, huyện'),
    },
    { id: 'ask', seconds: 4.6, arrival: 'turn', lines: ['Vướng chỗ nào,', 'mời hỏi cán bộ'], wideLines: ['Vướng', 'chỗ nào,', 'mời hỏi cán bộ'], picture: { name: 'counter', people: ['mother'], ground: 'saffron' } },
  ],
  captions: [
    { from: 0.4, until: 5.2, vi: 'Chụp giấy tờ cho rõ, thấy đủ bốn góc.', en: 'Take a clear photo that shows all four corners.' },
    { from: 5.4, until: 10.4, vi: 'Xem kỹ tên phường, xã trước khi chọn cơ quan.', en: 'Check the name of the ward before you choose the office.' },
    { from: 10.6, until: 15.6, vi: 'Nộp trực tuyến cần tài khoản VNeID mức độ 2.', en: 'To file online you need a VNeID account of level 2.' },
    { from: 15.8, until: 20.6, vi: 'Địa chỉ ghi phường, xã và tỉnh, không ghi quận, huyện.', en: 'Write ward and province in the address, no district.' },
    { from: 20.8, until: 25.2, vi: 'Vướng chỗ nào, mời ông/bà hỏi cán bộ tại quầy.', en: 'Stuck? Ask the staff at the desk.' },
  ],
};
