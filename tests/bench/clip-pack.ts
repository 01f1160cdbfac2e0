import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';

export const CLIPS = ['blue', 'orange'] as const;

/** The default pack with nothing in its loop but two clips of one second, each of one colour. */
export function writeClipPack(folder: string): void {
  const pack = inProject('assets', 'pack');
  cpSync(pack, folder, { recursive: true, filter: (path) => !path.startsWith(join(pack, 'clips')) });
  cpSync(inProject('tests', 'fixtures', 'clips'), join(folder, 'clips'), { recursive: true });
  writeFileSync(join(folder, 'clips', 'none.vtt'), 'WEBVTT\n');
  const items = CLIPS.map((id) => {
    const file = { sources: [{ path: `clips/${id}.webm`, type: 'video/webm' }], poster: `clips/${id}.webm`, width: 360, height: 640 };
    const words = { vi: id, en: id };
    return { kind: 'clip', id, title: words, description: words, seconds: 1, tall: file, wide: file, captions: { vi: 'clips/none.vtt', en: 'clips/none.vtt' } };
  });
  writeFileSync(join(folder, 'playlist.json'), JSON.stringify({ items }));
}
