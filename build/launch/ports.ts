import { createServer } from 'node:net';

/** Whether nobody listens on the port; port 0 is always free, because the system picks one. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  if (port === 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Reads a port from the environment. A value that is no port is told apart from one not given. */
export function parsePort(text: string | undefined, usual: number): number | null {
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}
