import { GROUND_NAMES, LABEL_TIMES, PERSON_NAMES, THING_NAMES, type GroundName, type PersonName, type PictureName, type ThingName } from '../pictures/names.ts';

/** What staff call a picture, a person, a thing or a ground in a text file. The English name works too. */
export const PICTURE_WORDS: Readonly<Record<PictureName, string>> = {
  crowd: 'mọi người',
  counter: 'quầy',
  'post-counter': 'quầy bưu điện',
  'police-counter': 'quầy công an',
  kiosk: 'máy',
  phone: 'điện thoại',
  slips: 'tờ treo',
  board: 'bảng',
  typing: 'gõ địa chỉ',
  lock: 'ổ khóa',
  post: 'bưu tá',
  'one-to-four': 'một thành bốn',
  calendar: 'tờ lịch',
  levels: 'hai cấp',
  'right-photo': 'ảnh đúng sai',
  'right-address': 'địa chỉ đúng sai',
  'right-level': 'mức độ đúng sai',
  'right-office': 'nơi nộp đúng sai',
  'right-form': 'tờ khai đúng sai',
};

export const PERSON_WORDS: Readonly<Record<PersonName, string>> = {
  grandmother: 'bà',
  grandfather: 'ông',
  mother: 'mẹ',
  'mother-with-baby': 'mẹ và bé',
  student: 'học sinh',
  girl: 'cháu gái',
  wheelchair: 'người đi xe lăn',
  neighbour: 'hàng xóm',
  builder: 'thợ xây',
  nurse: 'y tá',
  postwoman: 'bưu tá',
};

export const THING_WORDS: Readonly<Record<ThingName, string>> = {
  app: 'ứng dụng lạ',
  baby: 'em bé',
  'bank-card': 'thẻ ngân hàng',
  calendar: 'lịch',
  card: 'thẻ căn cước',
  clock: 'đồng hồ',
  code: 'mã vuông',
  folder: 'cặp hồ sơ',
  house: 'nhà',
  letter: 'thư',
  link: 'link lạ',
  lock: 'ổ khóa',
  money: 'tiền',
  office: 'trụ sở',
  password: 'mật khẩu',
  phone: 'điện thoại',
  question: 'dấu hỏi',
  sheet: 'giấy tờ',
  sim: 'sim',
  stamp: 'con dấu',
};

export const GROUND_WORDS: Readonly<Record<GroundName, string>> = { saffron: 'vàng', pale: 'vàng nhạt', leaf: 'xanh', lotus: 'hồng' };

const isPicture = (name: string): name is PictureName => Object.hasOwn(LABEL_TIMES, name);
export const PICTURE_NAMES: readonly PictureName[] = Object.keys(LABEL_TIMES).filter(isPicture);

/** The name that a word of the file stands for, whatever its case; null when there is none. */
export function findName<Name extends string>(word: string, names: readonly Name[], words: Readonly<Record<Name, string>>): Name | null {
  const asked = word.toLocaleLowerCase('vi');
  return names.find((name) => name === asked || words[name] === asked) ?? null;
}

export const findPicture = (word: string): PictureName | null => findName(word, PICTURE_NAMES, PICTURE_WORDS);
export const findPerson = (word: string): PersonName | null => findName(word, PERSON_NAMES, PERSON_WORDS);
export const findThing = (word: string): ThingName | null => findName(word, THING_NAMES, THING_WORDS);
export const findGround = (word: string): GroundName | null => findName(word, GROUND_NAMES, GROUND_WORDS);
