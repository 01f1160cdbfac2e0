import { fileSecrets } from '#host/adapters/file-secrets.ts';
import type { Log, Secrets } from '#host/ports.ts';
import type { SafeStorage } from './shell-api.ts';

/** Marks a secret that the system's key store wraps. */
const WRAPPED = 'safe-storage:';

/**
 * The system's key store where there is a real one; on Linux without a key ring Electron would only
 * obscure the text, so there a file of mode 0600 is the honest answer.
 */
export function electronSecrets(folder: string, safeStorage: SafeStorage, platform: string, log: Log): Secrets {
  const files = fileSecrets(folder);
  const wraps = (): boolean => safeStorage.isEncryptionAvailable() && (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  return {
    load: async (name) => {
      const kept = await files.load(name);
      if (kept === null || !kept.startsWith(WRAPPED)) return kept;
      try {
        return safeStorage.decryptString(Buffer.from(kept.slice(WRAPPED.length), 'base64'));
      } catch (error: unknown) {
        // The key ring was made anew: the kiosk has to be paired again, and says so.
        log.error('secrets.unreadable', { name, detail: String(error) });
        return null;
      }
    },
    save: (name, secret) => files.save(name, wraps() ? WRAPPED + safeStorage.encryptString(secret).toString('base64') : secret),
  };
}
