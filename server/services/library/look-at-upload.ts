import { parseWebVtt } from '#assets/check/rules/web-vtt.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { ClipSlot, ProbeReport } from '#contract/library.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { BlobStore, MediaTools } from '../../library-ports.ts';
import type { ImageLook, ReadPart } from './file-look.ts';
import { hasShape, judgeClip, type Shape } from './judge-clip.ts';
import { lookAtImage } from './look-at-image.ts';
import { lookAtMp4 } from './look-at-mp4.ts';
import { lookAtWebm } from './look-at-webm.ts';

export const LARGEST_POSTER = 4 * 1024 * 1024;
export const LARGEST_CAPTIONS = 256 * 1024;
const LARGEST_PICTURE = 4_096;

export type LookedAt = { readonly type: string; readonly probe: ProbeReport | null };
type Refused = Result<LookedAt, ErrorCode>;
type Kept = { readonly sha256: string; readonly bytes: number };

/** What a file is, by its bytes alone: what its name or its sender says is never believed. */
export function lookAtUpload(ports: { readonly blobs: BlobStore; readonly media: MediaTools }, slot: ClipSlot, kept: Kept): Promise<Refused> {
  if (slot === 'tall' || slot === 'wide') return lookAtFilm(ports, slot, kept);
  return slot === 'captions-vi' || slot === 'captions-en' ? lookAtCaptions(ports.blobs, kept) : lookAtPoster(ports.blobs, slot === 'poster-tall' ? 'tall' : 'wide', kept);
}

async function lookAtFilm({ blobs, media }: { readonly blobs: BlobStore; readonly media: MediaTools }, slot: 'tall' | 'wide', { sha256, bytes }: Kept): Promise<Refused> {
  const read: ReadPart = (start, length) => blobs.readPart(sha256, start, length);
  const look = (await lookAtMp4(read, bytes)) ?? (await lookAtWebm(read));
  if (look === null) return refuse([{ id: 'no-film', value: '' }]);
  const facts = await media.probe(sha256);
  if (facts === 'broken') return refuse([{ id: 'broken', value: '' }]);
  const { refused, report } = judgeClip(look, facts === 'absent' ? null : facts, slot, bytes);
  return refused.length > 0 ? refuse(refused, report) : success({ type: look.type, probe: report });
}

async function lookAtPoster(blobs: BlobStore, shape: Shape, { sha256 }: Kept): Promise<Refused> {
  const look = lookAtImage(await blobs.readPart(sha256, 0, 256 * 1024));
  if (look === null || look.width === 0 || look.height === 0) return refuse([{ id: 'no-picture', value: '' }]);
  if (Math.max(look.width, look.height) > LARGEST_PICTURE) return refuse([{ id: 'picture-size', value: `${look.width}×${look.height}` }]);
  return success({ type: look.type, probe: hasShape(look.width, look.height, shape) ? null : offShape(look) });
}

/** Shown all the same, cropped: whoever uploads it should know. */
function offShape({ type, width, height }: ImageLook): ProbeReport {
  const unknown = { codec: null, seconds: null, framesPerSecond: null, bitsPerSecond: null, hasSound: null };
  return { by: 'own-look', type, width, height, ...unknown, findings: [{ id: 'shape', value: `${width}×${height}` }], fix: null };
}

async function lookAtCaptions(blobs: BlobStore, { sha256 }: Kept): Promise<Refused> {
  const text = decode(await blobs.read(sha256, LARGEST_CAPTIONS));
  if (text === null) return refuse([{ id: 'no-text', value: '' }]);
  const { mistakes } = parseWebVtt(text);
  return mistakes.length > 0 ? refuse(mistakes.slice(0, 5).map((value) => ({ id: 'captions', value }))) : success({ type: 'text/vtt', probe: null });
}

/** Null for bytes that are no UTF-8. */
function decode(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

function refuse(findings: readonly { readonly id: string; readonly value: string }[], report: ProbeReport | null = null): Refused {
  return failure('LIBRARY_FILE_REFUSED', `A kiosk cannot show this file: ${findings.map(({ id, value }) => (value === '' ? id : `${id} ${value}`)).join(', ')}.`, { findings: [...findings], fix: report?.fix ?? null });
}
