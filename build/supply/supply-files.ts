import { mkdirSync, writeFileSync } from 'node:fs';
import { inProject } from '../project-root.ts';
import { makeSbom } from './sbom.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

/** Writes dist/sbom.cdx.json and dist/THIRD-PARTY-NOTICES.txt; says so in a line each. */
export async function writeSupplyFiles(): Promise<readonly string[]> {
  const sbom = await makeSbom();
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(inProject('dist', 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  writeFileSync(inProject('dist', 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices());
  return [`dist/sbom.cdx.json: CycloneDX ${sbom.specVersion}, ${sbom.components.length} components`, 'dist/THIRD-PARTY-NOTICES.txt: their licences, word for word'];
}
