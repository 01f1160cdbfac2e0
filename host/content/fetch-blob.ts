import { BLOBS_PATH, type ManifestFile } from '#contract/manifest.ts';
import type { Appender, Download, DownloadAnswer } from '../ports.ts';
import { tellError } from '../tell-error.ts';
import type { BlobFiles, HeldPart } from './blob-files.ts';

/** The line may be silent so long, ms. */
const SILENCE = 30_000;

export type FetchNeeds = {
  readonly blobs: BlobFiles;
  readonly download: Download;
  readonly centreUrl: string;
  readonly token: string;
  /** Settles when so many more bytes may be loaded. */
  readonly pace: (bytes: number) => Promise<void>;
  /** False: stop here and keep what is there. */
  readonly mayGoOn: () => boolean;
  readonly onBytes: (bytes: number) => void;
};

export type FetchOutcome =
  | { readonly kind: 'whole' }
  | { readonly kind: 'paused' }
  /** The line was cut or the centre is busy; what came is kept. `retryAfter`: the header, unread. */
  | { readonly kind: 'cut'; readonly detail: string; readonly retryAfter: string | undefined }
  /** All bytes came and they are not the file; nothing of them is kept. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'full' };

/** Loads one file, going on where the last try ended. Its bytes are hashed as they are written. */
export async function fetchBlob(needs: FetchNeeds, file: ManifestFile): Promise<FetchOutcome> {
  const held = await needs.blobs.hold(file);
  if (held.bytes === file.bytes) return finish(needs, file, held);
  const answer = await ask(needs, file, held.bytes);
  if (typeof answer === 'string') return { kind: 'cut', detail: answer, retryAfter: undefined };
  const skip = bytesToSkip(answer, held.bytes);
  if (skip === null) return readRefusal(needs, file, answer);
  return receive(needs, file, held, { answer, skip });
}

async function ask({ download, centreUrl, token }: FetchNeeds, file: ManifestFile, from: number): Promise<DownloadAnswer | string> {
  const range = from === 0 ? {} : { range: `bytes=${from}-` };
  try {
    return await download({ url: `${centreUrl}${BLOBS_PATH}${file.sha256}`, headers: { authorization: `Bearer ${token}`, ...range }, silence: SILENCE });
  } catch (error: unknown) {
    return tellError(error);
  }
}

/** How much of the body is there already; null when the answer is no file. A server may ignore Range and give all. */
function bytesToSkip(answer: DownloadAnswer, held: number): number | null {
  if (answer.status === 200) return held;
  if (answer.status !== 206) return null;
  const start = /^bytes (\d{1,15})-/.exec(answer.headers['content-range'] ?? '')?.[1];
  const skip = start === undefined ? -1 : held - Number(start);
  return skip < 0 ? null : skip;
}

async function readRefusal({ blobs }: FetchNeeds, file: ManifestFile, answer: DownloadAnswer): Promise<FetchOutcome> {
  await answer.cancel();
  switch (answer.status) {
    case 404:
    case 410:
      return { kind: 'missing' };
    case 401:
    case 403:
      return { kind: 'refused', detail: `status ${answer.status}` };
    case 206:
    case 416:
      // What is held is not a beginning of the centre's file.
      await blobs.dropPart(file.sha256);
      return { kind: 'cut', detail: 'the centre has no such part of the file', retryAfter: undefined };
    default:
      return { kind: 'cut', detail: `status ${answer.status}`, retryAfter: answer.headers['retry-after'] };
  }
}

type Incoming = { readonly answer: DownloadAnswer; readonly skip: number };

async function receive(needs: FetchNeeds, file: ManifestFile, held: HeldPart, incoming: Incoming): Promise<FetchOutcome> {
  const part = await needs.blobs.openPart(file.sha256, held.bytes);
  let outcome: FetchOutcome | HeldPart;
  try {
    outcome = await writePieces(needs, file, { held, part }, incoming);
  } finally {
    await part.close();
  }
  if ('kind' in outcome) {
    if (outcome.kind === 'wrong') await needs.blobs.dropPart(file.sha256);
    return outcome;
  }
  if (outcome.bytes < file.bytes) return { kind: 'cut', detail: `${outcome.bytes} of ${file.bytes} bytes came`, retryAfter: undefined };
  return finish(needs, file, outcome);
}

type Writing = { readonly held: HeldPart; readonly part: Appender };

async function writePieces(needs: FetchNeeds, file: ManifestFile, { held, part }: Writing, { answer, skip }: Incoming): Promise<FetchOutcome | HeldPart> {
  let [bytes, left] = [held.bytes, skip];
  try {
    for await (const whole of answer.body) {
      needs.onBytes(whole.byteLength);
      const piece = whole.subarray(Math.min(left, whole.byteLength));
      left -= whole.byteLength - piece.byteLength;
      bytes += piece.byteLength;
      if (bytes > file.bytes) return { kind: 'wrong' };
      if (!(await part.write(piece)).ok) return { kind: 'full' };
      held.hasher.update(piece);
      await needs.pace(whole.byteLength);
      if (bytes < file.bytes && !needs.mayGoOn()) return { kind: 'paused' };
    }
  } catch (error: unknown) {
    return { kind: 'cut', detail: tellError(error), retryAfter: undefined };
  }
  return { bytes, hasher: held.hasher };
}

async function finish({ blobs }: FetchNeeds, file: ManifestFile, held: HeldPart): Promise<FetchOutcome> {
  if (held.hasher.hex() !== file.sha256) {
    await blobs.dropPart(file.sha256);
    return { kind: 'wrong' };
  }
  await blobs.finish(file.sha256);
  return { kind: 'whole' };
}
