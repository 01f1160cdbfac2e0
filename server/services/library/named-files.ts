import { Playlist, type PlaylistItem } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';

const parsePlaylist = parserOf(Playlist);

/** Every file that a playlist names; null when it is none. */
export function filesNamedIn(playlist: unknown): ReadonlySet<string> | null {
  const parsed = parsePlaylist(playlist);
  return parsed.ok ? new Set(parsed.value.items.flatMap(filesOfItem)) : null;
}

function filesOfItem(item: PlaylistItem): readonly string[] {
  switch (item.kind) {
    case 'slide':
      return [];
    case 'still':
      return [item.tall, item.wide];
    case 'clip':
      return [...[item.tall, item.wide].flatMap((shape) => [shape.poster, ...shape.sources.map((source) => source.path)]), item.captions.vi, item.captions.en];
  }
}
