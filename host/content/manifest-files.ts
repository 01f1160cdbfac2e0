import { SignedManifest } from '#contract/manifest.ts';
import { parserOf } from '#contract/parse.ts';
import { parseJson } from '../parse-json.ts';
import type { Digest, Disk, Files } from '../ports.ts';
import { hashOf, readManifest, type KnownManifest } from './check-manifest.ts';

const FOLDER = 'manifests';
const parseSigned = parserOf(SignedManifest);

export type ManifestFiles = ReturnType<typeof createManifestFiles>;

/** Verified manifests as they were signed, each under the SHA-256 of its text. `disk` is the content folder. */
export function createManifestFiles({ files, disk, digest }: { readonly files: Files; readonly disk: Disk; readonly digest: Digest }) {
  const nameOf = (sha: string): string => `${FOLDER}/${sha}.json`;
  return {
    /** Null when it is not there or is not what its name says. */
    read: async (sha: string): Promise<KnownManifest | null> => {
      const text = await files.readText(`content/${nameOf(sha)}`);
      const signed = parseSigned(text === null ? null : parseJson(text));
      if (!signed.ok || hashOf(digest, signed.value.manifest) !== sha) return null;
      const manifest = readManifest(signed.value.manifest);
      return manifest.ok ? { sha, text: signed.value.manifest, signature: signed.value.signature, manifest: manifest.value } : null;
    },
    save: ({ sha, text, signature }: KnownManifest): Promise<void> =>
      files.writeText(`content/${nameOf(sha)}`, JSON.stringify({ manifest: text, signature })),
    /** Deletes all but these. */
    keepOnly: async (kept: ReadonlySet<string>): Promise<void> => {
      for (const { name } of await disk.list(FOLDER)) {
        if (!kept.has(name.replace(/\.json$/, ''))) await disk.remove(`${FOLDER}/${name}`);
      }
    },
  };
}
