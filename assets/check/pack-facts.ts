import type { GuideOrCard, Provenance } from '#contract/content-pack.ts';
import type { ReadPack } from './read-pack.ts';

/** One fact of the pack with where it comes from. */
export type PackFact = { readonly file: string; readonly path: string; readonly provenance: Provenance };

/** Everything in the pack that carries a provenance. */
export function factsOf(pack: ReadPack): readonly PackFact[] {
  const helpLine =
    pack.head === null
      ? []
      : [{ file: 'pack.json', path: 'helpLine', provenance: pack.head.helpLine.provenance }];
  const answers = pack.answers.map(({ file, at, answer }) => ({ file, path: `${at}`, provenance: answer.provenance }));
  return [...helpLine, ...pack.guides.flatMap(({ file, guide }) => factsOfGuide(guide).map((fact) => ({ file, ...fact }))), ...answers];
}

function factsOfGuide(guide: GuideOrCard): readonly Omit<PackFact, 'file'>[] {
  const timeAndFee = (['time', 'fee'] as const).flatMap((name) =>
    (guide[name] ?? []).map((fact, i) => ({ path: `${name}.${i}`, provenance: fact.provenance })),
  );
  const single = [
    { path: 'decidedBy', part: guide.decidedBy },
    { path: 'exempt', part: guide.exempt },
    ...(guide.kind === 'guide'
      ? [
          { path: 'papers', part: guide.papers },
          { path: 'result', part: guide.result },
          { path: 'law', part: guide.law },
          { path: 'deadline', part: guide.deadline },
        ]
      : []),
  ].flatMap(({ path, part }) => (part === undefined ? [] : [{ path, provenance: part.provenance }]));
  return [...timeAndFee, ...single];
}
