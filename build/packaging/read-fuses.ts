/** Marks where Electron's binary holds its fuses: these bytes, a version, a length, then one sign a fuse. */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');

/** Each fuse of schema 1, in the order of the wire (electron/build/fuses/fuses.json5), by electron-builder's names. */
export const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  // Speed of WebAssembly, not safety; the builder leaves it as Electron ships it.
  'wasmTrapHandlers',
] as const;
export type FuseName = (typeof FUSES)[number];
export type FuseState = 'on' | 'off' | 'removed';

const STATES: Readonly<Record<string, FuseState>> = { 0: 'off', 1: 'on', r: 'removed' };

/**
 * The fuses as they are burnt into an Electron binary; null when it holds none or two places disagree (a universal
 * binary has one a processor). A fuse that this Electron does not have is left out.
 */
export function readFuses(binary: Uint8Array): Partial<Record<FuseName, FuseState>> | null {
  const bytes = Buffer.from(binary.buffer, binary.byteOffset, binary.byteLength);
  const wires: string[] = [];
  for (let at = bytes.indexOf(SENTINEL); at !== -1; at = bytes.indexOf(SENTINEL, at + 1)) {
    const start = at + SENTINEL.length + 2;
    if (bytes[start - 2] !== 1) return null;
    wires.push(bytes.toString('latin1', start, start + (bytes[start - 1] ?? 0)));
  }
  const [wire] = wires;
  if (wire === undefined || wires.some((one) => one !== wire)) return null;
  const states = FUSES.map((name, index) => [name, STATES[wire.charAt(index)]] as const);
  return Object.fromEntries(states.filter(([, state]) => state !== undefined));
}
