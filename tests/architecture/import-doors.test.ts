import { describe, expect, it } from 'vitest';
import { judgeImport, zoneOf } from '#build/import-rules/judge-import.ts';
import { ZONES } from '#build/import-rules/zones.ts';
import { findImports } from './find-imports.ts';
import { readProject, sourceFiles } from './project-files.ts';

describe('the doors of the house', () => {
  const files = sourceFiles();

  it('knows the zone of every source file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => zoneOf(file) === null)).toEqual([]);
  });

  it('lets every import through an open door only', () => {
    const refused = files.flatMap((file) =>
      findImports(file, readProject(file))
        .map((specifier) => judgeImport(file, specifier))
        .filter((message) => message !== null)
        .map((message) => `${file}: ${message}`),
    );
    expect(refused).toEqual([]);
  });

  it('imports electron in the Electron shell only', () => {
    const outside = files.filter(
      (file) => !file.startsWith('electron/') && !file.startsWith('tests/') && findImports(file, readProject(file)).includes('electron'),
    );
    expect(outside).toEqual([]);
  });

  it('lets nothing import the tests except the pictures, which are taken of the same stack', () => {
    expect(ZONES.filter((zone) => zone.zones.includes('tests')).map((zone) => zone.name)).toEqual(['pictures']);
  });

  it('never lets host and server see each other', () => {
    const names = (start: string): readonly string[] => ZONES.filter((zone) => zone.name.startsWith(start)).map((zone) => zone.name);
    for (const zone of ZONES.filter((candidate) => candidate.name.startsWith('host'))) expect(zone.zones).not.toEqual(expect.arrayContaining([...names('server')]));
    for (const server of names('server')) {
      const zone = ZONES.find((candidate) => candidate.name === server);
      expect(zone?.zones.filter((name) => name.startsWith('host'))).toEqual([]);
    }
  });

  it('names only zones that exist', () => {
    const known = new Set(['*', ...ZONES.map((zone) => zone.name)]);
    expect(ZONES.flatMap((zone) => zone.zones).filter((name) => !known.has(name))).toEqual([]);
  });
});
