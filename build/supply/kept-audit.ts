import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inProject } from '../project-root.ts';
import { readAudit, type Audit } from './read-audit.ts';

const FILE = inProject('node_modules', '.cache', 'mot-cham-audit.json');
/** Older news are none. */
const FRESH_MS = 24 * 3_600_000;

/** For the tests that follow: they count a severe hole as a failure. */
export function keepAudit(printed: string, now: number): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ at: now, lock: lockHash(), printed }));
}

/** What was last asked of this very lock, within a day. */
export function loadAudit(now: number): Audit {
  if (!existsSync(FILE)) return { kind: 'unasked', why: 'npm run audit was not run' };
  const kept: { at?: number; lock?: string; printed?: string } = JSON.parse(readFileSync(FILE, 'utf8'));
  if (kept.lock !== lockHash() || (kept.at ?? 0) + FRESH_MS < now) return { kind: 'unasked', why: 'npm run audit was run for another lock, or more than a day ago' };
  return readAudit(kept.printed ?? '');
}

function lockHash(): string {
  return createHash('sha256').update(readFileSync(inProject('package-lock.json'))).digest('hex');
}
