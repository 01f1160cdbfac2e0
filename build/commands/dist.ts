import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkPackage } from '../packaging/check-package.ts';
import { findElectron, findProgram } from '../launch/programs.ts';
import { buildParts } from '../parts/build-parts.ts';
import { inProject } from '../project-root.ts';
import { fetchElectron } from '../launch/fetch-electron.ts';
import { writeSupplyFiles } from '../supply/supply-files.ts';

/** `npm run dist`: packages of the Electron shell under dist/packages. */
async function makePackages(): Promise<number> {
  const built = await buildParts({ force: false, log: console.log });
  if (built.some((result) => !result.ok)) return 1;
  for (const line of await writeSupplyFiles()) console.log(line);
  const binary = findElectron() ?? (await fetchElectron());
  if (binary === null) {
    console.error('No packages: the Electron binary is not here and could not be fetched. Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, or ELECTRON_MIRROR to a reachable mirror, and try again.');
    return 1;
  }
  // The builder fetches a packer of its own unless it is shown one.
  const packer = findProgram(['7zz', '7za', '7z']);
  if (packer !== null) process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= packer;
  const { build, Platform } = await import('electron-builder');
  const target = process.argv.includes('--win') ? Platform.WINDOWS : Platform.current();
  try {
    const files = await build({
      projectDir: inProject(),
      targets: target.createTarget(),
      publish: 'never',
      // A binary that is here is packed as it is; only packages for another system need a download.
      config: target === Platform.current() ? { extends: 'electron-builder.yml', electronDist: dirname(binary) } : { extends: 'electron-builder.yml' },
    });
    for (const file of files) console.log(file);
    return reportFaults();
  } catch (error) {
    console.error(`Not everything was packed: ${error instanceof Error ? error.message : String(error)}`);
    if (packer === null) console.error('Without a network the archives need 7-Zip on PATH; the unpacked program is in dist/packages.');
    return 1;
  }
}

/** 1 when a package that lies unpacked under dist/packages is not locked as it has to be. */
function reportFaults(): number {
  const unpacked = [['linux-unpacked', 'mot-cham'], ['win-unpacked', 'mot-cham.exe']] as const;
  const faults = unpacked
    .filter(([folder]) => existsSync(inProject('dist/packages', folder)))
    .flatMap(([folder, program]) => checkPackage(inProject('dist/packages', folder), program).map((fault) => `${folder}: ${fault}`));
  for (const fault of faults) console.error(`Not locked: ${fault}`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await makePackages();
