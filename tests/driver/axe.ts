import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inProject } from '#build/project-root.ts';

const AXE = readFileSync(inProject('node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'EN-301-549v4', 'best-practice'] as const;

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[] };

/** What axe finds on the page as it stands, one line each; `target-size` is off by default and is wanted (E191). */
export async function findViolations(page: Page): Promise<readonly string[]> {
  // Only the DevTools protocol can run this: the page's own policy takes no script from outside.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run: (root: Document, options: unknown) => Promise<{ violations: Violation[] }> } };
    const result = await axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
    return result.violations;
  }, [...TAGS]);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`).join(' | ')}`);
}
