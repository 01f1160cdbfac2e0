import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { inProject } from '#build/project-root.ts';
import { SCREEN_PROFILES } from '#domain/screen-profile.ts';
import { audit } from './inspect.ts';

/** Capital height of the safe page's letters, em; its font is whatever the machine has. */
const CAPITAL_EM = 0.7;
/** E021, E002, E040, mm. */
const LEAST = { capital: 4.8, target: 15 } as const;
const HIGHEST_MM = 1220;

/** The page of last resort stands outside the session: five faces on every panel, whole, readable and within reach. */
export async function auditSafePage(browser: Browser): Promise<readonly string[]> {
  const faults: string[] = [];
  const style = readFileSync(inProject('renderer/safe/safe.css'), 'utf8');
  const html = readFileSync(inProject('renderer/safe.html'), 'utf8').replace(/<script[\s\S]*?<\/script>/, '').replace('</head>', `<style>${style}</style></head>`);
  for (const { id, widthPx, heightPx, pitchMm, mountBottomMm } of SCREEN_PROFILES) {
    const page = await browser.newPage({ viewport: { width: widthPx, height: heightPx } });
    await page.setContent(html);
    const { violations } = await audit({ page });
    faults.push(...violations.map((fault) => `${id} safe page: ${fault}`));
    const { least, top, smallest, isWhole } = await page.evaluate(() => {
      const faces = [...document.querySelectorAll('button')].map((face) => face.getBoundingClientRect());
      const words = [...document.querySelectorAll('h1, p, button span')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { least: Math.min(...faces.flatMap(({ width, height }) => [width, height])), top: Math.min(...faces.map((face) => face.top)), smallest: Math.min(...words), isWhole: scrollWidth <= innerWidth && scrollHeight <= innerHeight };
    });
    if (!isWhole) faults.push(`${id} safe page: is larger than its panel (E023)`);
    if (least * pitchMm < LEAST.target) faults.push(`${id} safe page: a face of ${(least * pitchMm).toFixed(1)} mm (E002)`);
    if (smallest * CAPITAL_EM * pitchMm < LEAST.capital) faults.push(`${id} safe page: a capital of ${(smallest * CAPITAL_EM * pitchMm).toFixed(1)} mm (E021)`);
    const highest = mountBottomMm + (heightPx - top) * pitchMm;
    if (highest > HIGHEST_MM) faults.push(`${id} safe page: a face ${Math.round(highest)} mm above the floor (E040)`);
    await page.close();
  }
  return faults;
}
