import { describe, expect, it } from 'vitest';
import { shippedPack } from '#tests/driver/shipped-pack.ts';
import type { Quote } from '#domain/asking/quote.ts';
import { createAsking } from '#renderer/asking/pack-asking.ts';
import golden from '#tests/fixtures/golden-questions.json' with { type: 'json' };

const nameOf = (quote: Quote | null): string => (quote === null ? 'unsure' : quote.kind === 'answer' ? quote.id : `${quote.slug}/${quote.aspect}`);

describe('"Hỏi – đáp" over the default pack', async () => {
  const pack = await shippedPack();
  const asking = createAsking();
  const asked = golden.map(([question, wanted]) => {
    const { sure, others } = asking.ask(pack, String(question));
    const right = [wanted].flat().map((name) => name ?? 'unsure');
    return { question, right, said: nameOf(sure), offered: [sure, ...others].map(nameOf) };
  });
  const known = asked.filter(({ right }) => !right.includes('unsure'));

  it('never gives an answer to what it does not know', () => {
    const strange = asked.filter(({ right }) => right.every((name) => name === 'unsure'));
    expect(strange.length).toBeGreaterThanOrEqual(20);
    expect(strange.filter(({ said }) => said !== 'unsure')).toEqual([]);
  });

  it('gives no wrong answer, and the right one to at least nine questions in ten', () => {
    expect(known.length).toBeGreaterThanOrEqual(80);
    expect(known.filter(({ right, said }) => said !== 'unsure' && !right.includes(said))).toEqual([]);
    const answered = known.filter(({ right, said }) => right.includes(said));
    expect(answered.length / known.length).toBeGreaterThanOrEqual(0.9);
  });

  it('offers the right one wherever it is not sure', () => {
    expect(known.filter(({ right, offered }) => !right.some((name) => offered.includes(name)))).toEqual([]);
  });
});
