import type { LocalText } from '#contract/content-pack.ts';
import type { ContentNames } from '../day/content-names.ts';

/** The words that a file for people needs beside its figures. */
export type FileWords = {
  readonly names: ContentNames;
  readonly points: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  /** What the file is about: a service point, a unit, or the whole centre; and the field asked for. */
  readonly place: LocalText;
  /** Ms since the epoch. */
  readonly madeAt: number;
};

/** The five factors of SIPAS. */
export const FACTORS: Readonly<Record<number, LocalText>> = {
  1: { vi: '1. Tiếp cận dịch vụ', en: '1. Access to the service' },
  2: { vi: '2. Thủ tục hành chính', en: '2. Administrative procedures' },
  3: { vi: '3. Công chức trực tiếp giải quyết', en: '3. The officials who handle it' },
  4: { vi: '4. Kết quả dịch vụ', en: '4. Result of the service' },
  5: { vi: '5. Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị', en: '5. Receiving and settling comments' },
};

/** Where every guide opens; it is no step that the guide names. */
const FIRST_PAGE = 'overview';

/** What a guide calls its step; its id where nothing is known. */
export function stepName(names: ContentNames, procedure: string, step: string, lang: 'vi' | 'en'): string {
  if (step === FIRST_PAGE) return { vi: 'Trang đầu hướng dẫn', en: 'First page of the guide' }[lang];
  return names.guides.get(procedure)?.steps.find(({ id }) => id === step)?.name[lang] ?? step;
}

/** Monday first. */
export const WEEKDAYS: readonly LocalText[] = [
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
];

/** "09:00–10:00". */
export function hourName(hour: number): string {
  const clock = (at: number): string => `${String(at).padStart(2, '0')}:00`;
  return `${clock(hour)}–${clock(hour + 1)}`;
}
