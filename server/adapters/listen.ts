import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** Longest wait for open requests at the end, ms. */
const LAST_REQUESTS_MS = 10_000;
/** Connections that wait to be taken at most. */
const BACKLOG = 4_096;

/**
 * Listens until SIGINT or SIGTERM. Returns the address for this machine's own browser; null, with
 * one line on standard error and exit code 1, when the address cannot be had.
 */
export async function listen(app: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string | null> {
  try {
    // Kiosks that come back together connect in one second; the system's own limit (somaxconn) still holds.
    await app.listen({ host, port, backlog: BACKLOG, listenTextResolver: (address) => `listening on ${address}` });
  } catch (cause) {
    await app.close();
    const remedy = remedyOf(cause, host, port);
    if (remedy === null) throw cause;
    process.stderr.write(`${remedy}\n`);
    process.exitCode = 1;
    return null;
  }
  endOnSignals(app);
  return addressOf(app.server.address(), host);
}

function addressOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

function remedyOf(cause: unknown, host: string, port: number): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop that program, or choose another port, such as PORT=${port + 1}.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: choose a port above 1023, such as PORT=8080.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for every address.`;
    default:
      return null;
  }
}

function endOnSignals(app: FastifyInstance): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    const forced = setTimeout(() => process.exit(1), LAST_REQUESTS_MS);
    forced.unref();
    app.close().catch((cause: unknown) => {
      app.log.error({ err: cause }, 'the centre did not close cleanly');
      process.exitCode = 1;
    });
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
