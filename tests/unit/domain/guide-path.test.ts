import { describe, expect, it } from 'vitest';
import {
  allAnswerPaths,
  keepOpenAnswers,
  keyFactsFor,
  nextQuestion,
  openQuestions,
  papersFor,
  stepsFor,
} from '#domain/guide-path.ts';

const residence = {
  questions: [
    { id: 'a', options: [{ id: '1' }, { id: '2' }] },
    { id: 'b', when: { a: ['2'] }, options: [{ id: '1' }, { id: '2' }, { id: '3' }] },
    { id: 'c', when: { b: ['3'] }, options: [{ id: '1' }, { id: '2' }] },
  ],
  papers: {
    list: [
      { id: 'form' },
      { id: 'deed', when: { a: ['1'] } },
      { id: 'contract', when: { b: ['1', '2'] } },
    ],
  },
  steps: [{ id: 'prepare' }, { id: 'visit', when: { a: ['2'], b: ['3'] } }, { id: 'submit' }],
};

const ids = (parts: readonly { readonly id: string }[]): readonly string[] => parts.map((part) => part.id);

describe('the way through a guide', () => {
  it('asks only the questions that the answers open (E100)', () => {
    expect(ids(openQuestions(residence, {}))).toEqual(['a']);
    expect(ids(openQuestions(residence, { a: '1' }))).toEqual(['a']);
    expect(ids(openQuestions(residence, { a: '2' }))).toEqual(['a', 'b']);
    expect(ids(openQuestions(residence, { a: '2', b: '3' }))).toEqual(['a', 'b', 'c']);
  });

  it('asks the first open question that has no answer, then none', () => {
    expect(nextQuestion(residence, {})?.id).toBe('a');
    expect(nextQuestion(residence, { a: '2' })?.id).toBe('b');
    expect(nextQuestion(residence, { a: '1' })).toBeNull();
    expect(nextQuestion({ questions: [] }, {})).toBeNull();
  });

  it('shows the papers and steps of the case', () => {
    expect(ids(papersFor(residence, {}))).toEqual(['form']);
    expect(ids(papersFor(residence, { a: '1' }))).toEqual(['form', 'deed']);
    expect(ids(papersFor(residence, { a: '2', b: '2' }))).toEqual(['form', 'contract']);
    expect(ids(stepsFor(residence, { a: '1' }))).toEqual(['prepare', 'submit']);
    expect(ids(stepsFor(residence, { a: '2', b: '3' }))).toEqual(['prepare', 'visit', 'submit']);
  });

  it('forgets an answer whose question a changed answer has closed', () => {
    const changed = { a: '1', b: '1' };
    expect(keepOpenAnswers(residence, changed)).toEqual({ a: '1' });
    expect(ids(papersFor(residence, changed))).toEqual(['form', 'deed']);
  });

  it('ignores what a strange fragment may carry: unknown questions and unknown options', () => {
    expect(keepOpenAnswers(residence, { a: '9', z: '1' })).toEqual({});
    expect(nextQuestion(residence, { a: '9' })?.id).toBe('a');
  });

  it('shows every case of a fee until its question is answered, then the own case only', () => {
    const fees = [{ id: 'all' }, { id: 'one', when: { a: ['1'] } }, { id: 'two', when: { a: ['2'] } }];
    expect(ids(keyFactsFor(fees, {}))).toEqual(['all', 'one', 'two']);
    expect(ids(keyFactsFor(fees, { a: '2' }))).toEqual(['all', 'two']);
  });

  it('walks every way through the questions once', () => {
    expect(allAnswerPaths(residence)).toEqual([
      { a: '1' },
      { a: '2', b: '1' },
      { a: '2', b: '2' },
      { a: '2', b: '3', c: '1' },
      { a: '2', b: '3', c: '2' },
    ]);
    expect(allAnswerPaths({ questions: [] })).toEqual([{}]);
  });
});
