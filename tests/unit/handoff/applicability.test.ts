import { describe, expect, it } from 'vitest';
import { applicability } from '#handoff/applicability.ts';

const questions = [
  { id: 'a', options: [{ id: '1' }, { id: '2' }] },
  { id: 'b', options: [{ id: '1' }, { id: '2' }], when: { a: ['2'] } },
];

describe('a part of a guide on the phone', () => {
  it('is for everybody without a condition', () => {
    expect(applicability(questions, undefined, {})).toBe('yes');
  });

  it('stays in sight with its condition while its question is open', () => {
    expect(applicability(questions, { a: ['1'] }, {})).toBe('maybe');
    expect(applicability(questions, { b: ['1'] }, {})).toBe('maybe');
    expect(applicability(questions, { b: ['1'] }, { a: '2' })).toBe('maybe');
  });

  it('is decided by the answer', () => {
    expect(applicability(questions, { a: ['1'] }, { a: '1' })).toBe('yes');
    expect(applicability(questions, { a: ['1'] }, { a: '2' })).toBe('no');
    expect(applicability(questions, { a: ['2'], b: ['1'] }, { a: '2', b: '1' })).toBe('yes');
  });

  it('goes when an answer closes the question it waits for', () => {
    expect(applicability(questions, { b: ['1'] }, { a: '1' })).toBe('no');
    expect(applicability(questions, { b: ['1'] }, { a: '1', b: '1' })).toBe('no');
  });

  it('is for nobody when it names a question that does not exist', () => {
    expect(applicability(questions, { z: ['1'] }, {})).toBe('no');
  });
});
