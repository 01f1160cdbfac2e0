/** Names what the worker keeps; another form of it gets another name, and the worker drops what bears the old one. */
export const KEPT_PAGES = 'mot-cham-pages-1';
export const WORKER = '/g/worker.js';

/** What page and worker say to each other. `keep`: this page, opened before the worker ran. `newer`: another text has come. */
export type WorkerWord = { readonly kind: 'keep'; readonly path: string; readonly pictures: boolean } | { readonly kind: 'newer'; readonly path: string };

export function parseWorkerWord(value: unknown): WorkerWord | null {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('path' in value) || typeof value.path !== 'string') return null;
  if (value.kind === 'newer') return { kind: 'newer', path: value.path };
  return value.kind === 'keep' ? { kind: 'keep', path: value.path, pictures: 'pictures' in value && value.pictures === true } : null;
}

export function isGuidePath(path: string): boolean {
  return /^\/g\/[a-z0-9-]{1,80}$/.test(path);
}

/** The hashed files that a page or style sheet names, each once. */
export function filesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\/h\/[\w.-]+\.(?:css|js|svg|woff2)/g) ?? [])];
}

/** Pictures of the steps: what a citizen who saves data does not fetch ahead. */
export function isPicture(file: string): boolean {
  return file.startsWith('/h/scene-');
}
