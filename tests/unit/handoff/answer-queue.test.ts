import { describe, expect, it } from 'vitest';
import { PhoneAnswer } from '#contract/phone-answers.ts';
import { parserOf } from '#contract/parse.ts';
import { answerQueue, LONGEST_WAIT_MS, makeOnce, parseWaiting, type Answer, type Sent, type Waiting } from '#handoff/phone/answer-queue.ts';

const NOW = 1_795_000_000_000;
const ANSWER: Answer = { slug: 'khai-sinh', outcome: 'managed', lang: 'vi' };
const NONE: ReadonlySet<string> = new Set();

function given(options: { readonly refuses?: boolean } = {}) {
  const kept: { text: string | null } = { text: null };
  const sent: Waiting[] = [];
  const centre: { says: Sent } = { says: 'done' };
  const refuse = (): void => {
    if (options.refuses === true) throw new DOMException('denied', 'SecurityError');
  };
  const store = {
    read: () => (refuse(), kept.text),
    write: (text: string | null) => {
      refuse();
      kept.text = text;
    },
  };
  const open = () =>
    answerQueue(store, async (item) => {
      sent.push(item);
      return centre.says;
    }, makeOnce);
  return { kept, sent, centre, open };
}

describe('answers that wait on the phone', () => {
  it('are sent once, and their one-time number is forgotten with the acknowledgement', async () => {
    const { kept, sent, open } = given();
    const once = open().add(ANSWER, NOW);
    expect(kept.text).toContain(once);
    expect(await open().flush(NOW, NONE)).toBe(true);
    expect(await open().flush(NOW, NONE)).toBe(true);
    expect(sent).toEqual([{ once, at: NOW, answer: ANSWER }]);
    expect(kept.text).toBeNull();
  });

  it('are sent again with the same number when nobody answered, over a restart of the browser', async () => {
    const { sent, centre, open } = given();
    centre.says = 'later';
    const once = open().add(ANSWER, NOW);
    expect(await open().flush(NOW, NONE)).toBe(false);
    centre.says = 'done';
    expect(await open().flush(NOW + 60_000, NONE)).toBe(true);
    expect(sent.map((item) => item.once)).toEqual([once, once]);
  });

  it('stay while they may be changed, and go when they are taken back', async () => {
    const { sent, open } = given();
    const queue = open();
    const once = queue.add(ANSWER, NOW);
    expect(await queue.flush(NOW, new Set([once]))).toBe(false);
    queue.drop(once);
    expect(await queue.flush(NOW, NONE)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('are sent in this visit where storage is refused', async () => {
    const { sent, open } = given({ refuses: true });
    const queue = open();
    queue.add(ANSWER, NOW);
    expect(await queue.flush(NOW, NONE)).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('are given up after a week, long before the centre forgets their number', async () => {
    const { sent, kept, open } = given();
    open().add(ANSWER, NOW);
    expect(await open().flush(NOW + LONGEST_WAIT_MS + 1, NONE)).toBe(true);
    expect([sent, kept.text]).toEqual([[], null]);
  });

  it.each([null, '', '{', '7', '[1]', '[{"once":1}]', '[{"once":"a","at":1,"answer":{}}]'])('are none in %j', (text) => {
    expect(parseWaiting(text)).toEqual([]);
  });

  it('are what the contract takes, with a number of 128 bits', () => {
    const parse = parserOf(PhoneAnswer);
    for (const answer of [ANSWER, { slug: 'khai-tu', step: 'sign-in', outcome: 'not-yet', lang: 'en' }, { slug: 'khai-tu', score: 1, lang: 'vi' }] satisfies readonly Answer[]) {
      expect(parse({ once: makeOnce(), scale: 'five-v1', ...answer })).toMatchObject({ ok: true });
    }
    expect(new Set(Array.from({ length: 1_000 }, makeOnce)).size).toBe(1_000);
  });
});
