import { MANIFEST_FORMAT, Manifest, SignedManifest } from '#contract/manifest.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { parseJson } from '../parse-json.ts';
import type { Digest } from '../ports.ts';

const parseSigned = parserOf(SignedManifest);
const parseManifest = parserOf(Manifest);

/** A manifest that was verified; `sha` is the SHA-256 of its text. */
export type KnownManifest = { readonly sha: string; readonly text: string; readonly signature: string; readonly manifest: Manifest };

export type ManifestFailure = 'CONTENT_SIGNATURE_WRONG' | 'CONTENT_FORMAT_UNKNOWN' | 'CONTENT_SEQUENCE_OLD';

/**
 * Verifies what the centre (or whoever answered in its place) gave as the manifest. `key` is the content key of the
 * enrolment, `floor` the highest sequence this kiosk has followed under that key.
 */
export function checkManifest(digest: Digest, input: unknown, key: string, floor: number): Result<KnownManifest, ManifestFailure> {
  const signed = parseSigned(input);
  if (!signed.ok) return failure('CONTENT_FORMAT_UNKNOWN', `the answer is not a signed manifest: ${signed.error.message}`);
  const { manifest: text, signature } = signed.value;
  // First of all: nothing of a text that is not the centre's is looked at.
  if (!digest.isSigned(text, signature, key)) return failure('CONTENT_SIGNATURE_WRONG', 'the manifest is not signed with this kiosk\'s content key');
  const manifest = readManifest(text);
  if (!manifest.ok) return manifest;
  if (manifest.value.sequence < floor) return failure('CONTENT_SEQUENCE_OLD', `sequence ${manifest.value.sequence} is below ${floor}`);
  return success({ sha: hashOf(digest, text), text, signature, manifest: manifest.value });
}

/** The manifest of a text that was verified before. */
export function readManifest(text: string): Result<Manifest, 'CONTENT_FORMAT_UNKNOWN'> {
  const json = parseJson(text);
  const manifest = parseManifest(json);
  if (!manifest.ok) {
    const format = typeof json === 'object' && json !== null && 'format' in json ? String(json.format).slice(0, 60) : 'none';
    return failure('CONTENT_FORMAT_UNKNOWN', format === MANIFEST_FORMAT ? `the manifest does not pass: ${manifest.error.message}` : `this kiosk knows ${MANIFEST_FORMAT}, not ${format}`);
  }
  const paths = manifest.value.files.map(({ path }) => path);
  if (new Set(paths).size < paths.length) return failure('CONTENT_FORMAT_UNKNOWN', 'the manifest names a path twice');
  return manifest;
}

export function hashOf(digest: Digest, text: string): string {
  const hasher = digest.sha256();
  hasher.update(new TextEncoder().encode(text));
  return hasher.hex();
}
