import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { until } from '#tests/driver/until.ts';
import { openCentre, PASSWORD, type Centre } from './open-centre.ts';

/** Where a program is, or null. `<NAME>_PATH` names one that is not on the PATH. */
function find(name: string): string | null {
  const named = process.env[`${name.toUpperCase().replaceAll('-', '_')}_PATH`];
  const places = named === undefined ? (process.env['PATH'] ?? '').split(delimiter).concat('/usr/sbin').map((folder) => join(folder, name)) : [named];
  return (
    places.find((place) => {
      try {
        accessSync(place, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }) ?? null
  );
}

const page = readFileSync(inProject('docs/operations.md'), 'utf8');
const blockOf = (language: string): string => new RegExp('```' + language + '\\n([\\s\\S]*?)```').exec(page)?.[1] ?? '';
const [nginx, caddy, openssl, systemd] = ['nginx', 'caddy', 'openssl', 'systemd-analyze'].map(find);
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-proxy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe.runIf(nginx && openssl)('nginx as docs/operations.md sets it up', () => {
  let centre: Centre;
  let proxy: ChildProcess;
  let port = 0;
  beforeAll(async () => {
    port = await freePort();
    const plain = await freePort();
    centre = await openCentre({ publicUrl: `https://localhost:${port}`, trustProxy: ['127.0.0.1'] });
    const inner = new URL(await centre.app.listen({ port: 0, host: '127.0.0.1' })).port;
    execFileSync(openssl ?? '', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${folder}/key.pem`, '-out', `${folder}/fullchain.pem`, '-days', '2', '-subj', '/CN=localhost'], { stdio: 'ignore' });
    const site = blockOf('nginx').replaceAll('/etc/ssl/motcham', folder).replaceAll(/\[::\]:443|\[::\]:80/g, (each) => `[::1]:${each.endsWith('443') ? port : plain}`).replaceAll(/listen 443/g, `listen 127.0.0.1:${port}`).replaceAll(/listen 80/g, `listen 127.0.0.1:${plain}`).replaceAll('127.0.0.1:8080', `127.0.0.1:${inner}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
    writeFileSync(`${folder}/nginx.conf`, `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${temporary} ${site.replaceAll(/listen \[::1\][^;]*;/g, '')} }`);
    proxy = spawn(nginx ?? '', ['-c', `${folder}/nginx.conf`, '-p', folder, '-e', `${folder}/error.log`], { stdio: 'ignore' });
    await until(() => ask('GET', '/readyz').then((answer) => answer.status === 200, () => false), 'nginx answers');
  });
  afterAll(async () => {
    proxy.kill('SIGTERM');
    await new Promise((done) => proxy.once('exit', done));
    await centre.close();
  });

  type Answer = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string };
  function ask(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((done, fail) => {
      const sent = request({ host: '127.0.0.1', port, path, method, rejectUnauthorized: false, headers: { host: `localhost:${port}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', fail);
      sent.end(body);
    });
  }

  test('people sign in over TLS with a secure cookie, and change things from the dashboard\'s own address only', async () => {
    await centre.addUser('a@vi.vn', 'admin');
    const origin = { origin: `https://localhost:${port}` };
    const answer = await ask('POST', '/api/v1/sign-in', JSON.stringify({ email: 'a@vi.vn', password: PASSWORD }), origin);
    expect([answer.status, answer.headers['strict-transport-security']]).toEqual([204, 'max-age=31536000; includeSubDomains']);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    expect(cookie).toMatch(/^__Host-session=/);
    const add = (headers: Record<string, string>): Promise<Answer> => ask('POST', '/api/v1/service-points', JSON.stringify({ id: 'p1', name: 'Một' }), { cookie, ...headers });
    expect([(await add({ origin: 'https://evil.vn' })).status, (await add(origin)).status]).toEqual([403, 201]);
  });

  test('nobody chooses the address that he seems to come from', async () => {
    const statuses = [];
    for (let index = 0; index < 8; index += 1) statuses.push((await ask('POST', '/api/v1/sign-in', JSON.stringify({ email: 'b@vi.vn', password: 'no' }), { 'x-forwarded-for': `10.9.8.${index}` })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

test(nginx && openssl ? 'nginx is here and was tested' : 'COULD NOT RUN nginx: it is not on this machine (NGINX_PATH names one)', () => {
  expect(blockOf('nginx')).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
});

test(caddy ? 'Caddy takes the file of docs/operations.md' : 'COULD NOT RUN Caddy: it is not on this machine (CADDY_PATH names one)', () => {
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, blockOf('caddy'));
  if (caddy) execFileSync(caddy, ['validate', '--adapter', 'caddyfile', '--config', file]);
  expect(blockOf('caddy')).toContain('reverse_proxy');
});

test(systemd ? 'systemd takes the unit of docs/operations.md and finds it well shut' : 'COULD NOT RUN systemd-analyze: it is not on this machine', () => {
  const file = join(folder, 'motcham.service');
  writeFileSync(file, blockOf('systemd').replace('/opt/mot-cham/node_modules/.bin/node', process.execPath).replace('EnvironmentFile=', 'EnvironmentFile=-'));
  if (!systemd) return;
  execFileSync(systemd, ['verify', '--man=no', file], { stdio: 'pipe' });
  const report = execFileSync(systemd, ['security', '--offline=true', '--no-pager', file], { encoding: 'utf8' });
  const exposure = Number(/Overall exposure level[^:]*: ([\d.]+)/.exec(report)?.[1] ?? '10');
  expect(exposure).toBeLessThan(2.5);
});
