import { openSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { STEADY_CODE } from './steady-code.ts';

/**
 * Loaded with `--import` into the host and the centre of a soak, never by the product: on SIGUSR2 collects what is not
 * needed any more and writes what is left to `SOAK_DIR/<program>.json`. A signal and a file need no port.
 */
export type InsideProcess = {
  readonly asked: number;
  readonly heapUsed: number;
  /** Memory of buffers outside the heap. */
  readonly external: number;
  /** Sockets, timers, files and requests that keep the process at work. */
  readonly handles: number;
};

const folder = process.env['SOAK_DIR'] ?? '';
const program = basename(process.argv[1] ?? '', '.ts');
/** A leak planted on purpose, so that the soak itself can be seen to fail. */
const isLeaking = process.env['SOAK_LEAK'] === program;
const leaked: unknown[] = [];
let asked = 0;

if (folder !== '' && process.platform !== 'win32') {
  for (const flag of ['--expose-gc', ...STEADY_CODE]) setFlagsFromString(flag);
  const collect: unknown = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    // The first collection frees what the second finds unreachable.
    for (let time = 0; time < 2; time += 1) if (typeof collect === 'function') collect();
    asked += 1;
    if (isLeaking) leaked.push(openSync('/dev/null', 'r'), setInterval(() => undefined, 60_000).unref(), Array.from({ length: 20_000 }, (_, index) => index + 0.5));
    const { heapUsed, external } = process.memoryUsage();
    const inside: InsideProcess = { asked, heapUsed, external, handles: process.getActiveResourcesInfo().length };
    writeFileSync(join(folder, `${program}.json`), JSON.stringify(inside));
  });
  writeFileSync(join(folder, `${program}.pid`), String(process.pid));
}
