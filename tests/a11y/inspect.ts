import { readFileSync } from 'node:fs';
import { inProject } from '#build/project-root.ts';
import { checkGeometry, readGeometry } from '#tests/driver/geometry.ts';
import type { Look, LookPage, Scene } from '#tests/driver/look-page.ts';
import { reasonFor } from './triage.ts';

const AXE = readFileSync(inProject('node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'EN-301-549v4', 'best-practice'] as const;
/** Everything that can be pressed, above the floor, mm: usual, and asked for by the citizen (E040, E042). */
const HIGHEST = { usual: 1220, low: 1100 } as const;
/** The keys below it fill and clear it: the finger need not reach the field itself. */
const FILLED_BY_KEYS = /(input\.|search-clear).*\(E041\)$/;
/** Staff's and installers' pages keep the smallest size of E021 and may be high. */
const FOR_STAFF = new Set(['staff', 'setup']);

type Found = { readonly id: string; readonly help: string; readonly places: readonly string[] };
export type Unsure = { readonly rule: string; readonly place: string };

/** What is wrong with the page as it stands by the ruler. */
export async function measure(look: LookPage, scene: Scene, choice: Look): Promise<readonly string[]> {
  const found = await look.page.evaluate(readGeometry);
  const faults = checkGeometry(found, { mountBottomMm: look.profile.mountBottomMm, highestControlMm: choice.lowReach ? HIGHEST.low : HIGHEST.usual })
    .filter((fault) => !FILLED_BY_KEYS.test(fault))
    // A pressed face stands lower than the others: that is how it says so.
    .filter((fault) => !(scene.name === 'attract-saving' && fault.endsWith('(E153)')));
  return FOR_STAFF.has(scene.screen.kind) ? faults.filter((fault) => !/\((E020|E041)\)$/.test(fault)) : faults;
}

/** What axe finds: violations, and what it cannot tell and nobody has looked at yet (E190, E191). */
export async function audit(look: Pick<LookPage, 'page'>): Promise<{ readonly violations: readonly string[]; readonly untriaged: readonly Unsure[]; readonly triaged: readonly string[] }> {
  if (!(await look.page.evaluate(() => 'axe' in globalThis))) await look.page.evaluate(AXE);
  const { violations, incomplete } = await look.page.evaluate(async (tags) => {
    type Node = { readonly target: readonly unknown[]; readonly failureSummary?: string; readonly any: readonly { readonly data?: { readonly messageKey?: string } | null }[] };
    type Result = { readonly id: string; readonly help: string; readonly nodes: readonly Node[] };
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: unknown) => Promise<{ violations: Result[]; incomplete: Result[] }> } };
    const ran = await axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations', 'incomplete'] });
    const short = (results: readonly Result[]) => results.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(({ target, any }) => `${target.map(String).join(' ')} ${any[0]?.data?.messageKey ?? ''}`.trim()) }));
    return { violations: short(ran.violations), incomplete: short(ran.incomplete) };
  }, [...TAGS]);
  const unsure = incomplete.flatMap(({ id, places }) => places.map((place): Unsure => ({ rule: id, place })));
  return {
    violations: violations.map(({ id, help, places }: Found) => `${id}: ${help}: ${places.join(' | ')}`),
    untriaged: unsure.filter((one) => reasonFor(one) === null),
    triaged: unsure.map(reasonFor).filter((reason) => reason !== null),
  };
}
