import { generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Ring } from '#contract/library.ts';
import { parserOf } from '#contract/parse.ts';
import { Manifest } from '#contract/manifest.ts';
import type { Role } from '#contract/staff.ts';
import { inProject } from '#build/project-root.ts';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';
import { mediaTools } from '#server/adapters/media-tools.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { shippedPack } from '#server/adapters/shipped-pack.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { contentLibrary, type Library } from '#server/services/library/library.ts';
import type { Staff } from '#server/services/staff-access.ts';
import { openStore } from './open-store.ts';

const parseManifest = parserOf(Manifest);
/** 2026-11-23 10:00 in Viet Nam. */
export const NOW = Date.UTC(2026, 10, 23, 3);
export const ALL: Ring = { kind: 'all' };

export type OpenedLibrary = {
  readonly library: Library;
  readonly repositories: Repositories;
  readonly blobs: ReturnType<typeof diskBlobs>;
  readonly key: KeyObject;
  readonly clock: { now(): number; pass(ms: number): void };
  /** A second process of the same centre. */
  another(): Library;
  /** The manifest that a kiosk gets, its signature checked. */
  manifestOf(unit: string | null, device?: string): Promise<Manifest | null>;
  destroy(): Promise<void>;
};

export function person(id: string, unit: string | null = null, role: Role = 'editor'): Staff {
  return { id, email: `${id}@xa.vn`, role, unit };
}

type Media = typeof mediaTools;
/** One for all: a library that is copied signs as the first one did. */
const KEYS = generateKeyPairSync('ed25519');

/** A library on a real disk and a real SQLite file, with the pack of the program as its first content. */
export async function openLibrary({ media = mediaTools, packed = true }: { readonly media?: Media; readonly packed?: boolean } = {}): Promise<OpenedLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-library-'));
  const isCopy = packed && media === mediaTools && isCopied;
  if (isCopy) cpSync(await (filled ??= fillOne()), folder, { recursive: true });
  return openIn(folder, media, isCopy ? 'filled' : packed ? 'with the pack' : 'empty');
}

/** Taking the pack, every clip looked at, costs seconds: once for all tests of a file, which get a copy each. A PostgreSQL has no file to copy. */
let filled: Promise<string> | null = null;
const isCopied = process.env['MOT_CHAM_TESTS_DATABASE'] !== 'postgres';

async function fillOne(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-library-filled-'));
  const first = await openIn(folder, mediaTools, 'with the pack');
  await first.repositories.care.close();
  return folder;
}
afterAll(async () => {
  if (filled !== null) rmSync(await filled, { recursive: true });
});

async function openIn(folder: string, media: Media, content: 'filled' | 'with the pack' | 'empty'): Promise<OpenedLibrary> {
  let now = NOW;
  const clock = { now: () => now, pass: (ms: number) => void (now += ms) };
  const repositories = await openStore(folder, now);
  const blobs = diskBlobs(join(folder, 'blobs'));
  const { privateKey, publicKey } = KEYS;
  const ports = { clock, secrets: nodeSecrets, repositories, blobs, media: media(blobs.pathOf, process.env), sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'), largestUpload: 64 * 1024 * 1024 };
  const library = contentLibrary(ports);
  if (content !== 'filled') await fill(repositories, now);
  if (content === 'with the pack') await library.takePack(shippedPack(inProject('assets', 'pack')), 'Gói của chương trình');
  return {
    library,
    repositories,
    blobs,
    key: publicKey,
    clock,
    another: () => contentLibrary(ports),
    async manifestOf(unit, device = 'k-1') {
      const signed = await library.manifests.signed({ deviceId: device, servicePoint: 'p', unit }, null);
      if (signed === null) return null;
      if (!verify(null, Buffer.from(signed.manifest), publicKey, Buffer.from(signed.signature, 'base64url'))) throw new Error('the signature is wrong');
      const parsed = parseManifest(JSON.parse(signed.manifest));
      if (!parsed.ok) throw new Error(parsed.error.message);
      return parsed.value;
    },
    async destroy() {
      await repositories.care.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function fill({ points }: Repositories, now: number): Promise<void> {
  for (const unit of [{ id: 'tinh', parent: null }, { id: 'xa', parent: 'tinh' }, { id: 'phuong', parent: 'tinh' }]) await points.addUnit({ ...unit, name: unit.id });
  await points.add({ id: 'p-xa', name: 'Xã', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, now);
}
