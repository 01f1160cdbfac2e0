import { globSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Stack } from '#tests/driver/stack.ts';
import type { Album } from './camera.ts';
import { takeDashboard, takePhone } from './centre-walks.ts';
import { takeGuide, takeOverlays, takeRating, takeWaysIn } from './citizen-walks.ts';
import { startDemoStack } from './demo-stack.ts';
import { indexPage } from './index-page.ts';
import { takeProvince } from './province-walks.ts';
import { takeSetup, takeStaff } from './staff-walks.ts';
import { takeUrgent } from './urgent-walk.ts';
import { SURFACES, type Studio } from './visit.ts';

/**
 * `npm run pictures [-- <word> …]`: walks every screen of a running kiosk and centre and takes its picture.
 * With words only the walks whose name has one of them are done, and the other pictures stay.
 */
const words = process.argv.slice(2);
const folder = inProject('docs', 'pictures');
const album: Album = { folder, taken: [] };
const [portrait] = SURFACES;

type Walk = { readonly name: string; readonly go: (studio: Studio, fresh: Stack) => Promise<void> };

const walks: readonly Walk[] = [
  ...SURFACES.flatMap((surface): readonly Walk[] => [
    { name: `${surface.surface} ways-in`, go: (studio) => takeWaysIn(studio, { surface, lang: 'vi' }) },
    { name: `${surface.surface} guide`, go: (studio) => takeGuide(studio, { surface, lang: 'vi' }) },
    { name: `${surface.surface} overlays`, go: (studio) => takeOverlays(studio, { surface, lang: 'vi' }) },
    { name: `${surface.surface} staff`, go: (studio) => takeStaff(studio, { surface, lang: 'vi' }) },
    { name: `${surface.surface} setup`, go: (studio, fresh) => takeSetup(studio, { surface, lang: 'vi' }, fresh) },
  ]),
  { name: 'dark guide', go: (studio) => takeGuide(studio, { surface: portrait, lang: 'vi', theme: 'dark' }) },
  { name: 'large guide', go: (studio) => takeGuide(studio, { surface: portrait, lang: 'vi', large: true }) },
  { name: 'english ways-in', go: (studio) => takeWaysIn(studio, { surface: portrait, lang: 'en' }) },
  { name: 'english guide', go: (studio) => takeGuide(studio, { surface: portrait, lang: 'en' }) },
  { name: 'dashboard first-day', go: takeDashboard },
  { name: 'dashboard province', go: takeProvince },
  { name: 'phone', go: takePhone },
  // Last: these taps are real ones and would stand among the made-up visits of today.
  ...SURFACES.map((surface): Walk => ({ name: `${surface.surface} rating`, go: (studio) => takeRating(studio, { surface, lang: 'vi' }) })),
  { name: 'english rating', go: (studio) => takeRating(studio, { surface: portrait, lang: 'en' }) },
  // The notice stands over every screen until it ends.
  { name: 'urgent notice', go: takeUrgent },
];

const chosen = walks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const failed: string[] = [];
if (words.length === 0) rmSync(folder, { recursive: true, force: true });

const stack = await startDemoStack();
const fresh = await Stack.start({ paired: false });
try {
  const studio: Studio = { album, browser: await openBrowser(), stack };
  for (const { name, go } of chosen) {
    try {
      await go(studio, fresh);
    } catch (error) {
      failed.push(name);
      process.stderr.write(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
} finally {
  await closeBrowser();
  await fresh.close();
  await stack.close();
}
writeFileSync(join(folder, 'README.md'), indexPage(globSync('**/*.webp', { cwd: folder })));
const bytes = album.taken.reduce((sum, one) => sum + one.bytes, 0);
console.log(`${album.taken.length} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MiB${failed.length === 0 ? '' : `; not taken: ${failed.join(', ')}`}`);
process.exitCode = failed.length === 0 ? 0 : 1;
