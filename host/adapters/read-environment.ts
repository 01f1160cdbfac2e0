import { resolve } from 'node:path';
import { failure, success, type Result } from '#domain/result.ts';
import { parseLogLevel, type LogLevel } from './json-log.ts';

export type KioskEnvironment = {
  /** The kiosk's own folder: DATA_DIR/kiosk. */
  readonly dataFolder: string;
  readonly packFolder: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Null unless CENTRE_URL and PAIRING_CODE are both set. */
  readonly pairing: { readonly centreUrl: string; readonly pairingCode: string } | null;
  /** KIOSK_DEV_ORIGIN: the origin of a development server that serves the page. */
  readonly devOrigin: string | null;
  /** KIOSK_TOKEN: given by a development server that has to know it; otherwise made at each start. */
  readonly token: string | null;
  /** KIOSK_CAN_LEAVE=1: whoever opened the window closes it when the host ends. */
  readonly canLeave: boolean;
  /** KIOSK_CAN_RESTART=1: whoever supervises the host starts it again when it ends with 75. */
  readonly canRestart: boolean;
};

export const KIOSK_PORT = 8081;

/** Reads the kiosk's environment variables (docs: DATA_DIR, PACK_DIR, KIOSK_PORT, CENTRE_URL, PAIRING_CODE, LOG_LEVEL). */
export function readEnvironment(env: NodeJS.ProcessEnv, projectFolder: string): Result<KioskEnvironment, 'REQUEST_INVALID'> {
  const text = (name: string): string | null => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const port = text('KIOSK_PORT') ?? String(KIOSK_PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return failure('REQUEST_INVALID', `KIOSK_PORT must be a number from 0 to 65535, not ${port}`);
  const token = text('KIOSK_TOKEN');
  if (token !== null && !/^[0-9A-Za-z_-]{16,128}$/.test(token)) return failure('REQUEST_INVALID', 'KIOSK_TOKEN must be 16 to 128 letters, digits, - or _');
  const centreUrl = text('CENTRE_URL');
  const pairingCode = text('PAIRING_CODE');
  return success({
    dataFolder: resolve(text('DATA_DIR') ?? 'data', 'kiosk'),
    packFolder: resolve(text('PACK_DIR') ?? resolve(projectFolder, 'assets', 'pack')),
    port: Number(port),
    logLevel: parseLogLevel(text('LOG_LEVEL') ?? undefined),
    pairing: centreUrl === null || pairingCode === null ? null : { centreUrl, pairingCode },
    devOrigin: text('KIOSK_DEV_ORIGIN'),
    token,
    canLeave: text('KIOSK_CAN_LEAVE') === '1',
    canRestart: text('KIOSK_CAN_RESTART') === '1',
  });
}
