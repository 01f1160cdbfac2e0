/** Words that belong together; a line must not break inside them (looks: "break lines by phrase"). */
const PHRASES = [
  'giấy tờ', 'tùy thân', 'nhà ở', 'đất đai', 'điện lực', 'gia đình', 'hôn nhân', 'khai sinh', 'khai tử', 'kết hôn', 'trích lục',
  'thường trú', 'tạm trú', 'cư trú', 'tình trạng', 'chứng sinh', 'chứng thực', 'điện thoại', 'tờ khai', 'hồ sơ', 'thủ tục', 'nhóm việc', 'bước làm',
  'phương tiện', 'người lái', 'người thân', 'qua đời', 'y tế', 'sức khỏe', 'khiếu kiện', 'giải quyết', 'học tập', 'việc làm', 'hưu trí', 'tài khoản',
  'xây dựng', 'giấy phép', 'đăng ký', 'xác nhận', 'hướng dẫn', 'bưu điện', 'trực tuyến', 'cán bộ', 'lệ phí', 'kết quả', 'hài lòng', 'bắt đầu', 'thế nào',
  'dịch vụ', 'hôm nay', 'bản điện tử', 'bản giấy', 'người làm', 'con nhỏ', 'làm việc gì', 'đổi lại', 'địa chỉ', 'mật khẩu',
] as const;

const together = new RegExp(`(?<!\\p{L})(?:${PHRASES.join('|')})(?!\\p{L})`, 'giu');

const HAN = /\p{Script=Han}/u;
const chineseWords = new Intl.Segmenter('zh', { granularity: 'word' });
/** Forbids a line break where it stands, and is not drawn. */
const WORD_JOINER = '\u2060';

/** The text with no-break spaces inside phrases, and Chinese words kept whole. For headings and labels; reading text breaks where it likes. */
export function gluePhrases(text: string): string {
  return keepChineseWords(text.replace(together, (phrase) => phrase.replaceAll(' ', '\u00a0')));
}

/**
 * Chinese breaks between any two signs, and a large heading with few of them then breaks inside a word.
 * Signs that stand alone in the dictionary stay together too: most are a word that it lacks. Other texts stay as they are.
 */
export function keepChineseWords(text: string): string {
  if (!HAN.test(text)) return text;
  const words = [...chineseWords.segment(text.replaceAll(WORD_JOINER, ''))].map(({ segment }) => segment);
  return words.map((word, i) => (isAlone(word) && isAlone(words[i - 1] ?? '') ? WORD_JOINER : '') + (HAN.test(word) ? [...word].join(WORD_JOINER) : word)).join('');
}

function isAlone(word: string): boolean {
  return [...word].length === 1 && HAN.test(word);
}

/** The text as a whole sentence: Chinese ends with a mark of its own. */
export function endSentence(text: string): string {
  return HAN.test(text) ? `${text}。` : `${text}.`;
}
