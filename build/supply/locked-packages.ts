import { readFileSync } from 'node:fs';
import { inProject } from '../project-root.ts';

export type LockedPackage = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Where it lies below the project's folder. */
  readonly path: string;
  /** Only for building and testing. */
  readonly isTool: boolean;
  /** For some systems only. */
  readonly isOptional: boolean;
};

/** Are shipped although only building needs them in node_modules: the kiosk's shell, and what runs the centre. */
const SHIPPED_TOOLS = ['electron', 'node'];

/** Every package that package-lock.json names, by name. */
export function lockedPackages(): readonly LockedPackage[] {
  const lock: { packages: Record<string, { version?: string; license?: string; dev?: boolean; devOptional?: boolean; optional?: boolean }> } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = 'none', dev, devOptional, optional }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license,
      path,
      isTool: dev === true || devOptional === true,
      isOptional: optional === true || devOptional === true,
    }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** What reaches a centre or a kiosk. */
export function shippedPackages(): readonly LockedPackage[] {
  return lockedPackages().filter(({ name, isTool }) => !isTool || SHIPPED_TOOLS.includes(name));
}
