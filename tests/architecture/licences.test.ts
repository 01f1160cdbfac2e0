import { describe, expect, it } from 'vitest';
import { readProject } from './project-files.ts';

/** Licences whose terms an MIT product meets by keeping their notices. */
const OPEN = ['MIT', 'MIT-0', 'ISC', '0BSD', 'Zlib', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Python-2.0', 'CC0-1.0', 'Unlicense', 'WTFPL', 'OFL-1.1'];

/** Used as they are, by tools that never reach a kiosk: file-level copyleft stays with their files. */
const TOOLS_ONLY = ['MPL-2.0'];

/** LGPL; decodes QR codes in tests, is never shipped. A second engine with another licence was not found. */
const NAMED_EXCEPTIONS: Readonly<Record<string, string>> = { '@undecaf/zbar-wasm': 'LGPL-2.1+' };

type Locked = { readonly license?: string; readonly dev?: boolean };

function allowed(name: string, entry: Locked): boolean {
  const choices = (entry.license ?? 'none').replaceAll(/[()]/g, '').split(' OR ');
  // "A AND B": both hold, so both must be open.
  if (choices.some((choice) => choice.split(' AND ').every((licence) => OPEN.includes(licence)))) return true;
  return entry.dev === true && (choices.some((licence) => TOOLS_ONLY.includes(licence)) || NAMED_EXCEPTIONS[name] === entry.license);
}

describe('licences', () => {
  it('of everything installed fit an MIT product', () => {
    const lock = JSON.parse(readProject('package-lock.json')) as { packages: Record<string, Locked> };
    const refused = Object.entries(lock.packages)
      .filter(([path]) => path !== '')
      .map(([path, entry]) => [path.replace(/^.*node_modules\//, ''), entry] as const)
      .filter(([name, entry]) => !allowed(name, entry))
      .map(([name, entry]) => `${name}: ${entry.license ?? 'none'}`);
    expect(refused).toEqual([]);
  });

  it('names the packages that the owner of this product chose', () => {
    const { dependencies, devDependencies } = JSON.parse(readProject('package.json'));
    const all = { ...dependencies, ...devDependencies };
    for (const name of ['electron', 'react', 'react-dom', 'vite', 'electron-builder', 'zustand', 'i18next', 'vitest']) expect(all).toHaveProperty(name);
    expect(Object.values<string>(all).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
