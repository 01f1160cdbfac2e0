import { expect, test } from 'vitest';
import { Entry, EntryBody, LedgerBatch } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';

const parseEntry = parserOf(Entry);
const parseBatch = parserOf(LedgerBatch);
const stamp = { at: 1763999990000, up: 86390123, boot: '9f2c' };

test('the tap of the protocol page parses as it stands there', () => {
  expect(parseEntry({ kind: 'tap', ...stamp, score: 5, about: 'visit' }).ok).toBe(true);
});

test('a score is a number from 1 to 5, never a text', () => {
  for (const score of ['5', 0, 6, 2.5, null, undefined]) {
    expect(parseEntry({ kind: 'tap', ...stamp, score, about: 'visit' }).ok).toBe(false);
  }
});

test('a property that a newer kiosk sends is kept', () => {
  const parsed = parseEntry({ kind: 'tap', ...stamp, score: 5, about: 'visit', mood: 'new' });
  expect(parsed.ok && parsed.value).toMatchObject({ mood: 'new' });
});

test('an entry needs its stamp', () => {
  expect(parseEntry({ kind: 'tap', score: 5, about: 'visit' }).ok).toBe(false);
});

test('E080, E160: no entry has a place for a name, a number or free text', () => {
  const keys = new Set(EntryBody.anyOf.flatMap((body) => Object.keys(body.properties)));
  expect([...keys].sort()).toEqual(
    ['about', 'action', 'channel', 'clip', 'code', 'field', 'from', 'kind', 'lang', 'of', 'outcome', 'plays', 'procedure', 'reasons', 'scale', 'score', 'seconds', 'step'].sort(),
  );
});

test('a refused envelope says where it is wrong', () => {
  const parsed = parseBatch({ stream: '0199aaaa-uuid', first: 0, clock: { now: 1, up: 1, boot: 'b' }, entries: [] });
  expect(parsed.ok ? null : parsed.error.message).toContain('/first');
});

test('an entry that nobody understands does not spoil its envelope', () => {
  expect(parseBatch({ stream: '0199aaaa-uuid', first: 1, clock: { now: 1, up: 1, boot: 'b' }, entries: [{ kind: 'dance' }, 7] }).ok).toBe(true);
});
