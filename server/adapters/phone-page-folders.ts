import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { MADE_PAGES } from '#contract/phone-pages.ts';
import type { HandoffPages, PageDocuments, PhonePageFolders, WantedPages } from '../ports.ts';
import { handoffPages } from './handoff-pages.ts';
import { runPageMaker } from './page-maker.ts';
import { areWhole } from './whole-pages.ts';

const MAKER = 'make-pages.mjs';
/** What draws, and what it draws with; with the pages that came with it, so that a new build is noticed. */
const BUILD = [MAKER, 'phone-files.json', MADE_PAGES];
const KEPT = 3;
const YOUNG_MS = 24 * 60 * 60_000;
/** No drawing takes so long: what bears this name was left behind. */
const STALE_WORK_MS = 60 * 60_000;
const WORK = /^tmp-/;

/**
 * Phone pages in folders: those of the build, and beside them, under `kept`, one folder for each edition and day that
 * this centre drew. Several processes may share `kept`. Shown is one folder at a time; switching is one assignment.
 */
export function phonePageFolders({ built, kept: keptDir }: { readonly built: string; readonly kept: string }): HandoffPages & PhonePageFolders {
  const kept = resolve(keptDir);
  const stopping = new AbortController();
  const state = { folder: resolve(built) };
  const build = buildReader(resolve(built));
  const show = async (wanted: WantedPages): Promise<boolean> => {
    if (await areWhole(resolve(built), wanted)) {
      state.folder = resolve(built);
      return true;
    }
    const folder = join(kept, wanted.name);
    if (!(await areWhole(folder, wanted))) return false;
    state.folder = folder;
    await tidy(kept, folder);
    return true;
  };
  return {
    ...handoffPages(() => state.folder),
    build,
    stands: () => exists(join(state.folder, MADE_PAGES)),
    show,
    async showNewest() {
      for (const { path } of (await foldersIn(kept)).filter(({ name }) => !WORK.test(name))) {
        if (!(await areWhole(path, null))) continue;
        state.folder = path;
        return true;
      }
      return false;
    },
    async make(wanted, documents) {
      const work = join(kept, `tmp-${randomUUID()}`);
      try {
        const out = join(work, 'out');
        const pack = await writePack(join(work, 'pack'), documents);
        const said = await runPageMaker({ maker: join(resolve(built), MAKER), pack, out, today: wanted.today, signal: stopping.signal });
        if (said !== null) return said;
        if (!(await areWhole(out, wanted))) return 'the page maker left pages out';
        await keep(out, join(kept, wanted.name), wanted);
        return (await show(wanted)) ? null : 'the pages that were made are gone';
      } catch (cause) {
        return cause instanceof Error ? cause.message : String(cause);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    },
    stop: () => stopping.abort(),
  };
}

/** A hash of the build's page maker; the files are read again only when they have changed. Null when there is no maker. */
function buildReader(built: string): () => Promise<string | null> {
  let known: { readonly stamp: string; readonly hash: string } | null = null;
  return async () => {
    try {
      const stats = await Promise.all(BUILD.map((name) => stat(join(built, name))));
      const stamp = stats.map(({ size, mtimeMs }) => `${size}@${mtimeMs}`).join(' ');
      if (known?.stamp === stamp) return known.hash;
      const hash = createHash('sha256');
      for (const name of BUILD) hash.update(await readFile(join(built, name)));
      known = { stamp, hash: hash.digest('hex') };
      return known.hash;
    } catch (cause) {
      if (isCode(cause, 'ENOENT')) return null;
      throw cause;
    }
  };
}

async function writePack(folder: string, documents: PageDocuments): Promise<string> {
  await mkdir(join(folder, 'guides'), { recursive: true, mode: 0o750 });
  for (const [path, bytes] of documents) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

/** Another process may have drawn the same meanwhile: its folder is as good, unless it is damaged. */
async function keep(out: string, folder: string, wanted: WantedPages): Promise<void> {
  if (await exists(folder)) {
    if (await areWhole(folder, wanted)) return;
    await rm(folder, { recursive: true, force: true });
  }
  try {
    await rename(out, folder);
  } catch (cause) {
    if (!isCode(cause, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw cause;
  }
}

type Folder = { readonly name: string; readonly path: string; readonly at: number };

/** Removes what has not been shown for a day, but for the newest, so that a roll-back finds its pages drawn. */
async function tidy(kept: string, shown: string): Promise<void> {
  const now = new Date();
  await utimes(shown, now, now);
  const folders = await foldersIn(kept);
  const pages = folders.filter(({ name }) => !WORK.test(name)).slice(KEPT);
  const old = pages.filter(({ at, path }) => path !== shown && now.getTime() - at > YOUNG_MS);
  const left = folders.filter(({ name, at }) => WORK.test(name) && now.getTime() - at > STALE_WORK_MS);
  for (const { path } of [...old, ...left]) await rm(path, { recursive: true, force: true });
}

/** Newest first. */
async function foldersIn(kept: string): Promise<readonly Folder[]> {
  try {
    const entries = await readdir(kept, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => ({ name, path: join(kept, name) }));
    const dated = await Promise.all(folders.map(async (each) => ({ ...each, at: (await stat(each.path)).mtimeMs })));
    return dated.toSorted((a, b) => b.at - a.at);
  } catch (cause) {
    // Nothing was drawn here yet, or another process tidies up in this moment.
    if (isCode(cause, 'ENOENT')) return [];
    throw cause;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}

function isCode(cause: unknown, ...codes: readonly string[]): boolean {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && codes.includes(cause.code);
}
