import { dictionary } from '@zxcvbn-ts/language-common';
import { fold } from '../services/staff-passwords.ts';

/**
 * What people in Viet Nam write first, by the lists of leaked passwords that its security press prints each year;
 * each also with the usual endings. The package's own list holds few of them.
 */
const VIETNAMESE = [
  'anhyeuem', 'emyeuanh', 'anhyeuemnhieulam', 'emyeuanhnhieulam', 'yeuemnhieu', 'yeuanhnhieu', 'maiyeuem', 'maiyeuanh', 'maimaiyeuem', 'yeumaimai', 'iloveyou', 'nhoemnhieu', 'nhoanhnhieu',
  'khongbiet', 'khongcopass', 'khongcomatkhau', 'khongconho', 'matkhau', 'matkhaumoi', 'doimatkhau', 'quenmatkhau', 'matma', 'vietnam', 'vietnamvodich', 'toiyeuvietnam', 'hanoi', 'saigon', 'tphcm',
  'hochiminh', 'danang', 'haiphong', 'cantho', 'hungyen', 'thanhhoa', 'nghean', 'gialai', 'tinhyeu', 'hanhphuc', 'giadinh', 'bome', 'conyeubome', 'thangnho', 'cogai', 'congai', 'baobinh', 'baoan',
  'nguyen', 'nguyenvan', 'nguyenthi', 'tranvan', 'levan', 'phamvan', 'dongdat', 'trungtam', 'hanhchinhcong', 'motcua', 'ubnd', 'ubndxa', 'ubndphuong', 'ubndtinh', 'canbo', 'congchuc', 'admin', 'administrator',
  'quantri', 'quantrivien', 'quanly', 'nhanvien', 'buudien', 'congan', 'welcome', 'changeme', 'letmein', 'abc', 'abcd', 'a', 'aa', 'asd', 'qwe', 'zxc',
];
const ENDING = /\d{0,10}$/;
const HEADING = /^\d{0,10}/;

let common: ReadonlySet<string> | null = null;

/** Made when the first password is set: most programs of the centre set none. */
function commonOnes(): ReadonlySet<string> {
  common ??= new Set(dictionary['passwords-common'].map((password) => fold(password)));
  return common;
}

const BASES = new Set<string>(VIETNAMESE.map(fold));

/** True for one of the most common passwords, however it is cased, marked and spaced, and for a common Vietnamese one with digits around it. */
export function isCommonPassword(password: string): boolean {
  const folded = fold(password);
  const bare = folded.replace(ENDING, '');
  return commonOnes().has(folded) || BASES.has(bare) || BASES.has(bare.replace(HEADING, '')) || /^\d+$/.test(folded);
}
