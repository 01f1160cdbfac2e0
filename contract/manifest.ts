import { Type, type Static } from 'typebox';
import { LocalText } from './content-pack.ts';
import { PathInPack } from './pack-parts.ts';

/** Written into every manifest; a kiosk refuses a format it does not know. */
export const MANIFEST_FORMAT = 'mot-cham-manifest/1';

/** Where the centre gives the bytes of a file; its SHA-256 follows. */
export const BLOBS_PATH = '/api/v1/blobs/';

/** SHA-256 of a file's bytes, in small hexadecimal: the file's name for ever. */
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Millis = Type.Integer({ minimum: 0 });
const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** One file of the pack, at the path it has inside the pack. */
export const ManifestFile = Type.Object({
  path: PathInPack,
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 0, maximum: 4 * 1024 ** 3 }),
});
export type ManifestFile = Static<typeof ManifestFile>;

/** Shown over everything from `from` until `until`, then gone by itself; times are ms since the epoch. */
export const UrgentNotice = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  from: Millis,
  until: Millis,
  title: LocalText,
  text: LocalText,
});
export type UrgentNotice = Static<typeof UrgentNotice>;

/** What a kiosk shall hold and show. Signed as a whole; see {@link SignedManifest}. */
export const Manifest = Type.Object({
  format: Type.Literal(MANIFEST_FORMAT),
  /** Grows with every publication, a return to older content too: a kiosk never goes back to a lower one. */
  sequence: Type.Integer({ minimum: 1 }),
  issuedAt: Millis,
  /** The pack's version, as pack.json says it. */
  version: Type.String({ pattern: '^\\d{4}\\.\\d{1,2}\\.\\d+$' }),
  files: Type.Array(ManifestFile, { minItems: 1, maxItems: 5_000 }),
  notices: Type.Array(UrgentNotice, { maxItems: 20 }),
  sync: Type.Object({
    /** Most bytes a second a kiosk may load; null: as many as come. */
    bytesPerSecond: Type.Union([Type.Integer({ minimum: 1_000 }), Type.Null()]),
    /** Files are loaded only in this span of the service point's day (it may pass midnight); null: at any time. */
    quietHours: Type.Union([Type.Object({ from: TimeOfDay, until: TimeOfDay }), Type.Null()]),
  }),
});
export type Manifest = Static<typeof Manifest>;

/**
 * The answer of GET /api/v1/manifest. `manifest` is the JSON text of a {@link Manifest} exactly as it was
 * signed, `signature` its Ed25519 signature (base64url) under the content key that the kiosk got when it
 * enrolled. The SHA-256 of `manifest` is its ETag and what a heartbeat's answer names.
 */
export const SignedManifest = Type.Object({
  manifest: Type.String({ minLength: 2, maxLength: 4 * 1024 * 1024 }),
  signature: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }),
});
export type SignedManifest = Static<typeof SignedManifest>;

/** How far a kiosk is with the content it shall show; part of its health. */
export const ContentState = Type.Object({
  /** SHA-256 of the manifest in use; null: the pack that came with the kiosk. */
  manifest: Type.Union([Sha256, Type.Null()]),
  /** SHA-256 of the manifest that is being loaded, and how much of it is there; null: nothing is. */
  loading: Type.Union([
    Type.Object({ manifest: Sha256, bytesDone: Type.Integer({ minimum: 0 }), bytesTotal: Type.Integer({ minimum: 0 }) }),
    Type.Null(),
  ]),
  /** Files that were refused (hash, decoding) and are not tried again for this manifest. */
  refused: Type.Array(Type.Object({ path: Type.String({ maxLength: 120 }), reason: Type.String({ maxLength: 200 }) }), { maxItems: 50 }),
});
export type ContentState = Static<typeof ContentState>;
