import type { ContentPack } from '#contract/content-pack.ts';

/** Clips that could not be shown, for as long as their pack is in use; another pack is tried anew. */
const failedOf = new WeakMap<ContentPack, readonly string[]>();

export function failedClips(pack: ContentPack | null): readonly string[] {
  return (pack === null ? undefined : failedOf.get(pack)) ?? [];
}

export function rememberFailedClip(pack: ContentPack | null, id: string): void {
  if (pack !== null) failedOf.set(pack, [...failedClips(pack), id]);
}
