import { readdir, readFile, mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompress, gzip } from 'node:zlib';
import { build as viteBuild, runnerImport, type Plugin } from 'vite';
import { GuideOrCard, LifeEvent, PackHead } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';
import { dayOf } from '#domain/calendar-day.ts';
import type { DrawnArt } from './pages/draw-art.tsx';
import type { PageFiles } from './pages/frame.tsx';
import type * as Render from './pages/render.tsx';

const ROOM = fileURLToPath(new URL('.', import.meta.url));
const PROJECT = resolve(ROOM, '..');

export type HandoffBuild = {
  /** Folder of the content pack. */
  readonly pack: string;
  /** Folder that is written: g/<slug>.html, h/<hashed files>, codes.json, c.html, 404.html. */
  readonly out: string;
  /** Calendar day from which facts count as stale. */
  readonly today: string;
};

type Pack = { readonly head: PackHead; readonly events: readonly LifeEvent[]; readonly guides: readonly GuideOrCard[] };

/**
 * Makes the phone pages of a content pack.
 * @throws Error naming the file when the pack does not match its schema.
 */
export async function buildHandoff({ pack: folder, out, today }: HandoffBuild): Promise<{ readonly pages: number }> {
  const pack = await readPack(folder);
  // JSX needs a transform, which Node alone does not do.
  const { module: draw } = await runnerImport<typeof Render>(join(ROOM, 'pages/render.tsx'), { root: PROJECT, logLevel: 'error' });
  const art = draw.drawArt();
  const files = await buildPhoneFiles(out, art);
  await mkdir(join(out, 'g'), { recursive: true });
  const icons = new Map(pack.events.map((event) => [event.id, event.icon]));
  for (const guide of pack.guides) {
    const icon = icons.get(guide.events[0] ?? '');
    const pageArt = { sprite: art.sprite, mark: art.mark, event: icon === undefined ? '' : (art.events[icon] ?? ''), scenes: files.scenes };
    await writeFile(join(out, 'g', `${guide.slug}.html`), draw.renderGuide({ guide, head: pack.head, art: pageArt, files, today }));
  }
  const national = pack.head.hosts[0] ?? 'dichvucong.gov.vn';
  const small = draw.renderSmallPages({ art: { sprite: art.sprite, mark: art.mark, event: '', scenes: {} }, files, national });
  await writeFile(join(out, 'c.html'), small.code);
  await writeFile(join(out, '404.html'), small.missing);
  const codes = Object.fromEntries(pack.guides.map((guide) => [String(guide.number), guide.slug]));
  await writeFile(join(out, 'codes.json'), `${JSON.stringify(codes, null, 2)}\n`);
  await compressPages(out);
  return { pages: pack.guides.length };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

async function readPack(folder: string): Promise<Pack> {
  const names = (await readdir(join(folder, 'guides'))).filter((name) => name.endsWith('.json')).toSorted();
  const parse = { head: parserOf(PackHead), event: parserOf(LifeEvent), guide: parserOf(GuideOrCard) };
  const head = must(parse.head(await readJson(join(folder, 'pack.json'))), 'pack.json');
  const listed = await readJson(join(folder, 'events.json'));
  const events = (Array.isArray(listed) ? listed : []).map((event) => must(parse.event(event), 'events.json'));
  const guides: GuideOrCard[] = [];
  for (const name of names) guides.push(must(parse.guide(await readJson(join(folder, 'guides', name))), name));
  return { head, events, guides };
}

type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly message: string } };

function must<Value>(parsed: Parsed<Value>, name: string): Value {
  if (parsed.ok) return parsed.value;
  throw new Error(`${name} does not match the content pack's schema: ${parsed.error.message}`);
}

type PhoneFiles = PageFiles & { readonly scenes: Readonly<Record<string, string>> };

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
    scenes: Object.fromEntries(Object.keys(art.scenes).map((name) => [name, named((file) => new RegExp(`^h/scene-${name}-[\\w-]{8}\\.svg$`).test(file))])),
  };
}

/** Writes name.br and name.gz beside every text file: a step's picture is a fifth of its size then, and many phones are on 3G. */
async function compressPages(out: string): Promise<void> {
  const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(html|css|js|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    await Promise.all([writeFile(`${file}.br`, await toBrotli(bytes)), writeFile(`${file}.gz`, await toGzip(bytes))]);
  }
}

/** Gives mark and scenes to Vite as files, so that they get hashed names. */
function artFiles(art: DrawnArt): Plugin {
  return {
    name: 'handoff-art',
    buildStart() {
      this.emitFile({ type: 'asset', name: 'mark.svg', source: art.mark });
      for (const [name, source] of Object.entries(art.scenes)) this.emitFile({ type: 'asset', name: `scene-${name}.svg`, source });
    },
  };
}

const called = process.argv[1];
if (called !== undefined && import.meta.url === pathToFileURL(called).href) {
  const out = join(PROJECT, 'dist/handoff');
  const { pages } = await buildHandoff({ pack: join(PROJECT, 'assets/pack'), out, today: dayOf(Date.now()) });
  console.log(`${pages} pages in ${relative(process.cwd(), out)}`);
}
