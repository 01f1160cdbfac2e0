import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { Entry, Stamp } from '#contract/ledger.ts';
import { Heartbeat } from '#contract/health.ts';
import { PhoneAnswer } from '#contract/phone-answers.ts';
import { RephraseRequest } from '#contract/rephrase.ts';
import { readProject } from './project-files.ts';

const sheet = readProject('docs/privacy.md');

/** So many first cells of the rows of the table whose head begins so. */
function rowsUnder(head: string, count: number): readonly string[] {
  const [, table = ''] = sheet.split(`\n${head}`);
  const [body = ''] = table.split('\n\n');
  return body.split('\n').slice(2).map((row) => row.split('|').slice(1, count + 1).map((cell) => cell.trim().replaceAll('`', '')).join(' '));
}

const propertiesOf = (schema: { readonly properties: Readonly<Record<string, TSchema>> }): readonly string[] => Object.keys(schema.properties);

describe('the data-flow sheet', () => {
  it('lists every field of every kind of the ledger, and no other (promise 5)', () => {
    const stamp = propertiesOf(Stamp);
    const entries = Entry.anyOf.flatMap((schema) => propertiesOf(schema).filter((field) => !stamp.includes(field)).map((field) => `${schema.properties.kind.const} ${field}`));
    expect(rowsUnder('| loại | trường', 2).toSorted()).toEqual([...stamp.map((field) => `(chung) ${field}`), ...entries].toSorted());
  });

  it.each([
    ['a heartbeat', '| nhịp báo | nghĩa', Heartbeat],
    ['an answer from a phone', '| trang điện thoại gửi |', PhoneAnswer],
    ['what is sent to be said in other words', '| gửi để diễn đạt lại |', RephraseRequest],
  ])('lists what is in %s', (_what, head, schema) => {
    expect(rowsUnder(head, 1).toSorted()).toEqual(propertiesOf(schema).toSorted());
  });
});
