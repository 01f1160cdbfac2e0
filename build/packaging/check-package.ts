import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFuses, type FuseName, type FuseState } from './read-fuses.ts';

/** What a packed kiosk has to have burnt in (docs/lock-down.md). */
export const WANTED_FUSES: Readonly<Partial<Record<FuseName, FuseState>>> = {
  runAsNode: 'off',
  enableCookieEncryption: 'on',
  enableNodeOptionsEnvironmentVariable: 'off',
  enableNodeCliInspectArguments: 'off',
  enableEmbeddedAsarIntegrityValidation: 'on',
  onlyLoadAppFromAsar: 'on',
  loadBrowserProcessSpecificV8Snapshot: 'off',
  grantFileProtocolExtraPrivileges: 'off',
};

/** What must lie in the archive, and all that may. */
const NEEDED = ['dist/electron/main.js', 'dist/electron/preload.cjs', 'dist/renderer/index.html', 'dist/renderer/safe.html', 'package.json'] as const;
const ALLOWED = /^(dist\/(electron|renderer)\/|package\.json$)/;

/** What is wrong with an unpacked package; empty when it is as it has to be. */
export function checkPackage(folder: string, executable: string): readonly string[] {
  const binary = readFileSync(join(folder, executable));
  const archive = join(folder, 'resources', 'app.asar');
  if (!existsSync(archive)) return ['resources/app.asar is missing'];
  const header = readAsarHeader(readFileSync(archive));
  if (header === null) return ['resources/app.asar cannot be read'];
  return [...fuseFaults(binary), ...fileFaults(header.files), ...integrityFaults(binary, executable, header.text)];
}

function fuseFaults(binary: Uint8Array): readonly string[] {
  const burnt = readFuses(binary);
  if (burnt === null) return ['the binary holds no fuses'];
  return Object.entries(WANTED_FUSES)
    .filter(([name, state]) => Reflect.get(burnt, name) !== state)
    .map(([name, state]) => `the fuse ${name} is ${String(Reflect.get(burnt, name) ?? 'not there')}, not ${state}`);
}

function fileFaults(files: readonly string[]): readonly string[] {
  return [
    ...NEEDED.filter((name) => !files.includes(name)).map((name) => `${name} is not in the archive`),
    ...files.filter((name) => !ALLOWED.test(name)).map((name) => `${name} has no business in the archive`),
  ];
}

/** Windows checks the archive against a hash in the program's own resources; Linux checks nothing, there the system has to. */
function integrityFaults(binary: Buffer, executable: string, header: string): readonly string[] {
  if (!executable.endsWith('.exe')) return [];
  const hash = createHash('sha256').update(header).digest('hex');
  return binary.includes(Buffer.from(hash, 'latin1')) ? [] : ['the program does not carry the hash of its archive'];
}

type Header = { readonly text: string; readonly files: readonly string[] };

/** The list of files that stands at the head of an ASAR archive (two nested Chromium pickles); null for anything else. */
function readAsarHeader(archive: Buffer): Header | null {
  if (archive.length < 16) return null;
  const length = archive.readUInt32LE(12);
  const text = archive.toString('utf8', 16, 16 + length);
  const root = archive.readUInt32LE(0) === 4 ? parseJson(text) : undefined;
  return root === undefined ? null : { text, files: filesIn(root, '') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not an archive: the caller says so.
    return undefined;
  }
}

function filesIn(node: unknown, path: string): readonly string[] {
  const files: unknown = typeof node === 'object' && node !== null && 'files' in node ? node.files : null;
  if (typeof files !== 'object' || files === null) return [path];
  return Object.entries(files).flatMap(([name, child]: [string, unknown]) => filesIn(child, path === '' ? name : `${path}/${name}`));
}
