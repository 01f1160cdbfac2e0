import { readdirSync, readFileSync } from 'node:fs';
import type { ContentNames, GuideName, ReasonName } from '../services/day/content-names.ts';
import { nameBy } from '../services/library/published-names.ts';

/** What the pack in a folder calls its reasons and guides. A part that cannot be read names nothing: pages then show ids. */
export function loadContentNames(folder: string): ContentNames {
  const names = { reasons: new Map<string, ReasonName>(), guides: new Map<string, GuideName>() };
  for (const path of ['reasons.json', ...guideFiles(folder)]) nameBy(readJson(`${folder}/${path}`), path, names);
  return names;
}

function guideFiles(folder: string): readonly string[] {
  try {
    return readdirSync(`${folder}/guides`).flatMap((name) => (name.endsWith('.json') ? [`guides/${name}`] : []));
  } catch {
    // A centre without a pack beside it.
    return [];
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
