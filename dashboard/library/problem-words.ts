import type { PackProblem } from '#contract/library.ts';
import type { Tongue } from '../i18n/words.ts';

/** The checker's sentences, as assets/check writes them, and what a Vietnamese reader is told. `$1` stands for the first hole. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^has (\d+) signs and may have (\d+); shorten it by (\d+)$/, 'có $1 ký tự, chỉ được $2: bớt $3 ký tự'],
  [/^(.+) is no day of the calendar$/, '$1 không phải là một ngày'],
  [/^(.+) lies in the future; write the day it was seen$/, '$1 ở tương lai: ghi ngày đã xem nguồn'],
  [/^(.+) lies before (.+), when it was checked$/, '$1 trước ngày xem nguồn ($2)'],
  [/^lies more than a year after (.+); at most (.+)$/, 'quá một năm sau ngày xem nguồn ($1): muộn nhất là $2'],
  [/^(.+) is no URL$/, '$1 không phải địa chỉ'],
  [/^(.+) is not https$/, '$1 không bắt đầu bằng https'],
  [/^(.+) hides its host; remove user, password and port$/, '$1: bỏ tên người dùng, mật khẩu và cổng khỏi địa chỉ'],
  [/^leads to (.+), which is not on the list of hosts in pack\.json$/, 'dẫn tới $1, không có trong danh sách trang được phép'],
  [/^is taken; .*$/, 'đã được dùng ở hướng dẫn khác'],
  [/^is used twice.*$/, 'bị dùng hai lần'],
  [/^stands twice; remove one$/, 'có hai lần: bỏ một'],
  [/^"(.+)" is used twice; give each its own$/, '"$1" bị dùng hai lần'],
  [/^"(.+)" is not in events\.json$/, '"$1" không có trong danh sách sự kiện'],
  [/^"(.+)" is no guide of this pack$/, '"$1" không phải hướng dẫn trong bản này'],
  [/^"(.+)" is no complete guide of this pack$/, '"$1" không phải hướng dẫn đầy đủ trong bản này'],
  [/^differs from the file's name; call the file (.+)$/, 'khác tên tệp: tệp phải tên $1'],
  [/^(\S+) is not in the pack; add it or remove the item$/, 'thiếu tệp $1: thêm tệp hoặc bỏ mục này'],
  [/^(\S+) is empty; make it again$/, 'tệp $1 trống: tạo lại'],
  [/^(\S+) has (\d+) bytes and may have .*$/, 'tệp $1 quá lớn ($2 byte): nén nhỏ hơn'],
  [/^(\S+) has a cue until (.+) s, but the clip ends at (.+) s.*$/, 'phụ đề $1 đến giây $2, nhưng phim hết ở giây $3'],
  [/^(\S+) has no cue$/, 'phụ đề $1 không có câu nào'],
  [/^(\S+) does not begin with WEBVTT$/, 'phụ đề $1 không bắt đầu bằng WEBVTT'],
  [/^judges a person; .*$/, 'nói về một người: hãy nói về dịch vụ'],
  [/^has a sentence of (\d+) words.*$/, 'có câu dài $1 chữ: tách thành câu ngắn'],
  [/^names an amount of money.*$/, 'nêu số tiền: chỉ ghi tiền ở thời hạn và lệ phí'],
  [/^begins or ends with a space; remove it$/, 'thừa khoảng trắng ở đầu hoặc cuối'],
  [/^is not in composed form.*$/, 'chưa ở dạng chữ dựng sẵn (NFC)'],
  [/^option "(.+)" changes nothing against option "(.+)"; .*$/, 'lựa chọn "$1" không khác gì lựa chọn "$2"'],
  [/^makes a hand-off address of .*$/, 'địa chỉ mã vuông quá dài: rút ngắn địa chỉ của hướng dẫn'],
  [/^is missing; every pack has it$/, 'bị thiếu: bản nào cũng phải có'],
  [/^a card asks nothing, .*$/, 'thẻ ngắn không có câu hỏi: ghi trường hợp vào phần chi tiết'],
  [/^must have required propert(?:y|ies) (.+); see .*$/, 'thiếu $1'],
  [/^must not have additional propert(?:y|ies).*$/, 'có phần không được phép'],
  [/^must not have fewer than (\d+) characters; see .*$/, 'không được để trống'],
  [/^must not have more than (\d+) characters; see .*$/, 'dài quá $1 ký tự'],
  [/^must match pattern .*$/, 'không đúng dạng'],
  [/^must match .*$|^must be .*$/, 'không đúng dạng'],
];

const PLACES: Readonly<Record<string, string>> = {
  title: 'tên', summary: 'tóm tắt', time: 'thời hạn', fee: 'lệ phí', exempt: 'miễn, giảm', papers: 'giấy tờ', list: '', result: 'kết quả', decidedBy: 'cơ quan giải quyết', hints: 'điều nên biết', steps: 'bước', questions: 'câu hỏi', options: 'lựa chọn',
  headline: 'chữ lớn', detail: 'chi tiết', text: 'nội dung', note: 'ghi chú', stuck: 'khi bị vướng', name: 'tên ngắn', why: 'vì sao hỏi', provenance: 'nguồn', source: 'nguồn', sourceUrl: 'địa chỉ nguồn', checkedOn: 'ngày xem nguồn', expiresOn: 'hạn hiện', mark: 'mức tin cậy', vi: '(tiếng Việt)', en: '(tiếng Anh)', items: 'mục', captions: 'phụ đề', synonyms: 'từ khóa', events: 'sự kiện', portalUrl: 'địa chỉ cổng', guide: 'hướng dẫn', law: 'căn cứ', deadline: 'hạn phải làm', from: 'tính từ ngày', when: 'điều kiện',
};

/** What is wrong, in the reader's words; a sentence that nobody translated stays as the checker wrote it. */
export function problemWords({ message }: Pick<PackProblem, 'message'>, tongue: Tongue): string {
  if (tongue === 'en') return message;
  for (const [pattern, words] of SENTENCES) {
    const match = pattern.exec(message);
    if (match !== null) return words.replaceAll(/\$(\d)/g, (_, hole: string) => match[Number(hole)] ?? '');
  }
  return message;
}

/** Where it stands: `bước 3 · nội dung (tiếng Việt)` for `steps.2.text.vi`. */
export function placeWords({ path }: Pick<PackProblem, 'path'>, tongue: Tongue): string {
  const parts = path.split('.').filter((part) => part !== '');
  const named: string[] = [];
  for (const part of parts) {
    if (/^\d+$/.test(part)) named.push(`${named.pop() ?? ''} ${Number(part) + 1}`.trim());
    else if (part === 'vi' || part === 'en') named.push(`${named.pop() ?? ''} ${tongue === 'vi' ? (PLACES[part] ?? part) : part === 'vi' ? '(Vietnamese)' : '(English)'}`.trim());
    else named.push(tongue === 'vi' ? (PLACES[part] ?? part) : part);
  }
  return named.filter((name) => name !== '').join(' · ');
}
