import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UnfitDatabase } from '../../unfit-database.ts';

export type Migration = { readonly no: number; readonly name: string; readonly sql: string };

/** The migrations this program knows for one kind of database, in the order of their numbers. */
export function loadMigrations(kind: 'sqlite' | 'postgres'): readonly Migration[] {
  const folder = fileURLToPath(new URL(`../../migrations/${kind}/`, import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ no: Number(name.slice(0, 4)), name, sql: readFileSync(`${folder}${name}`, 'utf8') }));
}

/**
 * The known migrations that are not among the numbers `done`, in order: numbers may be left free and
 * filled later.
 * @throws UnfitDatabase when the database holds one that this program does not know: it was written by a newer one.
 */
export function findWaiting(known: readonly Migration[], done: readonly number[]): readonly Migration[] {
  const numbers = new Set(known.map(({ no }) => no));
  const foreign = done.filter((no) => !numbers.has(no));
  if (foreign.length > 0) {
    throw new UnfitDatabase(`The database has migration ${foreign.join(', ')}, which this program does not know: start the newer program that ran it.`);
  }
  return known.filter(({ no }) => !done.includes(no));
}
