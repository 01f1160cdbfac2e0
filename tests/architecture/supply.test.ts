import { describe, expect, it } from 'vitest';
import { licencesPage } from '#build/docs/licences.ts';
import { loadAudit } from '#build/supply/kept-audit.ts';
import { lockedPackages, shippedPackages } from '#build/supply/locked-packages.ts';
import { severeHoles } from '#build/supply/read-audit.ts';
import { makeSbom } from '#build/supply/sbom.ts';
import { thirdPartyNotices } from '#build/supply/third-party-notices.ts';
import { readProject } from './project-files.ts';

const audit = loadAudit(Date.now());

describe('what the product is made of', () => {
  it('stands in docs/licences.md as package-lock.json has it (node build/commands/write-docs.ts writes it)', () => {
    expect(readProject('docs/licences.md')).toBe(licencesPage());
  });

  it('is written as CycloneDX: every shipped package with its licence and its hash, and nothing else', async () => {
    const { bomFormat, specVersion, serialNumber, metadata, components, dependencies } = await makeSbom();
    expect([bomFormat, specVersion, metadata.component.name]).toEqual(['CycloneDX', '1.5', 'mot-cham']);
    expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Date(metadata.timestamp).getTime()).toBeGreaterThan(0);
    const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
    expect(shippedPackages().filter(({ name, version, isOptional }) => !isOptional && !named.has(`${name}@${version}`))).toEqual([]);
    const tools = new Set(lockedPackages().filter(({ isTool }) => isTool).map(({ name }) => name));
    for (const { name } of shippedPackages()) tools.delete(name);
    expect(components.filter(({ name }) => tools.has(name)).map(({ name }) => name)).toEqual([]);
    expect(components.filter(({ licenses = [], hashes = [], purl }) => licenses.length === 0 || hashes.length === 0 || !purl.startsWith('pkg:npm/'))).toEqual([]);
    const refs = [metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])];
    expect(new Set(refs).size).toBe(refs.length);
    expect(dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.includes(ref))).toEqual([]);
  });

  it('brings its licences along, word for word', () => {
    const notices = thirdPartyNotices();
    for (const name of ['fastify', 'react', 'electron', 'openid-client', '@fontsource/alegreya-sans']) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).toContain('Permission is hereby granted');
    expect(notices).toContain('SIL OPEN FONT LICENSE');
  });

  it('comes from the usual registry alone, each package with its hash', () => {
    const lock: { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }> } = JSON.parse(readProject('package-lock.json'));
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
    const hosts = new Set(entries.map(([, { resolved = '' }]) => (URL.canParse(resolved) ? new URL(resolved).host : 'none')));
    expect(hosts.size).toBe(1);
    expect(entries.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(([path]) => path)).toEqual([]);
  });

  it(audit.kind === 'asked' ? 'has no severe hole that is known' : `COULD NOT ASK for known holes: ${audit.why}`, () => {
    expect(severeHoles(audit)).toEqual([]);
  });
});
