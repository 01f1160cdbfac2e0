import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import type { Stack } from '#tests/driver/stack.ts';

const CLIPS = ['blue', 'orange'] as const;

/**
 * The program's own pack with nothing in its loop but two clips of one second and a slide, under another version: a
 * loop changes some twenty times as often as in a hall.
 */
export function writeSoakPack(folder: string, version: string): void {
  const pack = inProject('assets', 'pack');
  cpSync(pack, folder, { recursive: true, filter: (path) => !path.startsWith(join(pack, 'clips')) });
  cpSync(inProject('tests', 'fixtures', 'clips'), join(folder, 'clips'), { recursive: true });
  writeFileSync(join(folder, 'clips', 'words.vtt'), `WEBVTT\n\n00:00.000 --> 00:00.900\n${version}\n`);
  const items = CLIPS.map((id) => {
    const file = { sources: [{ path: `clips/${id}.webm`, type: 'video/webm' }], poster: `clips/${id}.webm`, width: 360, height: 640 };
    const words = { vi: id, en: id };
    return { kind: 'clip', id, title: words, description: words, seconds: 1, tall: file, wide: file, captions: { vi: 'clips/words.vtt', en: 'clips/words.vtt' } };
  });
  writeFileSync(join(folder, 'playlist.json'), JSON.stringify({ items }));
  const head = join(folder, 'pack.json');
  writeFileSync(head, JSON.stringify({ ...(JSON.parse(readFileSync(head, 'utf8')) as object), version }));
}

/** Staff in the centre who publish what was approved, over the centre's own API. */
export class Publisher {
  readonly #centreUrl: string;
  readonly #cookie: string;
  /** Ids of the editions that may be published. */
  readonly editions: string[] = [];

  private constructor(centreUrl: string, cookie: string) {
    this.#centreUrl = centreUrl;
    this.#cookie = cookie;
  }

  static async signIn(stack: Stack): Promise<Publisher> {
    const answer = await fetch(`${stack.centreUrl}/api/v1/sign-in/once`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: stack.staffLink.split('#')[1] }) });
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
    if (!answer.ok || cookie === '') throw new Error(`The centre let nobody in: ${answer.status}`);
    return new Publisher(stack.centreUrl, cookie);
  }

  /** Takes a pack in over the command line, where its author is the program, and approves it as a person. */
  async take(stack: Stack, folder: string, version: string): Promise<void> {
    await stack.manage('content', 'import', '--dir', folder, '--title', version);
    const { editions } = (await this.#ask('GET', '/api/v1/library/editions')) as { editions: readonly { id: string; version: string }[] };
    const id = editions.find((edition) => edition.version === version)?.id;
    if (id === undefined) throw new Error(`The library does not have ${version}: ${JSON.stringify(editions)}`);
    for (const action of ['submit', 'approve']) await this.#ask('POST', `/api/v1/library/editions/${id}/steps`, { action });
    this.editions.push(id);
  }

  async publish(edition: string): Promise<void> {
    await this.#ask('POST', '/api/v1/library/publications', { edition, ring: { kind: 'all' } });
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.#centreUrl + path, { method, headers: { cookie: this.#cookie, origin: this.#centreUrl, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
