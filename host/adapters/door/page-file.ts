import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TOKEN_META } from '#contract/kiosk-door.ts';

/**
 * A page of dist/renderer with the token in its head; null when it was never built. Another site cannot
 * read this page (same-origin policy), so it cannot learn the token.
 */
export async function pageWithToken(folder: string, name: string, token: string): Promise<string | null> {
  const html = await readOrNull(join(folder, name));
  return html === null ? null : html.replace(/<head>/i, `<head><meta name="${TOKEN_META}" content="${token}">`);
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error: unknown) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
