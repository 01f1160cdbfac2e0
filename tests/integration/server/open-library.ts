import { generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** A library on a real disk and a real SQLite file, with the pack of the program as its first content. */
export async function openLibrary({ media = mediaTools, packed = true }: { readonly media?: typeof mediaTools; readonly packed?: boolean } = {}): Promise<OpenedLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-library-'));
  let now = NOW;
  const clock = { now: () => now, pass: (ms: number) => void (now += ms) };
  const repositories = await openStore(folder, now);
  const blobs = diskBlobs(join(folder, 'blobs'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const ports = { clock, secrets: nodeSecrets, repositories, blobs, media: media(blobs.pathOf, process.env), sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'), largestUpload: 64 * 1024 * 1024 };
  const library = contentLibrary(ports);
  for (const unit of [{ id: 'tinh', parent: null }, { id: 'xa', parent: 'tinh' }, { id: 'phuong', parent: 'tinh' }]) await repositories.points.addUnit({ ...unit, name: unit.id });
  await repositories.points.add({ id: 'p-xa', name: 'Xã', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, now);
  if (packed) await library.takePack(shippedPack(inProject('assets', 'pack')), 'Gói của chương trình');
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
