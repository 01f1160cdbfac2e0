import { parseArgs } from 'node:util';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { LookPage, serveLook } from '#tests/driver/look-page.ts';
import { shippedPack } from '#tests/driver/shipped-pack.ts';
import { cellName, cellsOf, runCell, type CellResult } from './matrix.ts';
import { auditSafePage } from './safe-page.ts';
import { partsOf, scenesOf } from './scenes.ts';

/**
 * `npm run a11y`: every screen in every profile, language, text size, reach and theme.
 * `--guides` every part of every guide too; `--only WORD` the cells whose name holds it; `--screen WORD` some screens;
 * `--json` one line of JSON, and only that, on standard output.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, guides: { type: 'boolean', default: false }, only: { type: 'string', multiple: true }, screen: { type: 'string' }, pages: { type: 'string', default: '2' } } });
const say = values.json ? console.error : console.log;
const began = performance.now();
const pack = await shippedPack();
const languages = ['vi', 'en', ...(pack.languages ?? []).map(({ tag }) => tag)];
const guides = values.guides ? pack.guides.filter((guide) => guide.kind === 'guide').flatMap(partsOf) : [];
const all = [...new Map([...scenesOf(pack), ...guides].map((scene) => [scene.name, scene])).values()];
const scenes = all.filter(({ name }) => values.screen === undefined || name.includes(values.screen));
const { only } = values;
const cells = cellsOf(languages).filter((cell) => only === undefined || only.every((word) => ` ${cellName(cell)} `.includes(` ${word} `)));

const site = await serveLook();
const browser = await openBrowser();
const waiting = [...cells];
const results: CellResult[] = [];
await Promise.all(Array.from({ length: Number(values.pages) }, async () => {
  const page = await LookPage.open(browser, site.url);
  for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
    const result = await runCell(page, scenes, cell);
    results.push(result);
    say(`${result.violations.length === 0 ? '✓' : '✗'} ${cellName(cell).padEnd(44)} ${String(result.screens).padStart(4)} screens  ${cell.ruler ? 'ruler' : '     '} ${cell.axe ? 'axe' : '   '}  ${result.violations.length} violations  ${result.unsure.length} to be looked at  ${result.triaged} looked at`);
    for (const line of [...result.violations, ...result.unsure.map((one) => `? ${one}`)]) say(`    ${line}`);
  }
  await page.close();
}));
const safePage = only === undefined && (values.screen === undefined || 'safe page'.includes(values.screen)) ? await auditSafePage(browser) : [];
for (const line of safePage) say(`✗ ${line}`);
await closeBrowser();
await site.close();

const sum = (count: (result: CellResult) => number): number => results.reduce((total, result) => total + count(result), 0);
const report = {
  screens: scenes.length,
  cells: results.length,
  measured: sum(({ cell, screens }) => (cell.ruler ? screens : 0)),
  audited: sum(({ cell, screens }) => (cell.axe ? screens : 0)),
  violations: sum(({ violations }) => violations.length) + safePage.length,
  incomplete: sum(({ unsure }) => unsure.length),
  triaged: sum(({ triaged }) => triaged),
  minutes: Number(((performance.now() - began) / 60_000).toFixed(1)),
};
if (values.json) console.log(JSON.stringify(report));
else say(Object.entries(report).map(([name, value]) => `${name} ${value}`).join(', '));
process.exitCode = report.violations + report.incomplete === 0 ? 0 : 1;
