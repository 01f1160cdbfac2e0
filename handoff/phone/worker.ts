import { filesIn, isGuidePath, isPicture, KEPT_PAGES, parseWorkerWord, type WorkerWord } from './kept-pages.ts';

/**
 * Runs beside the pages below /g/ and keeps those that were opened, each with its files. The network comes first; a kept
 * copy is given when there is none, or when it takes too long, and is replaced as soon as it answers. Only guides lie
 * here: no answer, no tick, nothing that was typed.
 */
const PATIENCE_MS = 3_000;
/** Facts hide themselves by their own days; steps and papers do not. */
const LONGEST_KEPT_MS = 90 * 24 * 60 * 60_000;
const MOST_PAGES = 12;

/** What this file uses of a service worker's world, which the DOM's types do not have. */
type Later = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Later & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Client = { readonly url: string; postMessage(word: WorkerWord): void };
type Scope = { skipWaiting(): Promise<void>; readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly Client[]> } };

function isLater(event: Event): event is Later {
  return 'waitUntil' in event;
}
function isFetching(event: Event): event is Fetching {
  return isLater(event) && 'request' in event && 'respondWith' in event;
}
function isScope(scope: object): scope is Scope {
  return 'skipWaiting' in scope && 'clients' in scope;
}

const scope: object = globalThis;
if (isScope(scope)) run(scope);

function run(worker: Scope): void {
  addEventListener('install', () => void worker.skipWaiting());
  addEventListener('activate', (event) => {
    if (isLater(event)) event.waitUntil(Promise.all([dropOldForms(), worker.clients.claim()]));
  });
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const word = parseWorkerWord(event.data);
    if (word?.kind === 'keep' && isGuidePath(word.path) && isLater(event)) event.waitUntil(fetchAndKeep(word));
  });
  addEventListener('fetch', (event) => {
    if (!isFetching(event) || event.request.method !== 'GET') return;
    const { origin, pathname } = new URL(event.request.url);
    if (origin !== location.origin) return;
    if (pathname.startsWith('/h/')) event.respondWith(giveFile(event.request));
    else if (event.request.mode === 'navigate' && isGuidePath(pathname)) event.respondWith(givePage(worker, event, pathname));
  });
}

/** One change at a time: clearing away must not meet a page whose files are there and which itself is not yet. */
let changes: Promise<unknown> = Promise.resolve();
function inTurn(change: () => Promise<void>): Promise<void> {
  const turn = changes.then(change, change);
  changes = turn;
  return turn;
}

async function dropOldForms(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('mot-cham-') && name !== KEPT_PAGES) await caches.delete(name);
}

/** By its path alone: nothing of the phone or the citizen goes with it. */
function fetchPage(path: string): Promise<Response> {
  return fetch(path, { cache: 'no-cache', credentials: 'omit' });
}

async function fetchAndKeep({ path, pictures }: { readonly path: string; readonly pictures: boolean }): Promise<void> {
  const response = await fetchPage(path);
  if (response.ok) await keep(path, await response.text(), response.headers, pictures);
}

/** A hashed file never changes: the kept one is right. */
async function giveFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function givePage(worker: Scope, event: Fetching, path: string): Promise<Response> {
  const kept = await findKept(path);
  // Now: once the page has it, a response cannot be read again.
  const before = kept?.clone() ?? null;
  const answer = fetchPage(path).then((response) => takeAnswer(worker, path, response, before));
  event.waitUntil(answer.then(({ work }) => work).catch(() => undefined));
  if (kept === null) return (await answer).response;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const first = await Promise.race([answer.catch(() => null), late]);
  // A centre in trouble is no reason to take the guide away; one that says "no such guide" is.
  return first === null || first.response.status >= 500 ? kept : first.response;
}

type Taken = { readonly response: Response; readonly work: Promise<void> };

/** Keeps what came, or drops what is gone; `work` goes on after the page has its answer. */
function takeAnswer(worker: Scope, path: string, response: Response, before: Response | null): Taken {
  if (response.status === 404) return { response, work: drop(path) };
  if (!response.ok) return { response, work: Promise.resolve() };
  const copy = response.clone();
  const work = async (): Promise<void> => {
    const [text, old] = [await copy.text(), (await before?.text()) ?? null];
    await keep(path, text, copy.headers, true);
    if (old === null || old === text) return;
    const looking = (await worker.clients.matchAll()).filter((client) => new URL(client.url).pathname === path);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's clients are of its own origin
    for (const client of looking) client.postMessage({ kind: 'newer', path });
  };
  return { response, work: work() };
}

/** The kept copy with the moment of keeping as its Last-Modified, which the page shows; null when it is too old. */
async function findKept(path: string): Promise<Response | null> {
  const response = await (await caches.open(KEPT_PAGES)).match(path);
  if (response === undefined) return null;
  const age = Date.now() - Date.parse(response.headers.get('last-modified') ?? '');
  if (age < LONGEST_KEPT_MS) return response;
  await drop(path);
  return null;
}

/** First the files, then the page: a kept page never lacks its style. Then what no kept page names any more goes. */
function keep(path: string, text: string, headers: Headers, pictures: boolean): Promise<void> {
  return inTurn(() => keepNow(path, text, headers, pictures));
}

async function keepNow(path: string, text: string, headers: Headers, pictures: boolean): Promise<void> {
  const cache = await caches.open(KEPT_PAGES);
  const files = filesIn(text).filter((file) => pictures || !isPicture(file));
  const texts = await Promise.all(files.map((file) => keepFile(cache, file)));
  await Promise.all(texts.flatMap((style) => filesIn(style)).map((file) => keepFile(cache, file)));
  const stored = new Headers({ 'last-modified': new Date().toUTCString() });
  for (const name of ['content-type', 'content-security-policy', 'referrer-policy', 'x-content-type-options', 'permissions-policy', 'cross-origin-opener-policy']) {
    const value = headers.get(name);
    if (value !== null) stored.set(name, value);
  }
  await cache.put(path, new Response(text, { headers: stored }));
  await tidy(cache);
}

/** The text of a style sheet, which names files of its own; '' for other files. */
async function keepFile(cache: Cache, file: string): Promise<string> {
  const known = await cache.match(file);
  const response = known ?? (await fetch(file, { credentials: 'omit' }));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  const text = file.endsWith('.css') ? await response.clone().text() : '';
  if (known === undefined) await cache.put(file, response);
  return text;
}

function drop(path: string): Promise<void> {
  return inTurn(async () => {
    const cache = await caches.open(KEPT_PAGES);
    await cache.delete(path);
    await tidy(cache);
  });
}

/** Keeps the last pages, and only the files that they name. */
async function tidy(cache: Cache): Promise<void> {
  const kept = await cache.keys();
  const pages: { readonly request: Request; readonly at: number; readonly text: string }[] = [];
  for (const request of kept) {
    const response = isGuidePath(new URL(request.url).pathname) ? await cache.match(request) : undefined;
    if (response !== undefined) pages.push({ request, at: Date.parse(response.headers.get('last-modified') ?? ''), text: await response.text() });
  }
  pages.sort((left, right) => right.at - left.at);
  for (const { request } of pages.slice(MOST_PAGES)) await cache.delete(request);
  const named = new Set(pages.slice(0, MOST_PAGES).flatMap(({ text }) => filesIn(text)));
  for (const file of [...named].filter((each) => each.endsWith('.css'))) for (const inside of filesIn((await (await cache.match(file))?.text()) ?? '')) named.add(inside);
  for (const request of kept) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/h/') && !named.has(pathname)) await cache.delete(request);
  }
}
