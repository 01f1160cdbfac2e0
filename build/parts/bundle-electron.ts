import { build, type InlineConfig } from 'vite';
import { inProject } from '../project-root.ts';

/** Everything but Electron and Node goes into the bundle, so that a package carries no node_modules. */
function bundle(entry: string, file: string, format: 'es' | 'cjs', first: boolean): InlineConfig {
  return {
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: inProject(entry),
      outDir: inProject('dist/electron'),
      emptyOutDir: first,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external: ['electron', /^node:/],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

await build(bundle('electron/main.ts', 'main.js', 'es', true));
// A sandboxed preload runs as CommonJS, whatever package.json says.
await build(bundle('electron/preload.ts', 'preload.cjs', 'cjs', false));
