import type { Answer } from '#contract/content-pack.ts';
import { foldText } from '#domain/text-folding.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';
import { repeated } from './identity.ts';

/** "Hỏi – đáp": every choice leads somewhere, nothing leads in a circle, and no wording asks for two answers. */
export function checkAnswers(pack: ReadPack): readonly Problem[] {
  const answers = pack.answers.map(({ answer }) => answer);
  const known = new Map(answers.map((answer) => [answer.id, answer]));
  const slugs = new Set(pack.guides.map(({ guide }) => guide.slug));
  const asked = answers.flatMap((answer) => answer.asks.map((ask) => ({ id: answer.id, ask: foldText(ask) })));
  const twice = new Set(repeated(asked.map(({ ask }) => ask)).map((i) => asked[i]?.ask));
  const sameId = new Set(repeated(answers.map(({ id }) => id)));
  return pack.answers.flatMap(({ file, at, answer }, i) =>
    [
      ...(sameId.has(i) ? [['id', 'is taken; every answer has its own'] as const] : []),
      ...(answer.guide === undefined || slugs.has(answer.guide) ? [] : [['guide', `"${answer.guide}" is no guide of this pack`] as const]),
      ...(answer.choices ?? []).flatMap(({ to }, j) => (known.has(to) ? [] : [[`choices.${j}.to`, `"${to}" is no answer of this pack`] as const])),
      ...(leadsInCircle(answer, known) ? [['choices', 'lead back to this answer; a tree has no circle'] as const] : []),
      ...answer.asks.flatMap((ask, j) => (twice.has(foldText(ask)) ? [[`asks.${j}`, 'stands twice in the pack; one wording has one answer'] as const] : [])),
    ].map(([path, message]) => ({ file, path: `${at}.${path}`, message })),
  );
}

function leadsInCircle(start: Answer, known: ReadonlyMap<string, Answer>): boolean {
  const seen = new Set<string>();
  const open = (start.choices ?? []).map(({ to }) => to);
  for (let to = open.pop(); to !== undefined; to = open.pop()) {
    if (to === start.id) return true;
    if (seen.has(to)) continue;
    seen.add(to);
    open.push(...(known.get(to)?.choices ?? []).map((choice) => choice.to));
  }
  return false;
}
