import type { PackFile, PackSource } from '#assets/check/pack-source.ts';

const say = (vi: string): { vi: string; en: string } => ({ vi, en: 'Words' });
// Made anew for each place: a test that spoils one fact must not spoil all.
const seen = () => ({ source: 'Cổng Dịch vụ công quốc gia', mark: 'A', checkedOn: '2026-07-18', expiresOn: '2027-02-28' });

/** A complete guide without a mistake: one question that everybody is asked, one that follows from it. */
export function soundGuide() {
  return {
    kind: 'guide',
    number: 1,
    slug: 'khai-sinh',
    code: '1.001193',
    officialName: 'Thủ tục đăng ký khai sinh',
    title: say('Đăng ký khai sinh'),
    field: 'Hộ tịch',
    events: ['co-con-nho'],
    mostUsed: 1,
    synonyms: ['làm giấy khai sinh'],
    channels: ['online'],
    portalUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1',
    decidedBy: { text: say('UBND phường, xã'), provenance: seen() },
    summary: say('Làm Giấy khai sinh cho con.'),
    time: [{ headline: say('1 ngày'), provenance: seen() }],
    fee: [
      { headline: say('0 đồng'), when: { a: ['1'] }, provenance: seen() },
      { headline: say('Hỏi tại quầy'), when: { a: ['2'] }, provenance: seen() },
    ],
    papers: {
      list: [
        { id: 'form', text: say('Tờ khai điện tử') },
        { id: 'witness', text: say('Văn bản của người làm chứng'), when: { b: ['2'] } },
      ],
      provenance: seen(),
    },
    result: { text: say('Giấy khai sinh'), provenance: seen() },
    law: { list: ['Luật Hộ tịch 60/2014/QH13'], provenance: seen() },
    questions: [
      { id: 'a', text: say('Bé sinh được bao lâu rồi?'), options: [{ id: '1', text: say('Trong 60 ngày') }, { id: '2', text: say('Quá 60 ngày') }] },
      { id: 'b', text: say('Có người làm chứng không?'), when: { a: ['2'] }, options: [{ id: '1', text: say('Có') }, { id: '2', text: say('Không') }] },
    ],
    steps: ['prepare', 'sign-in', 'submit'].map((id) => ({
      id,
      name: say('Chuẩn bị'),
      title: say('Chuẩn bị giấy tờ'),
      text: say('Mang giấy tờ trong danh sách.'),
      scene: 'prepare-papers',
    })),
  };
}

const clipFile = (side: string) => ({
  sources: [{ path: `clips/otp-${side}.webm`, type: 'video/webm' }],
  poster: `clips/otp-${side}.jpg`,
  width: 1080,
  height: 1920,
});

/** The smallest pack without a mistake; a test breaks one thing in it. */
export function soundPack() {
  const captions: PackFile = { bytes: 60, text: 'WEBVTT\n\n00:00.000 --> 00:04.000\nKhông đọc mã OTP cho ai.\n' };
  return {
    head: {
      format: 'mot-cham-pack/1',
      version: '2026.11.1',
      title: say('Gói thử'),
      hosts: ['dichvucong.gov.vn'],
      helpLine: { number: '1800 1096', provenance: seen() },
      vneidGuide: 'khai-sinh',
    },
    events: [{ id: 'co-con-nho', title: say('Có con nhỏ'), icon: 'birth' }],
    reasons: [
      { id: 'phai-cho-lau', text: say('Phải chờ lâu'), after: 'low', factor: 1 },
      { id: 'ly-do-khac', text: say('Lý do khác'), after: 'both', last: true },
    ],
    playlist: {
      items: [
        {
          kind: 'clip',
          id: 'otp',
          title: say('Giữ mã OTP'),
          description: say('Không đọc mã OTP cho ai.'),
          seconds: 20,
          tall: clipFile('tall'),
          wide: clipFile('wide'),
          captions: { vi: 'clips/otp.vi.vtt', en: 'clips/otp.en.vtt' },
          guide: 'khai-sinh',
        },
        { kind: 'slide', id: 'slide-family', slide: 'family', title: say('Có em bé?'), seconds: 10 },
      ],
    },
    guides: [soundGuide()],
    answers: [
      { id: 'vneid', title: say('VNeID bị lỗi'), asks: ['không vào được VNeID'], text: [say('Trường hợp nào?')], choices: [{ text: say('Chưa có'), to: 'none' }, { text: say('Quên mật khẩu'), to: 'password' }], first: 1, provenance: seen() },
      { id: 'none', title: say('Chưa có VNeID'), asks: ['làm VNeID ở đâu'], text: [say('Đến công an phường, xã.')], provenance: seen() },
      { id: 'password', title: say('Quên mật khẩu VNeID'), asks: ['quên mật khẩu'], text: [say('Bấm “Quên mật khẩu”.')], provenance: seen() },
    ],
    languages: [
      {
        tag: 'km',
        endonym: 'ភាសាខ្មែរ',
        fallback: 'vi',
        translatedBy: 'person',
        fonts: ['languages/km.woff2'],
        words: { 'common.back': 'X' },
        texts: { 'Giấy khai sinh': 'X' } as Record<string, string>,
      },
    ],
    files: new Map<string, PackFile>([
      ['clips/otp-tall.webm', { bytes: 1000 }],
      ['clips/otp-wide.webm', { bytes: 1000 }],
      ['clips/otp-tall.jpg', { bytes: 1000 }],
      ['clips/otp-wide.jpg', { bytes: 1000 }],
      ['languages/km.woff2', { bytes: 1000 }],
      ['clips/otp.vi.vtt', captions],
      ['clips/otp.en.vtt', captions],
    ]),
  };
}

export type SoundPack = ReturnType<typeof soundPack>;

/** The pack as the loader would have found it; file names follow the slugs. */
export function sourceOf(pack: SoundPack): PackSource {
  const documents = new Map<string, unknown>([
    ['pack.json', pack.head],
    ['events.json', pack.events],
    ['reasons.json', pack.reasons],
    ['playlist.json', pack.playlist],
    ...pack.guides.map((guide): [string, unknown] => [`guides/${guide.slug}.json`, guide]),
    ['answers/vneid.json', pack.answers],
    ...pack.languages.map((language): [string, unknown] => ['languages/km.json', language]),
  ]);
  return { documents, files: pack.files };
}
