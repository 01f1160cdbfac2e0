import { expect, test } from 'vitest';
import { saysSameOrigin } from '#server/routes/same-origin.ts';

test.each([
  [{}, undefined],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://a.test', host: 'a.test' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'http://a.test', host: 'a.test' }, true],
  [{ origin: 'https://public.test', host: 'behind-a-proxy' }, true],
  [{ origin: 'http://a.test.evil', host: 'a.test' }, false],
  [{ origin: 'null', host: 'a.test' }, false],
])('%j says %s', (headers, expected) => {
  expect(saysSameOrigin(headers, 'https://public.test')).toBe(expected);
});
