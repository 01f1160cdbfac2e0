import { createHash } from 'node:crypto';

/** A page to print loads nothing and runs nothing; the one style in it counts, by its hash, and no other. */
export function printPolicyOf(page: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
