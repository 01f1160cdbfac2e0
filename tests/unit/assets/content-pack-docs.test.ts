import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { LIMITS, type TextKind } from '#assets/check/limits.ts';
import { loadPack } from '#assets/check/load-pack.ts';
import { readPack } from '#assets/check/read-pack.ts';

const WORDS: Readonly<Record<Exclude<TextKind, 'packTitle' | 'description'>, string>> = {
  guideTitle: 'guide title',
  summary: 'summary',
  decidedBy: 'deciding body',
  headline: 'headline',
  detail: 'detail',
  exempt: 'exemption',
  paper: 'paper',
  note: 'note',
  result: 'result',
  question: 'question',
  why: 'why',
  option: 'option',
  stepName: 'station name',
  stepTitle: 'step title',
  stepText: 'step text',
  stuck: 'stuck',
  plate: 'plate',
  hint: 'hint',
  ask: 'question of an answer',
  answer: 'paragraph of an answer',
  choice: 'choice',
  eventTitle: 'event',
  reason: 'reason',
  clipTitle: 'clip title',
};

describe('docs/content-pack.md', () => {
  let text: string;
  beforeAll(async () => {
    text = await readFile(new URL('../../../docs/content-pack.md', import.meta.url), 'utf8');
  });

  it('names the lengths that the checker holds', () => {
    const [, list = ''] = /Longest texts in signs, in either language: (.*)\./.exec(text) ?? [];
    const written = Object.fromEntries(list.split(', ').map((item) => item.split(/ (?=\d+$)/)));
    const held = Object.fromEntries(Object.entries(WORDS).map(([kind, word]) => [word, String(LIMITS[kind as TextKind].vi)]));
    expect(written).toEqual(held);
  });

  it('names the next free guide number', async () => {
    const { source } = await loadPack(fileURLToPath(new URL('../../../assets/pack', import.meta.url)));
    const highest = Math.max(...readPack(source).pack.guides.map(({ guide }) => guide.number));
    expect(text).toContain(`The next free number is ${highest + 1};`);
  });
});
