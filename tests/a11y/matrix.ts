import { screenShape, SCREEN_PROFILES, type ScreenProfileId } from '#domain/screen-profile.ts';
import type { Look, LookPage, Scene } from '#tests/driver/look-page.ts';
import { CONTRASTS, TEXT_SIZES } from '#renderer/session/state.ts';
import { audit, measure } from './inspect.ts';

/** One way to hold the kiosk before a citizen; the ruler measures each, axe reads some. */
export type Cell = { readonly profile: ScreenProfileId; readonly look: Look; readonly ruler: boolean; readonly axe: boolean };

/** Axe's rules do not depend on the panel's millimetres: one panel of each composition is enough for them. */
const AXE_PROFILES: readonly ScreenProfileId[] = ['portrait-21', 'landscape-21', 'tablet-10'];

/**
 * The ruler: every profile × language × text size × reach (colours change no size: tests/unit/renderer/ui/themes.test.ts).
 * Axe: every composition × language × text size × theme.
 */
export function cellsOf(languages: readonly string[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const profile of SCREEN_PROFILES.map(({ id }) => id as ScreenProfileId))
    for (const language of languages)
      for (const textSize of TEXT_SIZES) {
        for (const lowReach of [false, true]) {
          const axe = !lowReach && AXE_PROFILES.includes(profile);
          cells.push({ profile, look: { language, textSize, contrast: 'paper', lowReach }, ruler: true, axe });
        }
        if (!AXE_PROFILES.includes(profile)) continue;
        for (const contrast of CONTRASTS.filter((one) => one !== 'paper')) cells.push({ profile, look: { language, textSize, contrast, lowReach: false }, ruler: false, axe: true });
      }
  return cells;
}

export type CellResult = { readonly cell: Cell; readonly screens: number; readonly violations: readonly string[]; readonly unsure: readonly string[]; readonly triaged: number };

/** The first start and staff's pages know no comfort of a citizen's: they are looked at in their own size. */
export function belongsIn(scene: Scene, { look }: Cell): boolean {
  const { kind } = scene.screen;
  const plain = look.textSize === 1 && !look.lowReach;
  return plain || (kind !== 'setup' && kind !== 'staff' && kind !== 'starting');
}

export async function runCell(page: LookPage, scenes: readonly Scene[], cell: Cell): Promise<CellResult> {
  await page.as(cell.profile);
  const violations: string[] = [];
  const unsure: string[] = [];
  let triaged = 0;
  const shown = scenes.filter((scene) => belongsIn(scene, cell));
  for (const scene of shown) {
    await page.show(scene, cell.look);
    const where = `${cellName(cell)} ${scene.name}`;
    if (cell.ruler) violations.push(...(await measure(page, scene, cell.look)).map((fault) => `${where}: ${fault}`));
    if (!cell.axe) continue;
    const heard = await audit(page);
    violations.push(...heard.violations.map((fault) => `${where}: ${fault}`));
    unsure.push(...heard.untriaged.map(({ rule, place }) => `${where}: ${rule}: ${place}`));
    triaged += heard.triaged.length;
  }
  violations.push(...page.complaints.splice(0).map((fault) => `${cellName(cell)}: the page complained: ${fault}`));
  return { cell, screens: shown.length, violations, unsure, triaged };
}

export function cellName({ profile, look }: Cell): string {
  return `${profile} ${look.language} ${look.textSize * 100} % ${look.contrast}${look.lowReach ? ' low reach' : ''}`;
}

export function shapeOf(profileId: ScreenProfileId): string {
  const profile = SCREEN_PROFILES.find(({ id }) => id === profileId);
  return profile === undefined ? '' : screenShape(profile);
}
