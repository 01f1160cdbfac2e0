import { Type } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import type { Rephraser } from '../ports.ts';
import type { RephraseConfig } from '../rephrase-config.ts';

/** The whole time for one answer, its body included, ms. */
const PATIENCE_MS = 8_000;
const LARGEST_ANSWER = 64 * 1024;
const MOST_TOKENS = 500;

const parseAnswer = parserOf(Type.Object({ choices: Type.Array(Type.Object({ message: Type.Object({ content: Type.String() }) }), { minItems: 1 }) }));

/** Speaks to `POST <base>/chat/completions`. Follows no redirect; what goes wrong is null without a word, for words would repeat the question. */
export function chatRephraser({ url, key, model }: RephraseConfig, patienceMs = PATIENCE_MS): Rephraser {
  return {
    async rephrase({ system, user }) {
      try {
        const answer = await fetch(`${url}/chat/completions`, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
          headers: { 'content-type': 'application/json', 'user-agent': 'mot-cham', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
          body: JSON.stringify({ model, temperature: 0, max_tokens: MOST_TOKENS, messages: [{ role: 'system', content: system }, { role: 'user', content: user }] }),
        });
        if (answer.status !== 200) {
          await answer.body?.cancel();
          return null;
        }
        const parsed = parseAnswer(JSON.parse(await readBounded(answer)));
        return parsed.ok ? (parsed.value.choices[0]?.message.content ?? null) : null;
      } catch {
        // Away, slow, too large or no JSON: the citizen reads the passages as they stand.
        return null;
      }
    },
  };
}

async function readBounded(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.byteLength;
    if (size > LARGEST_ANSWER) throw new Error(`the answer is over ${LARGEST_ANSWER} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
