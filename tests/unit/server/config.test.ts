import { expect, test } from 'vitest';
import { parseConfig } from '#server/config.ts';

test('without variables the centre is on this machine only', () => {
  expect(parseConfig({})).toEqual({ ok: true, config: { port: 8080, host: '127.0.0.1', dataDir: './data', publicUrl: null, logLevel: 'info', trustProxy: [] } });
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

test('PostgreSQL is refused in words, never silently answered with SQLite', () => {
  const parsed = parseConfig({ DATABASE_URL: 'postgres://centre@db/centre' });
  expect(parsed.ok ? '' : parsed.problems.join()).toMatch(/PostgreSQL comes later/);
});
