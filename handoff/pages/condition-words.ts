import type { Question } from '#contract/content-pack.ts';
import type { Condition } from '#domain/condition.ts';
import { WORDS } from './words.ts';

type Tongue = 'vi' | 'en';

/**
 * A condition in words: Nếu “Bé đã có Giấy chứng sinh chưa?”: “Có, bản giấy”. Question and answer are
 * quoted as the citizen meets them, so nobody writes the same condition twice.
 */
export function conditionWords(questions: readonly Question[], when: Condition): { readonly vi: string; readonly en: string } {
  return { vi: inTongue(questions, when, 'vi'), en: inTongue(questions, when, 'en') };
}

function inTongue(questions: readonly Question[], when: Condition, tongue: Tongue): string {
  const parts = Object.entries(when).flatMap(([id, chosen]) => {
    const question = questions.find((each) => each.id === id);
    if (question === undefined) return [];
    const answers = question.options
      .filter((option) => chosen.includes(option.id))
      .map((option) => `“${option.text[tongue]}”`)
      .join(` ${WORDS.or[tongue]} `);
    return [`“${question.text[tongue]}”: ${answers}`];
  });
  return `${WORDS.ifWord[tongue]} ${parts.join(` ${WORDS.and[tongue]} `)}`;
}
