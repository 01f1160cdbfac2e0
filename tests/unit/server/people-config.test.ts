import { expect, test } from 'vitest';
import { parseConfig } from '#server/config.ts';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  const parsed = parseConfig(environment);
  return parsed.ok ? [] : parsed.problems;
};

test('mail, webhooks and OpenID Connect are off unless they are named', () => {
  expect(parseConfig({})).toMatchObject({ config: { people: { smtp: null, webhookHosts: [], oidc: null } } });
});

test('a mail server and its sender go together, and a password is never repeated', () => {
  expect(parseConfig({ SMTP_URL: 'smtp://u:geheim@mail.vn:587', SMTP_FROM: 'Một Chạm <a@mail.vn>' })).toMatchObject({ config: { people: { smtp: { from: 'Một Chạm <a@mail.vn>' } } } });
  for (const environment of [{ SMTP_URL: 'smtp://u:geheim@mail.vn' }, { SMTP_FROM: 'a@mail.vn' }, { SMTP_URL: 'mail.vn', SMTP_FROM: 'a@mail.vn' }, { SMTP_URL: 'http://u:geheim@x', SMTP_FROM: 'nobody' }]) {
    expect(problemsOf(environment).join()).toMatch(/SMTP_/);
    expect(problemsOf(environment).join()).not.toContain('geheim');
  }
});

test('OpenID Connect needs its three names and an address to come back to', () => {
  const all = { OIDC_ISSUER: 'https://id.vn/realm', OIDC_CLIENT_ID: 'c', OIDC_CLIENT_SECRET: 's', PUBLIC_URL: 'https://centre.vn' };
  expect(parseConfig({ ...all, OIDC_NAME: 'Cổng tỉnh' })).toMatchObject({ config: { people: { oidc: { issuer: 'https://id.vn/realm', name: 'Cổng tỉnh' } } } });
  expect(problemsOf({ ...all, OIDC_CLIENT_SECRET: '' }).join()).toContain('OIDC_CLIENT_SECRET');
  expect(problemsOf({ ...all, PUBLIC_URL: '' }).join()).toContain('PUBLIC_URL');
  expect(problemsOf({ ...all, OIDC_ISSUER: 'http://id.vn' }).join()).toContain('https');
});
