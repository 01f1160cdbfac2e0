import { expect, test } from 'vitest';
import { makePairingCode, normalisePairingCode } from '#server/services/pairing-code.ts';

test('makes eight signs nobody confuses, from fair bytes only', () => {
  const bytes = [255, 250, 248, 0, 1, 2, 3, 30, 31, 61, 62, 247];
  let next = 0;
  const random = { bytes: (count: number): Uint8Array => Uint8Array.from({ length: count }, () => bytes[next++ % bytes.length] ?? 0) };
  expect(makePairingCode(random)).toBe('2345-Z2Z2');
});

test('forgives case, spaces and every hyphen that a keyboard makes', () => {
  for (const typed of ['k7p4-2mxq', ' K7P4 2MXQ ', 'K7P42MXQ', 'k7p4–2mxq', 'K7 P4 2M XQ']) expect(normalisePairingCode(typed)).toBe('K7P42MXQ');
});

test('knows what cannot be a code', () => {
  for (const typed of ['', 'K7P4-2MX', 'K7P4-2MXQQ', 'K7P4-2MX0', 'K7P4-2MXI', 'K7P4-2MXđ']) expect(normalisePairingCode(typed)).toBeNull();
});
