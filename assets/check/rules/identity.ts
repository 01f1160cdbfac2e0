import type { Problem } from '../problem.ts';
import type { GuideFile, ReadPack } from '../read-pack.ts';
import { hostMessages } from './facts.ts';

/** Names, numbers and links that other parts of the product rely on. */
export function checkIdentity(pack: ReadPack): readonly Problem[] {
  return [
    ...checkUnique(pack),
    ...pack.guides.flatMap((guide) => checkGuideReferences(pack, guide)),
    ...checkHead(pack),
    ...repeated(pack.events.map((event) => event.id)).map((i) => problem('events.json', `${i}.id`, 'is used twice')),
    ...repeated(pack.reasons.map((reason) => reason.id)).map((i) => problem('reasons.json', `${i}.id`, 'is used twice')),
  ];
}

const UNIQUE = [
  ['number', 'is taken; hand-off codes are made from it, so give a number that no guide ever had'],
  ['slug', 'is taken; the phone page has it as its address'],
  ['code', 'is taken; one procedure has one guide'],
  ['mostUsed', 'is taken; every rank stands once'],
] as const;

function checkUnique(pack: ReadPack): readonly Problem[] {
  return UNIQUE.flatMap(([field, message]) =>
    repeated(pack.guides.map(({ guide }) => guide[field])).flatMap((i) => {
      const found = pack.guides[i];
      return found === undefined ? [] : [problem(found.file, field, message)];
    }),
  );
}

function checkGuideReferences(pack: ReadPack, { file, guide }: GuideFile): readonly Problem[] {
  const events = new Set(pack.events.map((event) => event.id));
  const hosts = pack.head?.hosts ?? [];
  return [
    ...(file === `guides/${guide.slug}.json` ? [] : [problem(file, 'slug', `differs from the file's name; call the file guides/${guide.slug}.json`)]),
    ...guide.events.flatMap((event, i) =>
      events.has(event) ? [] : [problem(file, `events.${i}`, `"${event}" is not in events.json`)],
    ),
    ...(pack.head === null ? [] : hostMessages(guide.portalUrl, hosts)).map((message) => problem(file, 'portalUrl', message)),
    ...repeated(guide.synonyms.map((synonym) => synonym.toLowerCase())).map((i) =>
      problem(file, `synonyms.${i}`, 'stands twice; remove one'),
    ),
  ];
}

function checkHead(pack: ReadPack): readonly Problem[] {
  if (pack.head === null) return [];
  const { vneidGuide } = pack.head;
  const target = pack.guides.find(({ guide }) => guide.slug === vneidGuide);
  return target?.guide.kind === 'guide' ? [] : [problem('pack.json', 'vneidGuide', `"${vneidGuide}" is no complete guide of this pack`)];
}

function problem(file: string, path: string, message: string): Problem {
  return { file, path, message };
}

/** Positions of values that stood before; `undefined` never counts. */
export function repeated(values: readonly (string | number | undefined)[]): readonly number[] {
  return values.flatMap((value, i) => (value !== undefined && values.indexOf(value) < i ? [i] : []));
}
