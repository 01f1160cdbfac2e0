import { readdirSync, readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { GuideOrCard, Reason } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';
import { procedureId } from '#domain/procedure-id.ts';
import type { ContentNames } from '../services/day/content-names.ts';

const parseReasons = parserOf(Type.Array(Reason));
const parseGuide = parserOf(GuideOrCard);

/** What the pack in a folder calls its reasons and guides. A part that cannot be read names nothing: pages then show ids. */
export function loadContentNames(folder: string): ContentNames {
  const reasons = parseReasons(readJson(`${folder}/reasons.json`));
  const guides = guideFiles(folder).flatMap((name) => {
    const guide = parseGuide(readJson(`${folder}/guides/${name}`));
    return guide.ok ? [guide.value] : [];
  });
  return {
    reasons: new Map((reasons.ok ? reasons.value : []).map(({ id, text, after, factor }) => [id, { text, after, factor: factor ?? null }])),
    guides: new Map(guides.map((guide) => [procedureId(guide), { title: guide.title, field: guide.field, steps: guide.kind === 'guide' ? guide.steps.map(({ id, name }) => ({ id, name })) : [] }])),
  };
}

function guideFiles(folder: string): readonly string[] {
  try {
    return readdirSync(`${folder}/guides`).filter((name) => name.endsWith('.json'));
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
