import type { Secrets } from '../ports.ts';
import { diskFiles } from './disk-files.ts';

/** Readable and writable by the kiosk's own user only. */
const OWNER_ONLY = 0o600;

/** One file a secret under `folder`, mode 0600. */
export function fileSecrets(folder: string): Secrets {
  const files = diskFiles(folder, OWNER_ONLY);
  return {
    load: async (name) => (await files.readText(`${name}.secret`))?.trim() ?? null,
    save: (name, secret) => files.writeText(`${name}.secret`, `${secret}\n`),
  };
}
