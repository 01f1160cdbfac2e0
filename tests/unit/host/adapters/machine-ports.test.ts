import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, expect, it } from 'vitest';
import { lockDataFolder } from '#host/adapters/data-folder-lock.ts';
import { keptLog } from '#host/adapters/kept-log.ts';
import { fileSecrets } from '#host/adapters/file-secrets.ts';
import { machinePorts } from '#host/adapters/machine-ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'mot-cham-ports-'));
const centre = createServer((_, response) => response.end('{}'));
afterAll(() => {
  centre.close();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps nothing of a request to the centre that has been answered', async () => {
  const lock = lockDataFolder(folder);
  if (!lock.ok) throw new Error('the folder is held by somebody');
  const { http } = machinePorts({ dataFolder: folder, packFolder: folder, lock: lock.value }, keptLog(folder, 'error'), fileSecrets(folder));
  await new Promise<void>((done) => centre.listen(0, '127.0.0.1', done));
  const address = centre.address();
  const port = typeof address === 'object' ? address?.port : 0;
  for (let time = 0; time < 3; time += 1) await http.send({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {}, body: null, timeout: 5_000 });
  expect(performance.getEntriesByType('resource')).toEqual([]);
  lock.value.release();
});
