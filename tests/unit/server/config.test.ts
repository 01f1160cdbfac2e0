import { expect, test } from 'vitest';
import { parseConfig } from '#server/config.ts';
import { shownAddress } from '#server/database-config.ts';

test('without variables the centre is on this machine only', () => {
  expect(parseConfig({})).toEqual({ ok: true, config: { port: 8080, host: '127.0.0.1', dataDir: './data', blobDir: './data/blobs', largestUpload: 536_870_912, blobsPublic: false, database: { kind: 'sqlite' }, publicUrl: null, logLevel: 'info', trustProxy: [], rephrase: null, people: { smtp: null, webhookHosts: [], oidc: null } } });
});

test('an empty variable is an unset one', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '' })).toMatchObject({ ok: true });
});

test('the public address has no slash at its end', () => {
  expect(parseConfig({ PUBLIC_URL: 'https://motcham.vn/' })).toMatchObject({ config: { publicUrl: 'https://motcham.vn' } });
});

test('says everything that is wrong at once', () => {
  const parsed = parseConfig({ PORT: '80a', LOG_LEVEL: 'loud', PUBLIC_URL: 'motcham.vn', DATABASE_URL: 'mysql://x' });
  expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'PUBLIC_URL', 'DATABASE_URL']);
});

test('a database of PostgreSQL is taken as it is named, with ten connections and no replica unless said otherwise', () => {
  const url = 'postgres://centre:p%40ss@db:5432/centre?sslmode=verify-full';
  expect(parseConfig({ DATABASE_URL: url })).toMatchObject({ config: { database: { kind: 'postgres', url, readUrl: null, connections: 10 } } });
  const more = parseConfig({ DATABASE_URL: 'postgresql:///centre?host=/run/postgresql', DATABASE_READ_URL: url, DATABASE_CONNECTIONS: '30' });
  expect(more).toMatchObject({ config: { database: { readUrl: url, connections: 30 } } });
});

test.each([
  [{ DATABASE_URL: 'mysql://u:geheim@x/y' }, /^DATABASE_URL is not understood.*SQLite/],
  [{ DATABASE_URL: 'postgres://u:geheim@x' }, /names no database/],
  [{ DATABASE_URL: 'postgres://u:geheim@a,b/y' }, /several hosts/],
  [{ DATABASE_URL: 'postgres://u:geheim%zz@a/y' }, /%25/],
  [{ DATABASE_URL: 'postgres://u:geheim/x@a:port/y' }, /is no address/],
  [{ DATABASE_READ_URL: 'postgres://u:geheim@a/y' }, /DATABASE_URL, which is not set/],
  [{ DATABASE_URL: 'postgres://u@a/y', DATABASE_CONNECTIONS: '1' }, /from 2/],
])('a wrong database address is explained, and its password is never repeated: %o', (variables, said) => {
  const parsed = parseConfig(variables);
  const text = parsed.ok ? '' : parsed.problems.join('\n');
  expect(text).toMatch(said);
  expect(text).not.toContain('geheim');
});

test('a database address is shown without user and password', () => {
  expect(shownAddress('postgres://u:geheim@db.vn:6432/centre?sslmode=require')).toBe('centre at db.vn:6432');
  expect(shownAddress('postgres:///centre?host=/run/postgresql')).toBe('centre at /run/postgresql');
});

test('a film may have up to 4 GiB, because a manifest has room for no larger file', () => {
  expect(parseConfig({ LARGEST_UPLOAD_MIB: '4096', BLOB_DIR: '/srv/blobs', BLOBS_PUBLIC: '1' })).toMatchObject({ ok: true, config: { largestUpload: 4_294_967_296, blobDir: '/srv/blobs', blobsPublic: true } });
  for (const wrong of ['0', '4097', 'viel']) expect(parseConfig({ LARGEST_UPLOAD_MIB: wrong })).toMatchObject({ ok: false });
});
