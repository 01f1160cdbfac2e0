import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ROOT, inProject } from '#build/project-root.ts';

/** Files that belong to the project: tracked, or new and not ignored; never what only lies about. */
/** The lint rule's own test puts a faulty file into a room for a moment (tests/unit/build). */
const PLANTED = /(^|\/)lint-rule-/;

export function projectFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return listed.split('\0').filter((file) => file !== '' && !PLANTED.test(file) && existsSync(inProject(file)));
}

export function sourceFiles(): readonly string[] {
  return projectFiles().filter((file) => /\.(ts|tsx|mts|cts|js|mjs)$/.test(file));
}

export function readProject(file: string): string {
  return readFileSync(inProject(file), 'utf8');
}
