import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { findRange, type ByteRange } from './find-range.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
};

/** Only files a page has a use for are served; a pack may hold sources and notes beside them. */
export function mediaType(path: string): string | null {
  return TYPES[extname(path).toLowerCase()] ?? null;
}

export type ServedFile = {
  readonly status: 200 | 206 | 304 | 404 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | null;
};

const NOT_FOUND: ServedFile = { status: 404, headers: {}, body: null };

export type FileRequest = {
  /** The path below `root`, decoded from the address or not; may try to lead out of it. */
  readonly path: string;
  readonly range?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly headOnly?: boolean;
  /** For a file whose name does not say what it is. */
  readonly kind?: { readonly type: string | null; readonly isImmutable: boolean };
};

/** A file below `root` as HTTP would give it, in parts when asked (RFC 9110, 14). Both shells serve media with it. */
export async function serveFile(root: string, request: FileRequest): Promise<ServedFile> {
  const place = await findFile(root, request.path, request.kind === undefined ? mediaType(request.path) : request.kind.type);
  if (place === null) return NOT_FOUND;
  const { path, size, etag, type } = place;
  const headers = { 'content-type': type, etag, 'accept-ranges': 'bytes', 'cache-control': request.kind?.isImmutable === true ? 'max-age=31536000, immutable' : 'no-cache' };
  if (request.ifNoneMatch === etag) return { status: 304, headers, body: null };
  const range = findRange(request.range, size);
  if (range === 'unsatisfiable') return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: null };
  const length = range === null ? size : range.end - range.start + 1;
  const all = { ...headers, 'content-length': String(length), ...(range === null ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }) };
  return { status: range === null ? 200 : 206, headers: all, body: request.headOnly === true || length === 0 ? null : openRange(path, range) };
}

function openRange(path: string, range: ByteRange | null): Readable {
  return range === null ? createReadStream(path) : createReadStream(path, { start: range.start, end: range.end });
}

async function findFile(root: string, name: string, type: string | null): Promise<{ path: string; size: number; etag: string; type: string } | null> {
  const decoded = decode(name);
  if (type === null || decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  try {
    const base = await realpath(resolve(root));
    // The real path, so that neither ".." nor a link leads out.
    const path = await realpath(resolve(base, `.${sep}${decoded}`));
    if (!path.startsWith(base + sep)) return null;
    const found = await stat(path);
    if (!found.isFile()) return null;
    return { path, size: found.size, etag: `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`, type };
  } catch (error: unknown) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function decode(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch (error: unknown) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
