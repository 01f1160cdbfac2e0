import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type, type Static } from 'typebox';
import { parserOf } from '#contract/parse.ts';

const Address = Type.String({ pattern: '^/h/[\\w.-]+$' });

/** Addresses of the hashed files that the build made for every page: script, style, pictures. */
export const PhoneFiles = Type.Object({ style: Address, script: Address, icon: Address, scenes: Type.Record(Type.String(), Address), faces: Type.Record(Type.String(), Address) });
export type PhoneFiles = Static<typeof PhoneFiles>;

export const PHONE_FILES = 'phone-files.json';
const parsePhoneFiles = parserOf(PhoneFiles);

/** @throws Error when the build in this folder is none */
export async function readPhoneFiles(folder: string): Promise<PhoneFiles> {
  const parsed = parsePhoneFiles(JSON.parse(await readFile(join(folder, PHONE_FILES), 'utf8')));
  if (parsed.ok) return parsed.value;
  throw new Error(`${PHONE_FILES}: ${parsed.error.message}`);
}
