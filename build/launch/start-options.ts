import { isAbsolute, join } from 'node:path';
import { parsePort } from './ports.ts';

export type StartOptions = {
  readonly centrePort: number;
  readonly kioskPort: number;
  readonly host: string;
  /** The centre's folder; the kiosk's lies in it. */
  readonly dataDir: string;
  readonly showsWindow: boolean;
};

export type ParsedStart =
  | { readonly kind: 'options'; readonly options: StartOptions }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads what `npm start` was asked for. */
export function parseStartOptions(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  root: string,
): ParsedStart {
  const unknown = args.find((arg) => arg !== '--no-window');
  if (unknown !== undefined) return { kind: 'wrong', message: `npm start does not know ${unknown}. It knows: npm start -- --no-window` };
  const centrePort = parsePort(env['PORT'], 8080);
  if (centrePort === null) return { kind: 'wrong', message: `PORT is a number from 0 to 65535, not "${env['PORT'] ?? ''}".` };
  const kioskPort = parsePort(env['KIOSK_PORT'], 8081);
  if (kioskPort === null) return { kind: 'wrong', message: `KIOSK_PORT is a number from 0 to 65535, not "${env['KIOSK_PORT'] ?? ''}".` };
  if (centrePort !== 0 && centrePort === kioskPort) return { kind: 'wrong', message: `PORT and KIOSK_PORT are both ${centrePort}: give the kiosk another, KIOSK_PORT=${centrePort + 1} npm start` };
  const folder = env['DATA_DIR'] === undefined || env['DATA_DIR'] === '' ? 'data' : env['DATA_DIR'];
  const host = env['HOST'] === undefined || env['HOST'] === '' ? '127.0.0.1' : env['HOST'];
  return {
    kind: 'options',
    options: {
      centrePort,
      kioskPort,
      host,
      dataDir: isAbsolute(folder) ? folder : join(root, folder),
      showsWindow: !args.includes('--no-window'),
    },
  };
}
