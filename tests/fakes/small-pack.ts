import type { Card, ContentPack, Guide, Provenance } from '#contract/content-pack.ts';

const seen: Provenance = { source: 'Cổng Dịch vụ công quốc gia', mark: 'A', checkedOn: '2026-07-18', expiresOn: '2027-02-28' };
const both = (vi: string, en: string = vi) => ({ vi, en });

/** A guide with two questions (the second only after "a" = 1), a paper and a step that depend on them. */
export const BIRTH: Guide = {
  kind: 'guide',
  number: 1,
  slug: 'khai-sinh',
  code: '1.001193',
  officialName: 'Thủ tục đăng ký khai sinh',
  title: both('Đăng ký khai sinh', 'Register a birth'),
  field: 'Hộ tịch',
  events: ['co-con-nho'],
  mostUsed: 1,
  synonyms: ['làm giấy khai sinh', 'birth certificate'],
  channels: ['online', 'counter'],
  portalUrl: 'https://dichvucong.gov.vn/khai-sinh',
  decidedBy: { text: both('UBND xã'), provenance: seen },
  summary: both('Làm giấy khai sinh'),
  time: [{ headline: both('1 ngày'), provenance: seen }],
  fee: [
    { headline: both('0 đồng'), when: { a: ['1'] }, provenance: seen },
    { headline: both('Hỏi tại quầy'), when: { a: ['2'] }, provenance: { ...seen, mark: 'B' } },
  ],
  papers: { list: [{ id: 'form', text: both('Tờ khai') }, { id: 'witness', text: both('Người làm chứng'), when: { b: ['2'] } }], provenance: seen },
  result: { text: both('Giấy khai sinh'), provenance: seen },
  law: { list: ['Luật Hộ tịch 2014'], provenance: seen },
  questions: [
    { id: 'a', text: both('Trong 60 ngày?'), options: [{ id: '1', text: both('Có') }, { id: '2', text: both('Không') }] },
    { id: 'b', text: both('Sinh ở đâu?'), when: { a: ['1'] }, options: [{ id: '1', text: both('Bệnh viện') }, { id: '2', text: both('Nhà') }] },
  ],
  steps: [
    { id: 'prepare', name: both('Giấy tờ'), title: both('Chuẩn bị'), text: both('Chuẩn bị giấy tờ'), scene: 'prepare-papers' },
    { id: 'witness', name: both('Làm chứng'), title: both('Làm chứng'), text: both('Nhờ làm chứng'), scene: 'sign-together', when: { b: ['2'] } },
    { id: 'sign-in', name: both('Đăng nhập'), title: both('Đăng nhập'), text: both('Đăng nhập'), scene: 'sign-in' },
    { id: 'submit', name: both('Nộp'), title: both('Nộp'), text: both('Nộp hồ sơ'), scene: 'submit-and-keep-code' },
  ],
};

/** A card, whose portal is not on the pack's list of hosts. */
export const DRIVING: Card = {
  kind: 'card',
  number: 2,
  slug: 'giay-phep-lai-xe',
  code: '1.002835',
  officialName: 'Cấp đổi giấy phép lái xe',
  title: both('Đổi giấy phép lái xe', 'Renew a driving licence'),
  field: 'Đường bộ',
  events: ['phuong-tien'],
  synonyms: ['đổi bằng lái', 'bằng lái xe'],
  channels: ['online'],
  portalUrl: 'https://bang-lai.example.com/doi',
  decidedBy: { text: both('Phòng CSGT'), provenance: { ...seen, mark: 'C' } },
  summary: both('Đổi bằng lái'),
};

export const SMALL_PACK: ContentPack = {
  head: {
    format: 'mot-cham-pack/1',
    version: '2026.11.1',
    title: both('Gói nhỏ'),
    hosts: ['dichvucong.gov.vn'],
    helpLine: { number: '1800 1096', provenance: seen },
    vneidGuide: 'khai-sinh',
  },
  events: [
    { id: 'co-con-nho', title: both('Có con nhỏ'), icon: 'birth' },
    { id: 'phuong-tien', title: both('Phương tiện'), icon: 'vehicle' },
  ],
  reasons: [
    ...['wait', 'papers', 'guidance', 'late'].map((id) => ({ id, text: both(id), after: 'low' as const })),
    { id: 'other', text: both('Lý do khác'), after: 'low', last: true },
    ...['quick', 'simple', 'clear'].map((id) => ({ id, text: both(id), after: 'high' as const })),
  ],
  playlist: { items: [{ kind: 'slide', id: 'family', slide: 'family', title: both('Có em bé?'), seconds: 10, guide: 'khai-sinh' }] },
  guides: [BIRTH, DRIVING],
};
