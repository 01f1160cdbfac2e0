import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { MADE_PAGES, PHONE_WORKER, PROCEDURES, type MadePages, type PhoneProcedures } from '#contract/phone-pages.ts';
import { compressFiles } from './compress-files.ts';
import { drawArt, renderGuide, renderSmallPages } from './pages/render.tsx';
import { readPhoneFiles } from './phone-files.ts';
import { readPack, type DrawnPack } from './read-pack.ts';
import { procedureId } from '#domain/procedure-id.ts';

export type PagesToDraw = {
  /** Folder of the content pack. */
  readonly pack: string;
  /** Folder that is written: g/<slug>.html, c.html, 404.html, codes.json, procedures.json, worker.js, h/ and made.json. */
  readonly out: string;
  /** Folder of the build, whose script, style and pictures the pages use; may be `out` itself. */
  readonly phone: string;
  /** Calendar day from which facts count as stale. */
  readonly today: string;
};

/**
 * Draws the phone pages of a content pack beside a copy of the build's files, so that a folder stands alone.
 * @throws Error naming the file when the pack does not match its schema
 */
export async function drawPages({ pack: folder, out, phone, today }: PagesToDraw): Promise<{ readonly pages: number }> {
  const pack = await readPack(folder);
  await rm(join(out, 'g'), { recursive: true, force: true });
  await mkdir(join(out, 'g'), { recursive: true });
  if (resolve(phone) !== resolve(out)) {
    await cp(join(phone, 'h'), join(out, 'h'), { recursive: true });
    await cp(join(phone, PHONE_WORKER), join(out, PHONE_WORKER));
  }
  await writePages(pack, { out, phone, today });
  const codes = Object.fromEntries(pack.guides.map((guide) => [String(guide.number), guide.slug]));
  await writeFile(join(out, 'codes.json'), `${JSON.stringify(codes, null, 2)}\n`);
  const procedures: PhoneProcedures = Object.fromEntries(pack.guides.map((guide) => [guide.slug, { procedure: procedureId(guide), steps: guide.kind === 'guide' ? guide.steps.map(({ id }) => id) : [] }]));
  await writeFile(join(out, PROCEDURES), `${JSON.stringify(procedures)}\n`);
  await compressFiles(out);
  await compressFiles(join(out, 'g'));
  const made: MadePages = { today, sources: pack.sources, files: await hashPages(out) };
  await writeFile(join(out, MADE_PAGES), `${JSON.stringify(made, null, 2)}\n`);
  return { pages: pack.guides.length };
}

async function writePages(pack: DrawnPack, { out, phone, today }: Omit<PagesToDraw, 'pack'>): Promise<void> {
  const art = drawArt();
  const files = await readPhoneFiles(phone);
  const icons = new Map(pack.events.map((event) => [event.id, event.icon]));
  for (const guide of pack.guides) {
    const icon = icons.get(guide.events[0] ?? '');
    const pageArt = { sprite: art.sprite, mark: art.mark, event: icon === undefined ? '' : (art.events[icon] ?? ''), scenes: files.scenes, faces: files.faces };
    const edition = (pack.sources[`guides/${guide.slug}.json`] ?? '').slice(0, 12);
    await writeFile(join(out, 'g', `${guide.slug}.html`), renderGuide({ guide, head: pack.head, art: pageArt, files, today, edition }));
  }
  const national = pack.head.hosts[0] ?? 'dichvucong.gov.vn';
  const small = renderSmallPages({ art: { sprite: art.sprite, mark: art.mark, event: '', scenes: {}, faces: {} }, files, national });
  await writeFile(join(out, 'c.html'), small.code);
  await writeFile(join(out, '404.html'), small.missing);
}

/** Of what a phone can ask for; the build keeps more in its folder. */
async function hashPages(out: string): Promise<MadePages['files']> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const hashes: [string, string][] = [];
  for (const path of paths.toSorted()) {
    if (!/^(g\/|h\/|c\.html|404\.html|codes\.json|procedures\.json|worker\.js)/.test(path)) continue;
    hashes.push([path, createHash('sha256').update(await readFile(join(out, path))).digest('hex')]);
  }
  return Object.fromEntries(hashes);
}
