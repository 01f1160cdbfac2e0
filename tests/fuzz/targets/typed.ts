import { findInvention, tidyRephrased } from '#domain/asking/check-rephrased.ts';
import { createFinder } from '#domain/finding/find-procedures.ts';
import { NO_WORDS } from '#domain/finding/finding.ts';
import { planSpeech } from '#domain/speech/plan-speech.ts';
import { pressKey, TONE_KEYS, type Typed } from '#domain/typing.ts';
import { createAsking } from '#renderer/asking/pack-asking.ts';
import { quoteView } from '#renderer/asking/quote-view.ts';
import { shippedPack } from '#tests/driver/shipped-pack.ts';
import { mustHold, textTarget, type Target } from '../target.ts';

const WORDS = ['khai sinh', 'sổ đỏ', 'lam giay', 'GPLX', 'bao nhiêu tiền', 'ở đâu', 'mất bao lâu', 'cần giấy tờ gì', 'online', 'vneid', 'ddawng kys', '1.001193', 'tỉnh Bắc Ninh', 'birth certificate', 'không', 'uwowsc'];
/** The field of the kiosk takes 60 signs; another program may ask for more. */
const LONGEST = 240;

export const search: Target = textTarget({
  name: 'search',
  what: 'words typed into the search, over the pack that comes with the program',
  share: 0.7,
  largest: LONGEST,
  words: WORDS,
  open: async () => {
    const pack = await shippedPack();
    const finder = createFinder({ guides: pack.guides, words: pack.words ?? NO_WORDS, catalogue: [] });
    return {
      seeds: ['khai sinh', 'lam so do', 'ddawng kys keets hoon', 'GPLX hết hạn ở tỉnh Bắc Ninh', '1.001193'],
      run: (query) => mustHold(finder.find(query, { province: 'tỉnh Bắc Ninh', most: 12 }).length <= 12, 'no more is found than was asked for'),
    };
  },
});

export const asking: Target = textTarget({
  name: 'asking',
  what: 'questions typed into “Hỏi – đáp”, and what is quoted for them',
  share: 0.4,
  largest: LONGEST,
  words: WORDS,
  open: async () => {
    const pack = await shippedPack();
    const asker = createAsking();
    return {
      seeds: ['làm giấy khai sinh mất bao lâu', 'quên mật khẩu VNeID', 'lệ phí cấp hộ chiếu bao nhiêu tiền', 'nộp hồ sơ ở đâu'],
      run: (question) => {
        const { sure, others } = asker.ask(pack, question);
        for (const quote of sure === null ? others : [sure, ...others]) mustHold(quoteView(pack, quote, '2026-11-23') !== null, 'what is offered is there');
      },
    };
  },
});

export const rephrased: Target = textTarget({
  name: 'rephrased',
  what: 'what a language model wrote, held against the passages it was given; spoken text',
  share: 3,
  largest: 4_096,
  words: [...WORDS, '10.000 đồng', 'https://', 'Nguyễn Văn A', 'không', '5 ngày', '23/11/2026', '²', '٣'],
  open: async () => {
    const passages = ['Làm Giấy khai sinh cho con trong 60 ngày.', 'Lệ phí 8.000 đồng, không thu của hộ nghèo.'];
    return {
      seeds: [...passages, 'Ông/bà nộp hồ sơ tại UBND xã trong 60 ngày; lệ phí 8.000 đồng.', 'Bước 2/5 ngày 23/11/2026 lúc 14:05 mã K7P4MX'],
      run: (text) => {
        const tidy = tidyRephrased(text);
        findInvention(tidy, passages);
        planSpeech(text.slice(0, 600), 'vi', ({ text: clip }) => clip.length % 3 === 0);
      },
    };
  },
});

const KEYS = ['Backspace', 'Clear', ...TONE_KEYS, 'Enter', 'Shift', ' '];

export const typing: Target = textTarget({
  name: 'typing',
  what: 'keys of the on-screen and a real keyboard, with Telex on and off',
  share: 8,
  largest: 80,
  words: ['dd', 'uow', 'ee', 'ww', 'aa', 'ngoanf', 'khuyeenr', 'giaays', 'ượ', 'Đ', 'google', 'QDD', '\u0001', '\u0002', '\u0003', '\u0004'],
  open: async () => ({
    seeds: ['ddawng kys khai sinh', 'giayas khai sinh\u0001\u0001', 'Nguwowif', 'hòa hoà', 'user data', 'e\u0323\u0302'],
    run: (text) => {
      for (const telex of [true, false]) {
        let typed: Typed = { text: '' };
        let pressed = 0;
        for (const sign of text) {
          const code = sign.codePointAt(0) ?? 0;
          // The first signs of Unicode stand for keys that are no signs.
          const key = code < 16 ? (KEYS[code % KEYS.length] ?? ' ') : sign;
          typed = pressKey(typed, key, telex);
          pressed += 1;
          mustHold(typed.text.normalize('NFC') === typed.text, 'text stays composed');
          mustHold([...typed.text].length <= pressed * 4, 'a key adds no more than it says');
        }
        mustHold(pressKey(typed, 'Clear', telex).text === '', 'clearing leaves nothing');
      }
    },
  }),
});
