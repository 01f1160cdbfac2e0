import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FEWEST_STEPS, LONGEST_CENTRE_HOST, LONGEST_HANDOFF_URL, MOST_STEPS } from '#assets/check/limits.ts';
import { loadPack } from '#assets/check/load-pack.ts';
import { readPack } from '#assets/check/read-pack.ts';
import type { Guide, Step } from '#contract/content-pack.ts';
import { allAnswerPaths, keepOpenAnswers, keyFactsFor, nextQuestion, papersFor, stepsFor } from '#domain/guide-path.ts';
import { buildFragment, parseFragment } from '#domain/handoff-fragment.ts';

const { source } = await loadPack(fileURLToPath(new URL('../../../assets/pack', import.meta.url)));
const { pack } = readPack(source);
const guides = pack.guides.flatMap(({ guide }) => (guide.kind === 'guide' ? [guide] : []));
const titled = guides.map((guide) => [guide.slug, guide] as const);

/** Everything one way through a guide shows, as text: two ways with the same text are the same way. */
function outcome(guide: Guide, answers: Readonly<Record<string, string>>): string {
  const ids = (parts: readonly { readonly id: string }[]): string => parts.map(({ id }) => id).join(' ');
  const facts = [...keyFactsFor(guide.time, answers), ...keyFactsFor(guide.fee, answers)].map(({ headline, detail }) => `${headline.vi}|${detail?.vi ?? ''}`);
  return JSON.stringify([ids(papersFor(guide, answers)), ids(stepsFor<Step>(guide, answers)), facts]);
}

describe.each(titled)('every way through %s', (_, guide) => {
  const ways = allAnswerPaths(guide);

  it('ends with papers, a time, a fee and three to seven steps (E103)', () => {
    for (const answers of ways) {
      const where = `${guide.slug} after ${JSON.stringify(answers)}`;
      expect(nextQuestion(guide, answers), where).toBeNull();
      expect(papersFor(guide, answers).length, where).toBeGreaterThan(0);
      expect(keyFactsFor(guide.time, answers).length, where).toBeGreaterThan(0);
      expect(keyFactsFor(guide.fee, answers).length, where).toBeGreaterThan(0);
      const steps = stepsFor(guide, answers).length;
      expect(steps, where).toBeGreaterThanOrEqual(FEWEST_STEPS);
      expect(steps, where).toBeLessThanOrEqual(MOST_STEPS);
    }
  });

  it('reaches every option, and no option is idle', () => {
    for (const question of guide.questions) {
      const outcomes = question.options.map(({ id }) => {
        const chosen = ways.filter((answers) => answers[question.id] === id);
        expect(chosen.length, `${guide.slug} ${question.id}${id}`).toBeGreaterThan(0);
        return chosen.map((answers) => `${JSON.stringify({ ...answers, [question.id]: '' })}${outcome(guide, answers)}`).join('\n');
      });
      expect(new Set(outcomes).size, `${guide.slug} ${question.id}`).toBe(outcomes.length);
    }
  });

  it('comes back from the hand-off as it went, in an address short enough for the QR (E130)', () => {
    for (const answers of ways) {
      const step = stepsFor(guide, answers).length;
      const fragment = buildFragment({ step, answers });
      const back = parseFragment(fragment);
      expect(back.step).toBe(step);
      expect(keepOpenAnswers(guide, back.answers)).toEqual(answers);
      const bytes = `https://${'h'.repeat(LONGEST_CENTRE_HOST)}/g/${guide.slug}#${fragment}`.length;
      expect(bytes, guide.slug).toBeLessThanOrEqual(LONGEST_HANDOFF_URL);
    }
  });

  it('says where people get stuck on most of its steps', () => {
    const silent = guide.steps.filter(({ stuck }) => stuck === undefined).length;
    expect(silent, guide.slug).toBeLessThanOrEqual(guide.steps.length / 3);
  });
});
