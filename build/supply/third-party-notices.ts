import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../project-root.ts';
import { shippedPackages, type LockedPackage } from './locked-packages.ts';

const LICENCE_FILE = /^(licen[cs]e|notice|copying)([.-].*)?$/i;
const RULE = `\n${'-'.repeat(78)}\n\n`;

/** Names and licence texts of everything shipped, as their terms ask: to lie beside the program. */
export function thirdPartyNotices(): string {
  const head = 'Một Chạm holds these works of others, each under its own terms.\n';
  return [head, ...shippedPackages().filter(({ path }) => existsSync(inProject(path))).map(noticeOf)].join(RULE);
}

function noticeOf({ name, version, licence, path }: LockedPackage): string {
  const folder = inProject(path);
  const texts = readdirSync(folder).filter((file) => LICENCE_FILE.test(file)).toSorted().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${name} ${version}\nLicence: ${licence}\n\n${texts.length === 0 ? 'The package brings no text of its licence.' : texts.join('\n\n')}\n`;
}
