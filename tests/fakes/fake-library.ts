import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { BLOBS_PATH, MANIFEST_FORMAT, type Manifest, type SignedManifest } from '#contract/manifest.ts';
import type { Download, HttpAnswer } from '#host/ports.ts';

/** What happens to a file on its way. */
export type BlobFate =
  | { readonly kind: 'whole' }
  /** The line is cut after so many bytes of the answer. */
  | { readonly kind: 'cut'; readonly after: number }
  /** One bit is turned. */
  | { readonly kind: 'flip' }
  | { readonly kind: 'missing' }
  /** As a server that knows no Range: everything, with 200. */
  | { readonly kind: 'ignore-range' }
  | { readonly kind: 'busy'; readonly retryAfter: string }
  | { readonly kind: 'no-answer' };

export type Publishing = Partial<Omit<Manifest, 'files' | 'format'>> & { readonly format?: string };

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The content library of a centre in memory: it signs what it publishes, and gives files with faults. */
export class FakeLibrary {
  readonly blobs = new Map<string, Uint8Array>();
  /** Each answer with a body: which file, from which byte, how many bytes went out. */
  readonly loads: { readonly sha: string; readonly from: number; sent: number }[] = [];
  readonly ranges: string[] = [];
  fates: BlobFate[] = [];
  pieceBytes = 1_000;
  signed: SignedManifest | null = null;
  sequence = 0;
  /** Asked for the manifest so often. */
  manifestAsks = 0;
  readonly #keys = generateKeyPairSync('ed25519');

  get contentKey(): string {
    const { x } = this.#keys.publicKey.export({ format: 'jwk' });
    return String(x);
  }

  /** SHA-256 of what is published; null: nothing is. */
  get manifest(): string | null {
    return this.signed === null ? null : sha256(this.signed.manifest);
  }

  /** Publishes these files and gives the manifest's SHA-256. */
  publish(files: Readonly<Record<string, Uint8Array | string>>, options: Publishing = {}): string {
    this.sequence += 1;
    const entries = Object.entries(files).map(([path, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      this.blobs.set(sha256(bytes), bytes);
      return { path, sha256: sha256(bytes), bytes: bytes.byteLength };
    });
    const manifest = { format: MANIFEST_FORMAT, sequence: this.sequence, issuedAt: 1, version: '2026.11.2', notices: [], sync: { bytesPerSecond: null, quietHours: null }, ...options, files: entries };
    this.signed = this.sign(JSON.stringify(manifest));
    return sha256(this.signed.manifest);
  }

  sign(text: string): SignedManifest {
    return { manifest: text, signature: sign(null, Buffer.from(text), this.#keys.privateKey).toString('base64url') };
  }

  bytesSent(): number {
    return this.loads.reduce((sum, { sent }) => sum + sent, 0);
  }

  answerManifest(ifNoneMatch: string | undefined): HttpAnswer {
    this.manifestAsks += 1;
    if (this.signed === null) return { status: 404, headers: {}, body: { error: { code: 'CONTENT_NONE', message: 'nothing' } } };
    const etag = `"${this.manifest}"`;
    return ifNoneMatch === etag ? { status: 304, headers: { etag }, body: null } : { status: 200, headers: { etag }, body: this.signed };
  }

  download: Download = async ({ url, headers }) => {
    await Promise.resolve();
    const sha = new URL(url).pathname.slice(BLOBS_PATH.length);
    const fate = this.fates.shift() ?? { kind: 'whole' };
    if (fate.kind === 'no-answer') throw new Error('connect ECONNREFUSED');
    if (fate.kind === 'busy') return this.#bare(503, { 'retry-after': fate.retryAfter });
    const bytes = this.blobs.get(sha);
    if (bytes === undefined || fate.kind === 'missing') return this.#bare(404, {});
    const asked = headers['range'];
    if (asked !== undefined) this.ranges.push(asked);
    const from = fate.kind === 'ignore-range' ? 0 : Number(/^bytes=(\d+)-$/.exec(asked ?? '')?.[1] ?? 0);
    const status = from === 0 ? 200 : 206;
    const load = { sha, from, sent: 0 };
    this.loads.push(load);
    const body = fate.kind === 'flip' ? flipped(bytes) : bytes;
    const length = { 'content-length': String(bytes.byteLength - from), ...(status === 206 ? { 'content-range': `bytes ${from}-${bytes.byteLength - 1}/${bytes.byteLength}` } : {}) };
    return { status, headers: length, body: this.#pieces(body.subarray(from), load, fate.kind === 'cut' ? fate.after : null), cancel: async () => undefined };
  };

  #bare(status: number, headers: Readonly<Record<string, string>>): Awaited<ReturnType<Download>> {
    return { status, headers, body: this.#pieces(new Uint8Array(), { sent: 0 }, null), cancel: async () => undefined };
  }

  async *#pieces(bytes: Uint8Array, load: { sent: number }, cutAfter: number | null): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.byteLength; at += this.pieceBytes) {
      const end = Math.min(at + this.pieceBytes, cutAfter ?? bytes.byteLength, bytes.byteLength);
      if (end > at) {
        load.sent += end - at;
        yield bytes.subarray(at, end);
      }
      if (cutAfter !== null && end >= cutAfter) throw new Error('the line was cut');
    }
  }
}

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const middle = Math.floor(copy.byteLength / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
