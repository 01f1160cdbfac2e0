import { readRawTyping } from '../finding/raw-typing.ts';
import { foldText } from '../text-folding.ts';

/** What a citizen may want to know of a procedure. */
export const ASPECTS = ['amount', 'fee', 'time', 'papers', 'place', 'online', 'post', 'result', 'law', 'steps'] as const;
export type Aspect = (typeof ASPECTS)[number];
/** What guides say; what one is given ("amount") stands in none. */
export type Side = Exclude<Aspect, 'amount'>;

/** How each is asked for, folded, the longest first where one holds another. The first aspect that is found counts. */
const WORDINGS: readonly (readonly [Aspect, readonly string[]])[] = [
  // What one is given, not what one pays; no guide says it.
  ['amount', ['duoc bao nhieu tien', 'duoc huong bao nhieu', 'bao nhieu tien mot thang', 'bao nhieu mot thang', 'muc huong', 'muc tro cap']],
  ['fee', ['het bao nhieu tien', 'mat bao nhieu tien', 'bao nhieu tien', 'le phi bao nhieu', 'phi bao nhieu', 'mat phi khong', 'co mat tien khong', 'ton bao nhieu', 'co phai nop tien khong', 'co duoc mien phi khong', 'mien phi khong', 'ai duoc mien', 'le phi', 'gia bao nhieu', 'het bao nhieu', 'mat tien khong', 'how much', 'fee', 'cost']],
  ['time', ['mat bao lau', 'bao lau thi xong', 'bao lau thi co', 'bao lau', 'may ngay thi co', 'may ngay', 'bao nhieu ngay', 'khi nao co', 'khi nao xong', 'bao gio co', 'bao gio lay duoc', 'thoi gian giai quyet', 'thoi han', 'how long', 'how many days']],
  ['papers', ['can nhung giay to gi', 'can giay to gi', 'giay to gi', 'can nhung gi', 'can chuan bi gi', 'chuan bi nhung gi', 'chuan bi gi', 'mang theo gi', 'mang nhung gi', 'mang gi', 'ho so gom', 'thu tuc gom', 'ho so can', 'giay to can', 'can gi', 'can mang', 'giay to nao', 'what papers', 'which papers', 'documents', 'what do i need', 'what to bring']],
  ['online', ['lam online duoc khong', 'nop online duoc khong', 'lam tren mang duoc khong', 'nop tren mang duoc khong', 'qua mang duoc khong', 'truc tuyen duoc khong', 'o nha duoc khong', 'can den truc tiep khong', 'co phai den khong', 'online', 'qua mang', 'tren mang', 'truc tuyen']],
  ['post', ['nop qua buu dien duoc khong', 'qua buu dien', 'o buu dien', 'buu dien', 'by post', 'post office']],
  ['place', ['nop o dau', 'lam o dau', 'xin o dau', 'lay o dau', 'den dau', 'di dau', 'o dau', 'noi nao', 'cho nao', 'co quan nao', 'ai giai quyet', 'ai cap', 'gap ai', 'where']],
  ['law', ['can cu phap ly', 'luat nao', 'nghi dinh nao', 'quy dinh nao', 'can cu nao', 'law']],
  ['result', ['ket qua la gi', 'nhan duoc gi', 'duoc cap gi', 'result']],
  ['steps', ['lam the nao', 'lam nhu the nao', 'lam sao', 'nhu the nao', 'cach lam', 'cac buoc', 'thu tuc the nao', 'trinh tu', 'huong dan', 'the nao', 'how to', 'how do i', 'steps']],
];

export type AskedAspect = {
  /** null: nothing of this kind was said. */
  readonly aspect: Aspect | null;
  /** The question without the words that named the aspect. */
  readonly subject: string;
};

/** Parts a question into what is asked and what it is about: "khai sinh mất bao lâu" → time, "khai sinh". */
export function aspectOf(question: string): AskedAspect {
  const asTyped = partAspect(question.normalize('NFC'));
  if (asTyped.aspect !== null) return asTyped;
  const raw = partAspect(question.normalize('NFC').split(' ').map((word) => readRawTyping(word.toLowerCase()) ?? word).join(' '));
  return raw.aspect === null ? asTyped : raw;
}

/** "Phí làm hộ chiếu là bao nhiêu": the two halves stand around what is asked about. */
const FEE_AROUND = /(?:^|\s)(?:(?:mat|het|ton) )?(?:le phi|phi|gia)\s(.*)\sbao nhieu(?=$|[^a-z])/;

function partAspect(text: string): AskedAspect {
  const folded = foldText(text);
  for (const [aspect, wordings] of WORDINGS) {
    for (const wording of wordings) {
      const at = indexOfWords(folded, wording);
      if (at >= 0) return { aspect, subject: `${text.slice(0, at)} ${text.slice(at + wording.length)}`.trim() };
    }
  }
  const around = FEE_AROUND.exec(folded);
  const inside = around?.[1];
  if (around === null || inside === undefined) return { aspect: null, subject: text };
  const from = around.index + around[0].indexOf(inside);
  return { aspect: 'fee', subject: text.slice(0, around.index) + ' ' + text.slice(from, from + inside.length) };
}

/** Folding keeps the number of letters, so a place in the folded text is the same place in the text. */
function indexOfWords(folded: string, wording: string): number {
  const at = ` ${folded.replace(/[^\p{L}\p{N}]/gu, ' ')} `.indexOf(` ${wording} `);
  return at;
}
