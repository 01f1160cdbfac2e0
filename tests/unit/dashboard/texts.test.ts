import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { EN, VI } from '#dashboard/i18n/texts.ts';

type Texts = Readonly<Record<string, string>>;
const rooms = readdirSync(inProject('dashboard/i18n/vi')).toSorted();
const read = (tongue: string, room: string): Texts => JSON.parse(readFileSync(inProject(`dashboard/i18n/${tongue}/${room}`), 'utf8')) as Texts;
const holes = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

describe('the texts of the dashboard', () => {
  it('have the same rooms in both languages', () => {
    expect(readdirSync(inProject('dashboard/i18n/en')).toSorted()).toEqual(rooms);
  });

  it.each(rooms)('%s has the same keys, with the same places left open, none empty and all in NFC (E030)', (room) => {
    const [vietnamese, english] = [read('vi', room), read('en', room)];
    expect(Object.keys(english).toSorted()).toEqual(Object.keys(vietnamese).toSorted());
    for (const [key, text] of Object.entries(vietnamese)) {
      expect([key, holes(english[key] ?? '')]).toEqual([key, holes(text)]);
      expect([key, text]).toEqual([key, text.normalize('NFC')]);
      expect([key, text.trim() === '' || english[key]?.trim() === '']).toEqual([key, false]);
    }
  });

  it('give every key to one room only, and forget no room', () => {
    const keys = rooms.flatMap((room) => Object.keys(read('vi', room)));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(Object.keys(VI).toSorted()).toEqual(keys.toSorted());
    expect(Object.keys(EN).toSorted()).toEqual(keys.toSorted());
  });
});
