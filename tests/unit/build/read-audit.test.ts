import { expect, test } from 'vitest';
import { readAudit, severeHoles } from '#build/supply/read-audit.ts';

const printed = (severity: string, more: object = {}): string => JSON.stringify({ vulnerabilities: { left: { severity, via: [{ title: 'reads too far' }], fixAvailable: true, ...more } } });

test('severe holes are those from "high" on, and one of unknown weight', () => {
  const counts = ['info', 'low', 'moderate', 'high', 'critical', 'worse'].map((severity) => severeHoles(readAudit(printed(severity))).length);
  expect(counts).toEqual([0, 0, 0, 1, 1, 1]);
  expect(readAudit(printed('low', { via: ['below', { title: 'x' }], fixAvailable: false }))).toEqual({ kind: 'asked', holes: [{ name: 'left', severity: 'low', titles: ['through below', 'x'], isMended: false }] });
});

test('no answer is never taken for good news', () => {
  for (const text of ['', 'npm error', '[]', '{}', '{"message":"405 - POST https://somewhere/x"}']) expect(readAudit(text).kind).toBe('unasked');
  expect(readAudit('{"message":"405 - POST https://somewhere/x"}')).toEqual({ kind: 'unasked', why: '405 - POST the registry' });
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'asked', holes: [] });
});
