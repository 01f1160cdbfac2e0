import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPack } from '#assets/check/check-pack.ts';
import { loadPack, type LoadedPack } from '#assets/check/load-pack.ts';
import { formatProblem } from '#assets/check/problem.ts';
import { readPack, type ReadPack } from '#assets/check/read-pack.ts';
import { summarisePack } from '#assets/check/summarise-pack.ts';
import { STEP_SCENES } from '#contract/content-pack.ts';
import { allAnswerPaths, keyFactsFor } from '#domain/guide-path.ts';
import { handoffCode } from '#domain/handoff-code.ts';
import { procedureId } from '#domain/procedure-id.ts';
import { STEP_DRAWINGS } from '#renderer/art/pack-drawings.ts';

const DIRECTORY = fileURLToPath(new URL('../../../assets/pack', import.meta.url));
const TODAY = '2026-11-23';
let loaded: LoadedPack;
let pack: ReadPack;

beforeAll(async () => {
  loaded = await loadPack(DIRECTORY);
  ({ pack } = readPack(loaded.source));
});

describe('the pack that is shipped', () => {
  it('has no problem', () => {
    const problems = [...loaded.problems, ...checkPack(loaded.source.documents, loaded.source.files, TODAY)];
    expect(problems.map(formatProblem)).toEqual([]);
  });

  it('has forty complete guides and nineteen cards', () => {
    const summary = summarisePack(pack, TODAY);
    expect([summary.guides, summary.cards]).toEqual([40, 19]);
  });

  it('keeps every number it ever gave, for hand-off codes hang on it (E138)', () => {
    const numbers = Object.fromEntries(pack.guides.map(({ guide }) => [procedureId(guide), guide.number]));
    expect(numbers).toMatchInlineSnapshot(`
      {
        "1.000656": 3,
        "1.000894": 5,
        "1.001022": 46,
        "1.001193": 1,
        "1.001266": 62,
        "1.001456": 17,
        "1.001570": 61,
        "1.001612": 19,
        "1.001699": 35,
        "1.001731": 59,
        "1.001776": 23,
        "1.002755": 39,
        "1.002759": 24,
        "1.003197": 38,
        "1.004194": 12,
        "1.004222": 11,
        "1.004837": 47,
        "1.004859": 8,
        "1.004873": 6,
        "1.004884": 45,
        "1.010038": 50,
        "1.010041": 13,
        "1.010386": 58,
        "1.011607": 36,
        "1.012783": 42,
        "1.012784": 40,
        "1.012812": 43,
        "1.013076": 51,
        "1.013133": 54,
        "1.013225": 20,
        "1.013831": 21,
        "1.013833": 60,
        "1.013978": 41,
        "1.014027": 22,
        "1.014028": 44,
        "1.014061": 31,
        "1.014062": 32,
        "1.014063": 14,
        "1.014064": 49,
        "1.014137": 37,
        "1.014748": 52,
        "1.116410": 56,
        "2.000575": 63,
        "2.000635": 7,
        "2.000720": 34,
        "2.000815": 9,
        "2.000884": 10,
        "2.000908": 48,
        "2.001159": 30,
        "2.001263": 57,
        "3.000001": 25,
        "3.000099": 55,
        "3.000182": 53,
        "3.000228": 15,
        "3.000333": 18,
        "3.000347": 16,
        "3.000348": 33,
        "3.000722": 2,
        "lien-thong-khai-tu": 4,
      }
    `);
    expect(new Set(pack.guides.map(({ guide }) => handoffCode({ guide: guide.number, step: 0 }))).size).toBe(pack.guides.length);
  });

  it('does not show the package that 3.000722 has replaced, and gives the package after a death no code that nobody could verify', () => {
    expect(pack.guides.some(({ guide }) => guide.code === '2.000986')).toBe(false);
    const withoutCode = pack.guides.filter(({ guide }) => guide.code === undefined);
    expect(withoutCode.map(({ guide }) => [guide.number, guide.kind, guide.portalUrl])).toEqual([[4, 'card', 'https://dichvucong.gov.vn']]);
  });

  it('names the eleven groups of the portal in their order, and no guide outside them', () => {
    expect(pack.events.map((event) => event.title.vi)).toEqual([
      'Có con nhỏ',
      'Học tập',
      'Việc làm',
      'Cư trú và giấy tờ tùy thân',
      'Hôn nhân và gia đình',
      'Điện lực, nhà ở, đất đai',
      'Sức khỏe và y tế',
      'Phương tiện và người lái',
      'Hưu trí',
      'Người thân qua đời',
      'Giải quyết khiếu kiện',
    ]);
  });

  it('lets no civil-status fact outlive the law that ends on 28/2/2027 (promise 8)', () => {
    const late = pack.guides
      .filter(({ guide }) => guide.field === 'Hộ tịch')
      .flatMap(({ guide }) => [...(guide.time ?? []), ...(guide.fee ?? []), guide.decidedBy])
      .filter(({ provenance }) => provenance.expiresOn > '2027-02-28');
    expect(late).toEqual([]);
  });

  it('never names a province, for the same pack serves every service point', () => {
    const text = JSON.stringify([...loaded.source.documents.values()]);
    expect(text).not.toMatch(/Hưng Yên|Mỹ Hào|Hà Nội|hungyen/);
  });

  it('uses every step picture there is, and no two names share a drawing', () => {
    const used = new Set(pack.guides.flatMap(({ guide }) => (guide.kind === 'guide' ? guide.steps.map(({ scene }) => scene) : [])));
    expect(STEP_SCENES.filter((scene) => !used.has(scene))).toEqual([]);
    expect(new Set(Object.values(STEP_DRAWINGS)).size).toBe(STEP_SCENES.length);
  });

  it('has a guide or card under every life event', () => {
    const found = new Set(pack.guides.flatMap(({ guide }) => guide.events));
    expect(pack.events.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });

  it('shows one time at least after every way through a guide', () => {
    for (const { guide } of pack.guides) {
      if (guide.kind === 'card') continue;
      for (const answers of allAnswerPaths(guide)) expect(keyFactsFor(guide.time, answers).length).toBeGreaterThan(0);
    }
  });

  it('says of each of several times or fees for whom it holds', () => {
    const alike = pack.guides.flatMap(({ guide }) =>
      [guide.time ?? [], guide.fee ?? []].filter((cases) => cases.length > 1 && new Set(cases.map(({ detail }) => detail?.vi)).size < cases.length).map(() => guide.slug),
    );
    expect(alike).toEqual([]);
  });
});
