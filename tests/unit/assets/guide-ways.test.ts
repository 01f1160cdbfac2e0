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
    const broken = ways.filter((answers) => {
      const steps = stepsFor(guide, answers).length;
      const facts = [papersFor(guide, answers), keyFactsFor(guide.time, answers), keyFactsFor(guide.fee, answers)];
      return nextQuestion(guide, answers) !== null || facts.some((part) => part.length === 0) || steps < FEWEST_STEPS || steps > MOST_STEPS;
    });
    expect(broken).toEqual([]);
  });

  it('reaches every option, and no option is idle', () => {
    for (const question of guide.questions) {
      const outcomes = question.options.map(({ id }) => {
        const chosen = ways.filter((answers) => answers[question.id] === id);
        expect(chosen).not.toEqual([]);
        return chosen.map((answers) => `${JSON.stringify({ ...answers, [question.id]: '' })}${outcome(guide, answers)}`).join('\n');
      });
      expect(new Set(outcomes).size).toBe(outcomes.length);
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
      expect(bytes).toBeLessThanOrEqual(LONGEST_HANDOFF_URL);
    }
  });

  it('says where people get stuck on most of its steps', () => {
    const silent = guide.steps.filter(({ stuck }) => stuck === undefined).length;
    expect(silent).toBeLessThanOrEqual(guide.steps.length / 3);
  });
});
