import { expect, test } from 'vitest';
import fc from 'fast-check';
import { handoffCode, LARGEST_GUIDE_NUMBER, parseHandoffCode } from '#domain/handoff-code.ts';
import { buildFragment, parseFragment } from '#domain/handoff-fragment.ts';

const place = fc.record({
  guide: fc.integer({ min: 1, max: LARGEST_GUIDE_NUMBER }),
  step: fc.integer({ min: 0, max: 31 }),
});

test('E138: every place has a six-sign code without 0 O 1 I L that leads back to it', () => {
  fc.assert(
    fc.property(place, (where) => {
      const code = handoffCode(where);
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
      expect(parseHandoffCode(code)).toEqual(where);
    }),
  );
});

test('a code may be typed in lower case, with spaces and hyphens', () => {
  const code = handoffCode({ guide: 12, step: 3 });
  expect(parseHandoffCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toEqual({ guide: 12, step: 3 });
});

test('one mistyped sign is noticed nineteen times in twenty', () => {
  const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  let tried = 0;
  let noticed = 0;
  for (let guide = 1; guide <= 40; guide += 1) {
    const code = handoffCode({ guide, step: 2 });
    for (let at = 0; at < 6; at += 1) {
      for (const sign of signs) {
        if (sign === code[at]) continue;
        tried += 1;
        if (parseHandoffCode(code.slice(0, at) + sign + code.slice(at + 1)) === null) noticed += 1;
      }
    }
  }
  expect(noticed / tried).toBeGreaterThan(0.95);
});

test('a place outside the range is refused', () => {
  expect(() => handoffCode({ guide: 0, step: 0 })).toThrow(RangeError);
  expect(() => handoffCode({ guide: 1, step: 32 })).toThrow(RangeError);
  for (const text of ['', 'KS2', 'KS27HM2', 'KS0OHM', '------']) expect(parseHandoffCode(text)).toBeNull();
});

test('step and answers travel in the fragment and come back', () => {
  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'), { noNullPrototype: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 31 }), answers, (step, given) => {
      expect(parseFragment(`#${buildFragment({ step, answers: given })}`)).toEqual({ step, answers: given });
    }),
  );
});

test('a strange fragment is the overview, never an error', () => {
  for (const text of ['', '#', '#abc', '#2.a', '#999', '#2.a1<script>']) {
    expect(parseFragment(text)).toEqual({ step: 0, answers: {} });
  }
});
