import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inProject } from '../project-root.ts';
import { shippedPackages } from './locked-packages.ts';

export type Component = {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
  readonly externalReferences?: readonly { readonly type: string; readonly url: string }[];
};
export type Sbom = {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp: string; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

const run = promisify(execFile);

/**
 * What reaches a centre or a kiosk, as CycloneDX, from package-lock.json alone: without a network, and the same
 * whatever is installed. Building and testing tools are left out.
 * @throws when npm is not there or cannot read the lock
 */
export async function makeSbom(): Promise<Sbom> {
  const options = { cwd: inProject(), maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' };
  const { stdout } = await run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], options);
  const whole: Sbom = JSON.parse(stdout);
  const shipped = new Set(shippedPackages().map(({ name, version }) => `${name}@${version}`));
  const components = whole.components.filter(({ name, version }) => shipped.has(`${name}@${version}`));
  const own = whole.metadata.component;
  const kept = new Set([own['bom-ref'], ...components.map((component) => component['bom-ref'])]);
  const dependencies = whole.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  // npm takes the folder's name for the product's.
  const component = { ...own, name: 'mot-cham' };
  return { ...whole, metadata: { ...whole.metadata, component }, components: components.map(withoutPlaces), dependencies };
}

/** Where a copy was loaded from says something about whoever made the list, and nothing about the package. */
function withoutPlaces(component: Component): Component {
  return { ...component, externalReferences: (component.externalReferences ?? []).filter(({ type }) => type !== 'distribution') };
}
