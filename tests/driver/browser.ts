import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';
import { inProject } from '#build/project-root.ts';

const BIN = inProject('node_modules/@sparticuz/chromium/bin');
const CACHE = inProject('node_modules/.cache/mot-cham-browser');

/**
 * One browser for all tests of a worker: the Chromium that came with npm ci, or CHROMIUM_PATH.
 * It is unpacked once into a folder of this checkout, never into a shared temporary one.
 * `more`: further arguments, heeded by the call that starts it.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  shared ??= launch(more);
  return shared;
}

/** Ends the worker's browser; the next openBrowser starts another. */
export async function closeBrowser(): Promise<void> {
  const browser = await shared;
  shared = null;
  await browser?.close();
}

let shared: Promise<Browser> | null = null;

/** The browser's program and the environment it needs, for tests that start it themselves. */
export async function findChromium(): Promise<{ readonly executablePath: string; readonly env: Readonly<Record<string, string>> }> {
  const chosen = process.env['CHROMIUM_PATH'];
  const executablePath = chosen === undefined || chosen === '' ? await unpackChromium() : chosen;
  return { executablePath, env: browserEnvironment(executablePath) };
}

async function launch(more: readonly string[]): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    // Without them a container's small /dev/shm, a missing GPU or a foreign font hinting makes runs differ.
    args: ['--disable-dev-shm-usage', '--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--font-render-hinting=none', '--autoplay-policy=no-user-gesture-required', '--no-zygote', ...more],
    env,
  });
}

/** Unpacks beside and renames, so that two workers at once cannot see half a browser. */
async function unpackChromium(): Promise<string> {
  const ready = join(CACHE, 'ready');
  if (!existsSync(join(ready, 'chromium'))) {
    mkdirSync(CACHE, { recursive: true });
    const folder = mkdtempSync(join(CACHE, 'unpack-'));
    await unpackInto(folder);
    try {
      renameSync(folder, ready);
    } catch (error) {
      rmSync(folder, { recursive: true });
      if (!existsSync(join(ready, 'chromium'))) throw error;
    }
  }
  return join(ready, 'chromium');
}

/** The package unpacks into the temporary folder and has no parameter for it. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await Promise.all(['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(join(BIN, name))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** A machine without the browser's system libraries borrows those that came in the package. */
function browserEnvironment(executablePath: string): Record<string, string> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const libraries = inProject('node_modules/.cache/mot-cham-browser/ready/al2023/lib');
  if (basename(join(executablePath, '..')) !== 'ready' || !lacksLibraries(executablePath)) return inherited;
  return { ...inherited, LD_LIBRARY_PATH: [libraries, inherited['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
}

function lacksLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    // No ldd (another libc, another system): try with what the system has.
    return false;
  }
}
