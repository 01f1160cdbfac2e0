import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPackage, WANTED_FUSES } from '#build/packaging/check-package.ts';
import { readFuses } from '#build/packaging/read-fuses.ts';
import { inProject } from '#build/project-root.ts';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them: Node's doors open, no integrity, any folder loaded. */
const SHIPPED = '101100011';
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-package-'));
const unpacked = join(folder, 'out', 'linux-unpacked');

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function binary(wire: string): Buffer {
  return Buffer.concat([Buffer.alloc(4_096, 7), Buffer.from(SENTINEL, 'latin1'), Buffer.from([1, wire.length]), Buffer.from(wire, 'latin1'), Buffer.alloc(4_096, 7)]);
}

/** The archive of no files at all. */
function emptyArchive(): Buffer {
  const header = Buffer.from('{"files":{}}');
  const numbers = Buffer.alloc(16);
  [4, header.length + 8, header.length + 4, header.length].forEach((value, index) => numbers.writeUInt32LE(value, index * 4));
  return Buffer.concat([numbers, header]);
}

/** Packs a small application with the project's own configuration on a stand-in for Electron's binary, without a network. */
const PACK = `
  const [, folder, config] = process.argv;
  const { build, Platform } = await import('electron-builder');
  await build({ projectDir: folder + '/app', targets: Platform.LINUX.createTarget('dir'), publish: 'never', config: { extends: config, electronDist: folder + '/electron', electronVersion: '45.4.1', directories: { output: folder + '/out' } } });
`;

beforeAll(async () => {
  write('electron/electron', binary(SHIPPED));
  chmodSync(join(folder, 'electron/electron'), 0o755);
  write('electron/resources/default_app.asar', emptyArchive());
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/vi.pak']) write(`electron/${name}`, '45.4.1');
  write('app/package.json', JSON.stringify({ name: 'mot-cham', version: '0.1.0', description: 'x', author: 'x', license: 'MIT', main: 'dist/electron/main.js' }));
  for (const name of ['dist/electron/main.js', 'dist/electron/preload.cjs', 'dist/renderer/index.html', 'dist/renderer/safe.html', 'assets/pack/pack.json']) write(`app/${name}`, '//');
  // What lies beside the program in a project and must not come along.
  for (const name of ['node_modules/left-pad/index.js', 'host/secret.ts', 'data/kiosk/staff.json', '.env', 'dist/dashboard/index.html']) write(`app/${name}`, '//');
  copyFileSync(inProject('electron-builder.yml'), join(folder, 'electron-builder.yml'));
  const node = { cwd: inProject(), env: { ...process.env, ELECTRON_BUILDER_DISABLE_UPDATE_CHECK: '1' } };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PACK, folder, join(folder, 'electron-builder.yml')], node);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a package made with the project\'s own configuration', () => {
  it('has every fuse burnt in as it has to be, and nothing in its archive but the program', () => {
    expect(checkPackage(unpacked, 'mot-cham')).toEqual([]);
    expect(readFuses(readFileSync(join(unpacked, 'mot-cham')))).toMatchObject(WANTED_FUSES);
  });

  it('would be refused with any one fuse as Electron ships it, or without its archive\'s list', () => {
    const path = join(unpacked, 'mot-cham');
    const good = readFileSync(path);
    const at = good.indexOf(SENTINEL) + SENTINEL.length + 2;
    for (let fuse = 0; fuse < 8; fuse += 1) {
      const bad = Buffer.from(good);
      bad[at + fuse] = bad[at + fuse] === 0x30 ? 0x31 : 0x30;
      writeFileSync(path, bad);
      expect(checkPackage(unpacked, 'mot-cham')).toEqual([expect.stringContaining('the fuse')]);
    }
    writeFileSync(path, Buffer.alloc(100));
    expect(checkPackage(unpacked, 'mot-cham')).toEqual(['the binary holds no fuses']);
    writeFileSync(path, good);
  });

  it('for Windows carries the hash of its archive, or is refused (ASAR integrity)', () => {
    const archive = readFileSync(join(unpacked, 'resources/app.asar'));
    const header = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
    const program = readFileSync(join(unpacked, 'mot-cham'));
    const hash = createHash('sha256').update(header).digest('hex');
    writeFileSync(join(unpacked, 'mot-cham.exe'), program);
    expect(checkPackage(unpacked, 'mot-cham.exe')).toEqual(['the program does not carry the hash of its archive']);
    writeFileSync(join(unpacked, 'mot-cham.exe'), Buffer.concat([program, Buffer.from(JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value: hash }]))]));
    expect(checkPackage(unpacked, 'mot-cham.exe')).toEqual([]);
    // Another file in the archive, and the hash is another.
    const changed = Buffer.from(archive);
    changed.write('mein.js', 16 + header.indexOf('main.js'), 'latin1');
    writeFileSync(join(unpacked, 'resources/app.asar'), changed);
    expect(checkPackage(unpacked, 'mot-cham.exe')).toContain('the program does not carry the hash of its archive');
    writeFileSync(join(unpacked, 'resources/app.asar'), 'no archive, but text');
    expect(checkPackage(unpacked, 'mot-cham.exe')).toEqual(['resources/app.asar cannot be read']);
  });
});

it('reads no fuses from two halves that disagree', () => {
  expect(readFuses(Buffer.concat([binary('010011000'), binary('010011000')]))).toMatchObject(WANTED_FUSES);
  expect(readFuses(Buffer.concat([binary('010011000'), binary(SHIPPED)]))).toBeNull();
  expect(readFuses(Buffer.from('no fuses'))).toBeNull();
});
