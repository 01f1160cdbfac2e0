import type { Manifest, ManifestFile } from '#contract/manifest.ts';
import { isWithinSpan } from '#domain/schedule.ts';

/** Guides, lists and captions up to this size are loaded at any hour: a correction of a guide must not wait for the night, bytes. */
const SMALL_TEXT = 512 * 1024;

/** How much of the disk the content may take. */
export type ContentLimits = {
  /** Bytes of all content files together. */
  readonly mostBytes: number;
  /** Bytes that stay free for the ledger and the system. */
  readonly reserveBytes: number;
};

export const CONTENT_LIMITS: ContentLimits = { mostBytes: 8 * 1024 ** 3, reserveBytes: 1024 ** 3 };

/** True for a file that quiet hours do not hold back. */
export function isSmallText({ path, bytes }: ManifestFile): boolean {
  return bytes <= SMALL_TEXT && /\.(json|vtt)$/.test(path);
}

/** Each of a manifest's files once, small texts first: what is quick to have is had first. */
export function loadOrder(manifest: Manifest): readonly ManifestFile[] {
  const files = [...new Map(manifest.files.map((file) => [file.sha256, file])).values()];
  return [...files.filter(isSmallText), ...files.filter((file) => !isSmallText(file))];
}

/** True when this file may be loaded now; `minute` since midnight by the service point's clock. */
export function mayLoad(file: ManifestFile, { quietHours }: Manifest['sync'], minute: number): boolean {
  return quietHours === null || isSmallText(file) || isWithinSpan(quietHours, minute);
}

export type Room = {
  /** Bytes still to be written. */
  readonly needed: number;
  /** Bytes of all content files now. */
  readonly used: number;
  /** Null when the system does not say. */
  readonly free: number | null;
};

/** Why there is no room, in one sentence; null when there is. */
export function findLackOfRoom({ needed, used, free }: Room, limits: ContentLimits): string | null {
  if (used + needed > limits.mostBytes) return `the content would take ${megabytes(used + needed)} MB, it may take ${megabytes(limits.mostBytes)} MB`;
  if (free !== null && free - needed < limits.reserveBytes) return `${megabytes(free)} MB are free, ${megabytes(needed)} MB are to be loaded and ${megabytes(limits.reserveBytes)} MB must stay free`;
  return null;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
