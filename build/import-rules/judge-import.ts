import { posix } from 'node:path';
import { ZONES, type Zone } from './zones.ts';

/** The zone that owns a file, by its path from the project's root with forward slashes. */
export function zoneOf(file: string): Zone | null {
  // A configuration runs in the build, whatever room it lies in.
  const config = ZONES.find((zone) => zone.name === 'build' && /(^|\/)[a-z]+\.config\.ts$/.test(file));
  return config ?? ZONES.find((zone) => zone.files.some((pattern) => pattern.test(file))) ?? null;
}

/**
 * Says what is wrong with one import and what to do instead; null when the door is open.
 * @param file importing file, from the project's root, forward slashes
 * @param specifier as written in the import
 */
export function judgeImport(file: string, specifier: string): string | null {
  const zone = zoneOf(file);
  if (zone === null) return `${file} lies in no zone. Move it into a room, or name its zone in build/import-rules/zones.ts.`;
  if (specifier.startsWith('node:')) return judgeNode(zone, specifier.slice('node:'.length));
  const target = resolveInside(file, specifier);
  return target === null ? judgePackage(zone, specifier) : judgeInside(file, zone, target);
}

function judgeNode(zone: Zone, name: string): string | null {
  const open = zone.node === 'all' || (zone.node !== 'none' && zone.node.includes(name));
  return open ? null : `${zone.name} may not import node:${name}. ${zone.instead}`;
}

function judgePackage(zone: Zone, specifier: string): string | null {
  const open = zone.packages.some((allowed) =>
    allowed.endsWith('*') ? specifier.startsWith(allowed.slice(0, -1)) : specifier === allowed || specifier.startsWith(`${allowed}/`),
  );
  return open ? null : `${zone.name} may not import '${specifier}'. ${zone.instead}`;
}

function judgeInside(file: string, zone: Zone, target: string): string | null {
  const owner = zoneOf(target);
  if (owner === null) return isData(target) && sameRoom(file, target) ? null : `${target} lies in no zone. Name its zone in build/import-rules/zones.ts.`;
  if (owner.name === zone.name) {
    const crossing = zone.closed === true && posix.dirname(file) !== posix.dirname(target) && serviceOf(file) !== serviceOf(target);
    return crossing ? `${file} may not look inside ${serviceOf(target)}. ${zone.instead}` : null;
  }
  if (zone.zones.includes('*') || zone.zones.includes(owner.name)) return null;
  return `${zone.name} may not import ${owner.name} ('${target}'). ${zone.instead}`;
}

/** The project path an import points at; null for a package. */
export function resolveInside(file: string, specifier: string): string | null {
  const plain = specifier.replace(/\?[a-z&=-]+$/, '');
  if (plain.startsWith('#')) return plain.slice(1);
  if (plain.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), plain));
  return null;
}

const isData = (path: string): boolean => /\.(json|css|svg|woff2|html)$/.test(path);
const room = (path: string): string => path.split('/')[0] ?? '';
const sameRoom = (a: string, b: string): boolean => room(a) === room(b);
const serviceOf = (path: string): string => path.split('/').slice(0, 2).join('/');
