import type { Part } from './part.ts';

const SHARED = ['contract', 'domain', 'package.json', 'package-lock.json', 'tsconfig.json', 'build/parts'] as const;

function vitePart(name: string, sources: readonly string[]): Part {
  return {
    name,
    sources: [name, ...sources, ...SHARED],
    outputs: [`dist/${name}/index.html`],
    entry: `${name}/vite.config.ts`,
    step: {
      name: `build ${name}`,
      args: ['node_modules/vite/bin/vite.js', 'build', '--config', `${name}/vite.config.ts`, '--logLevel', 'warn'],
    },
  };
}

export const PARTS: readonly Part[] = [
  vitePart('renderer', []),
  vitePart('dashboard', ['renderer/art', 'assets/pack']),
  {
    name: 'handoff',
    sources: ['handoff', 'renderer/art', 'assets/pack', ...SHARED],
    outputs: ['dist/handoff/codes.json', 'dist/handoff/404.html', 'dist/handoff/made.json'],
    entry: 'handoff/build.ts',
    daily: true,
    step: { name: 'build handoff', args: ['handoff/build.ts'] },
  },
  {
    name: 'electron',
    sources: ['electron', 'host', ...SHARED],
    outputs: ['dist/electron/main.js', 'dist/electron/preload.cjs'],
    entry: 'electron/main.ts',
    step: { name: 'build electron', args: ['build/parts/bundle-electron.ts'] },
  },
];
