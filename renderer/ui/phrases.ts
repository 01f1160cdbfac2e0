/** Words that belong together; a line must not break inside them (looks: "break lines by phrase"). */
const PHRASES = [
  'giấy tờ', 'tùy thân', 'nhà ở', 'đất đai', 'điện lực', 'gia đình', 'hôn nhân', 'khai sinh', 'khai tử', 'kết hôn', 'trích lục',
  'thường trú', 'tạm trú', 'cư trú', 'tình trạng', 'chứng sinh', 'chứng thực', 'điện thoại', 'tờ khai', 'hồ sơ', 'thủ tục', 'nhóm việc', 'bước làm',
  'phương tiện', 'người lái', 'người thân', 'qua đời', 'y tế', 'sức khỏe', 'khiếu kiện', 'giải quyết', 'học tập', 'việc làm', 'hưu trí', 'tài khoản',
  'xây dựng', 'giấy phép', 'đăng ký', 'xác nhận', 'hướng dẫn', 'bưu điện', 'trực tuyến', 'cán bộ', 'lệ phí', 'kết quả', 'hài lòng', 'bắt đầu', 'thế nào',
  'dịch vụ', 'hôm nay', 'bản điện tử', 'bản giấy', 'người làm', 'con nhỏ', 'làm việc gì', 'đổi lại', 'địa chỉ', 'mật khẩu',
] as const;

const together = new RegExp(`(?<!\\p{L})(?:${PHRASES.join('|')})(?!\\p{L})`, 'giu');

/** The text with no-break spaces inside phrases. For headings and labels; reading text breaks where it likes. */
export function gluePhrases(text: string): string {
  return text.replace(together, (phrase) => phrase.replaceAll(' ', '\u00a0'));
}
