/** What decides which content a kiosk gets: who it is and where it stands. */
export type ManifestReader = { readonly deviceId: string; readonly servicePoint: string; readonly unit: string | null };

/** The manifest a kiosk shall follow. */
export type ExpectedManifest = {
  /** SHA-256 of the signed text, as a heartbeat's answer names it. */
  readonly sha256: string;
  /** The pack's version, for people. */
  readonly version: string;
  /** Centre's time from which this kiosk was told to follow it, ms. */
  readonly since: number;
};

/**
 * The manifests for these kiosks, in their order; null where none was published. Asked with every group
 * of heartbeats (up to 333 kiosks a second a server), so whoever answers keeps what it knows in memory.
 */
export type ManifestsFor = (readers: readonly ManifestReader[]) => Promise<readonly (ExpectedManifest | null)[]>;

/** A centre without a content library: kiosks show the pack they came with. */
export const noManifests: ManifestsFor = async (readers) => readers.map(() => null);
