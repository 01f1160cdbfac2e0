import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as viteBuild, runnerImport, type Plugin } from 'vite';
import { PHONE_WORKER } from '#contract/phone-pages.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { compressFiles } from './compress-files.ts';
import type { DrawnArt } from './pages/draw-art.tsx';
import type * as Render from './pages/render.tsx';
import { PHONE_FILES, type PhoneFiles } from './phone-files.ts';

const ROOM = fileURLToPath(new URL('.', import.meta.url));
const PROJECT = resolve(ROOM, '..');
/** The page maker inside the built folder; the centre runs it for editions of its library. */
const MAKER = 'make-pages.mjs';

export type HandoffBuild = {
  /** Folder of the content pack. */
  readonly pack: string;
  /** Folder that is written: the page maker, what it needs, and the pages of this pack (draw-pages.ts). */
  readonly out: string;
  /** Calendar day from which facts count as stale. */
  readonly today: string;
};

/**
 * Builds the phone's script and style and the page maker, and has it make the pages of a content pack.
 * @throws Error naming the file when the pack does not match its schema.
 */
export async function buildHandoff({ pack, out, today }: HandoffBuild): Promise<{ readonly pages: number }> {
  // JSX needs a transform, which Node alone does not do.
  const { module: draw } = await runnerImport<typeof Render>(join(ROOM, 'pages/render.tsx'), { root: PROJECT, logLevel: 'error' });
  const files = await buildPhoneFiles(out, draw.drawArt());
  await buildWorker(out);
  await compressFiles(join(out, 'h'));
  await writeFile(join(out, PHONE_FILES), `${JSON.stringify(files, null, 2)}\n`);
  await bundleMaker(out);
  const { stdout } = await promisify(execFile)(process.execPath, [join(out, MAKER), '--pack', pack, '--out', out, '--today', today]);
  return { pages: Number(stdout) };
}

/** Everything but Node goes into the bundle: the centre that runs it may have no node_modules for it. */
async function bundleMaker(out: string): Promise<void> {
  await viteBuild({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    // Whatever NODE_ENV this build runs under: React's own files are those for production.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(ROOM, 'make-pages.ts'),
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: [/^node:/], output: { format: 'es', entryFileNames: MAKER, codeSplitting: false } },
    },
  });
}

/** Bundles script and style with hashed names; the pages are written beside them. */
async function buildPhoneFiles(out: string, art: DrawnArt): Promise<PhoneFiles> {
  const result = await viteBuild({
    configFile: false,
    root: ROOM,
    base: '/',
    logLevel: 'error',
    publicDir: false,
    plugins: [artFiles(art)],
    build: {
      outDir: out,
      emptyOutDir: true,
      assetsDir: 'h',
      assetsInlineLimit: 0,
      modulePreload: false,
      target: ['es2022', 'safari15', 'chrome90'],
      rolldownOptions: { input: { phone: join(ROOM, 'phone/main.ts'), style: join(ROOM, 'style/phone.css') }, output: { entryFileNames: 'h/[name]-[hash].js' } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) => ('output' in each ? each.output : []));
  const named = (test: (name: string) => boolean): string => {
    const found = outputs.find((file) => test(file.fileName));
    if (found === undefined) throw new Error(`the phone page's build made no such file: ${outputs.map((file) => file.fileName).join(', ')}`);
    return `/${found.fileName}`;
  };
  return {
    style: named((file) => file.endsWith('.css')),
    script: named((file) => file.startsWith('h/phone') && file.endsWith('.js')),
    icon: named((file) => file.startsWith('h/mark-')),
    faces: Object.fromEntries(Object.keys(art.faces).map((score) => [score, named((file) => file.startsWith(`h/face-${score}-`))])),
    scenes: Object.fromEntries(Object.keys(art.scenes).map((name) => [name, named((file) => new RegExp(`^h/scene-${name}-[\\w-]{8}\\.svg$`).test(file))])),
  };
}

/** Beside the pages and not hashed: a browser knows a worker by its address. One plain script, which every worker's browser runs. */
async function buildWorker(out: string): Promise<void> {
  await viteBuild({
    configFile: false,
    root: ROOM,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      modulePreload: false,
      target: ['es2022', 'safari15', 'chrome90'],
      rolldownOptions: { input: join(ROOM, 'phone/worker.ts'), output: { format: 'iife', entryFileNames: PHONE_WORKER, codeSplitting: false } },
    },
  });
}

/** Gives mark, faces and scenes to Vite as files, so that they get hashed names. */
function artFiles(art: DrawnArt): Plugin {
  return {
    name: 'handoff-art',
    buildStart() {
      this.emitFile({ type: 'asset', name: 'mark.svg', source: art.mark });
      for (const [name, source] of Object.entries(art.scenes)) this.emitFile({ type: 'asset', name: `scene-${name}.svg`, source });
      for (const [score, source] of Object.entries(art.faces)) this.emitFile({ type: 'asset', name: `face-${score}.svg`, source });
    },
  };
}

const called = process.argv[1];
if (called !== undefined && import.meta.url === pathToFileURL(called).href) {
  const out = join(PROJECT, 'dist/handoff');
  const { pages } = await buildHandoff({ pack: join(PROJECT, 'assets/pack'), out, today: dayOf(Date.now()) });
  console.log(`${pages} pages in ${relative(process.cwd(), out)}`);
}
