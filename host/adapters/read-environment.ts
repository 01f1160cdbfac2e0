import { resolve } from 'node:path';
import { failure, success, type Result } from '#domain/result.ts';
import { CONTENT_LIMITS, type ContentLimits } from '../content/decide-load.ts';
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
  /** CONTENT_MAX_MB: all content from the centre; CONTENT_FREE_MB: what stays free on the disk. */
  readonly contentLimits: ContentLimits;
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
  const contentLimits = readLimits(text('CONTENT_MAX_MB'), text('CONTENT_FREE_MB'));
  if (contentLimits === null) return failure('REQUEST_INVALID', 'CONTENT_MAX_MB and CONTENT_FREE_MB must be whole numbers of megabytes');
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
    contentLimits,
    canLeave: text('KIOSK_CAN_LEAVE') === '1',
    canRestart: text('KIOSK_CAN_RESTART') === '1',
  });
}

const MEGABYTE = 1_000_000;
/** The ledger of 400 days with some 600 entries each, put back beside itself, needs as much; content leaves it whatever is set. */
const LEAST_FREE = 128 * MEGABYTE;

function readLimits(most: string | null, reserve: string | null): ContentLimits | null {
  const bytes = (text: string | null, usual: number): number => (text === null ? usual : /^\d{1,7}$/.test(text) ? Number(text) * MEGABYTE : Number.NaN);
  const limits = { mostBytes: bytes(most, CONTENT_LIMITS.mostBytes), reserveBytes: Math.max(LEAST_FREE, bytes(reserve, CONTENT_LIMITS.reserveBytes)) };
  return Number.isNaN(limits.mostBytes) || Number.isNaN(limits.reserveBytes) ? null : limits;
}
