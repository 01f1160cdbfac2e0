import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { projectFiles, readProject } from './project-files.ts';

const MIB = 1024 ** 2;
const pages = projectFiles().filter((file) => file.endsWith('.md'));

/** Addresses in links and pictures that lead to a file of this project. */
function localLinks(page: string): readonly string[] {
  const text = readProject(page).replaceAll(/```[\s\S]*?```/g, '');
  const found = [...text.matchAll(/\]\(([^)\s]+)\)|<img[^>]* src="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? '');
  return found.filter((link) => !/^([a-z]+:|#)/.test(link)).map((link) => posix.normalize(posix.join(posix.dirname(page), link.replace(/#.*$/, ''))));
}

describe('documents', () => {
  it('lead only to files that are there', () => {
    const dead = pages.flatMap((page) => localLinks(page).filter((link) => !existsSync(inProject(link))).map((link) => `${page} → ${link}`));
    expect(dead).toEqual([]);
  });

  it('number each decision once, without a gap', () => {
    const numbers = projectFiles().filter((file) => file.startsWith('docs/decisions/')).map((file) => Number(posix.basename(file).slice(0, 4)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });

  it('name every script of package.json in the README or here', () => {
    const { scripts } = JSON.parse(readProject('package.json')) as { scripts: Record<string, string> };
    const readme = readProject('README.md');
    const unnamed = Object.keys(scripts).filter((name) => !readme.includes(`npm run ${name}`) && !readme.includes(`npm ${name}`) && name !== 'build');
    expect(unnamed).toEqual([]);
  });

  it('keep pictures light', () => {
    const sizes = projectFiles().filter((file) => file.startsWith('docs/pictures/')).map((file) => statSync(inProject(file)).size);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    // Every page of the dashboard at a desk and on a phone made the set half as large again, and each picture lighter.
    expect(total).toBeLessThan(8 * MIB);
    expect(total / sizes.length).toBeLessThan(MIB / 24);
  });

  it('keep the architecture to two pages', () => {
    expect(readProject('docs/architecture.md').split('\n').length).toBeLessThan(110);
  });
});
