import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { signedHeaders } from '#server/services/notify-webhook.ts';
import { openCentre, tap, TEN_O_CLOCK, type Centre } from './open-centre.ts';

const run = promisify(execFile);
const page = readFileSync(inProject('docs/api.md'), 'utf8');
const blocks = (language: string): readonly string[] => [...page.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))].map((match) => match[1] ?? '');
const calls = blocks('sh').flatMap((block) => block.split('\n')).filter((line) => line.startsWith('curl '));

let centre: Centre;
let folder: string;
let address: string;
beforeAll(async () => {
  centre = await openCentre();
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-api-'));
  await centre.repositories.points.addUnit({ id: 'hung-yen', name: 'Tỉnh Hưng Yên', parent: null });
  await centre.addPoint('my-hao', 'hung-yen');
  await centre.send(await centre.enrol('my-hao'), { first: 1, entries: Array.from({ length: 12 }, (_, index) => tap(5, (12 - index) * 60_000)) });
  await centre.repositories.staff.addReadToken({ id: 't', name: 'docs', unit: 'hung-yen' }, nodeSecrets.hash('read-me'), TEN_O_CLOCK);
  address = await centre.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await centre.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the page has calls to run', () => {
  expect(calls.length).toBeGreaterThan(7);
});

test.each(calls)('%s', async (call) => {
  const { stdout } = await run('bash', ['-c', call], { cwd: folder, env: { ...process.env, CENTRE: address, TOKEN: 'read-me' } });
  const answer = call.includes('-o daily.csv') ? readFileSync(join(folder, 'daily.csv'), 'utf8') : JSON.stringify(JSON.parse(stdout));
  expect(answer).not.toContain('"error"');
  expect(answer.includes('my-hao') || !call.includes('daily')).toBe(true);
});

test('the example of a day has the form of a real one', async () => {
  const real = await fetch(`${address}/api/v1/summaries/daily?from=2026-11-23&to=2026-11-23`, { headers: { authorization: 'Bearer read-me' } });
  const [example] = blocks('json').map((block) => JSON.parse(block) as { days: object[] });
  const { days } = (await real.json()) as { days: object[] };
  expect(Object.keys(example?.days[0] ?? {}).toSorted()).toEqual(Object.keys(days[0] ?? {}).toSorted());
});

test('the receiver\'s check takes what the centre signs, and nothing else', async () => {
  const file = join(folder, 'receiver.mjs');
  writeFileSync(file, blocks('js')[0] ?? '');
  const { isFromTheCentre } = (await import(file)) as { isFromTheCentre: (secret: string, headers: object, body: string, now: number) => boolean };
  const headers = signedHeaders('secret', { id: '1', body: '{"a":1}', now: TEN_O_CLOCK });
  const check = (secret: string, body: string, now = TEN_O_CLOCK): boolean => isFromTheCentre(secret, headers, body, now);
  expect([check('secret', '{"a":1}'), check('secret', '{"a":2}'), check('other', '{"a":1}'), check('secret', '{"a":1}', TEN_O_CLOCK + 400_000)]).toEqual([true, false, false, false]);
});
