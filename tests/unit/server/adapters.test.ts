import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { loadContentKey } from '#server/adapters/content-key.ts';

test('a password is known again, however its marks are composed, and no other is', async () => {
  const hash = await argon2Passwords.hash('mật khẩu của tôi'.normalize('NFC'));
  expect(await argon2Passwords.verify('mật khẩu của tôi'.normalize('NFD'), hash)).toBe(true);
  expect(await argon2Passwords.verify('mat khau cua toi', hash)).toBe(false);
  expect(await argon2Passwords.hash('mật khẩu của tôi')).not.toBe(hash);
});

test('a hash of another form is no match, and no error', async () => {
  for (const hash of ['', 'plain', '$2b$10$abcdefghijklmnopqrstuv']) expect(await argon2Passwords.verify('plain', hash)).toBe(false);
});

test('the content key is made once and is readable by its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-key-'));
  const key = loadContentKey(folder);
  expect(loadContentKey(folder)).toBe(key);
  expect(statSync(join(folder, 'content-key.pem')).mode & 0o777).toBe(0o600);
  expect(createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }).asymmetricKeyType).toBe('ed25519');
  rmSync(folder, { recursive: true });
});
