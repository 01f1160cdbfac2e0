import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { loadContentKey } from '#server/adapters/content-key.ts';
import { findDataProblem } from '#server/adapters/data-folder.ts';
import type { KeyRepository } from '#server/repositories/keys.ts';

test('a password is known again, however its marks are composed, and no other is', async () => {
  const hash = await argon2Passwords.hash('mật khẩu của tôi'.normalize('NFC'));
  expect(await argon2Passwords.verify('mật khẩu của tôi'.normalize('NFD'), hash)).toBe(true);
  expect(await argon2Passwords.verify('mat khau cua toi', hash)).toBe(false);
  expect(await argon2Passwords.hash('mật khẩu của tôi')).not.toBe(hash);
});

test('a hash of another form is no match, and no error', async () => {
  for (const hash of ['', 'plain', '$2b$10$abcdefghijklmnopqrstuv']) expect(await argon2Passwords.verify('plain', hash)).toBe(false);
});

test('the content key is made once, is the same for every process, and a key of an older version is taken over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-key-'));
  const kept = new Map<string, string>();
  const keys: KeyRepository = {
    find: async (name) => kept.get(name) ?? null,
    keep: async (name, made) => kept.set(name, kept.get(name) ?? made).get(name) ?? made,
  };
  const [one, other] = await Promise.all([loadContentKey(keys, folder, 0), loadContentKey(keys, folder, 0)]);
  expect(other.publicKey).toBe(one.publicKey);
  expect(createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: one.publicKey }, format: 'jwk' }).asymmetricKeyType).toBe('ed25519');
  expect(one.privateKey.type).toBe('private');
  const old = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'content-key.pem'), old.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  expect((await loadContentKey(keys, folder, 0)).publicKey).toBe(one.publicKey);
  kept.clear();
  expect((await loadContentKey(keys, folder, 0)).publicKey).toBe(old.publicKey.export({ format: 'jwk' }).x);
  rmSync(folder, { recursive: true });
});

test('the data folder is made with what lies above it, for its owner only, and again does no harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-data-'));
  const deep = join(folder, 'a', 'b', 'c');
  expect(findDataProblem(deep)).toBe(null);
  expect(findDataProblem(deep)).toBe(null);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
  rmSync(folder, { recursive: true });
});

test('a data folder that cannot be made is a problem at once, and not a process that turns for ever', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-data-'));
  writeFileSync(join(folder, 'file'), '');
  symlinkSync(join(folder, 'gone', 'away'), join(folder, 'link'));
  for (const place of [join(folder, 'file'), join(folder, 'file', 'below')]) expect(findDataProblem(place)).toContain('(ENOTDIR)');
  // Linux: a folder that is there and in which nobody can make anything. Node's own recursive making never came back.
  const barren = existsSync('/proc/self') ? ['/proc/nothing/data'] : [];
  for (const place of [join(folder, 'link'), join(folder, 'link', 'below'), ...barren]) expect(findDataProblem(place)).toContain('(ENOENT)');
  rmSync(folder, { recursive: true });
});
