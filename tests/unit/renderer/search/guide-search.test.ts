import { readdirSync, readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ContentPack } from '#contract/content-pack.ts';
import { inProject } from '#build/project-root.ts';
import { createGuideSearch } from '#renderer/search/guide-search.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(inProject('assets/pack', file), 'utf8'));
const pack = Value.Parse(ContentPack, {
  head: read('pack.json'),
  events: read('events.json'),
  reasons: read('reasons.json'),
  playlist: read('playlist.json'),
  guides: readdirSync(inProject('assets/pack/guides')).map((file) => read(`guides/${file}`)),
});
const search = createGuideSearch();
const first = (query: string, count = 3): readonly string[] => search.find(pack, query).slice(0, count).map((guide) => guide.slug);

describe('search', () => {
  it.each([
    ['Đăng ký khai sinh', 'khai-sinh'],
    ['dang ky khai sinh', 'khai-sinh'],
    ['DANG KY KHAI SINH', 'khai-sinh'],
    ['khai sinh'.normalize('NFD'), 'khai-sinh'],
    ['làm giấy khai sinh', 'khai-sinh'],
    ['birth', 'khai-sinh'],
    ['1.001193', 'khai-sinh'],
    ['ket hon', 'ket-hon'],
    ['dam cuoi ket hon', 'ket-hon'],
    ['tam tru', 'tam-tru'],
    ['thuong tru', 'thuong-tru'],
    ['vneid', 'vneid-muc-2'],
    ['khai tu', 'khai-tu'],
    ['giay phep xay dung', 'xay-nha'],
    ['marriage', 'ket-hon'],
  ])('finds "%s" among the first three (E116, E117)', (query, slug) => {
    expect(first(query)).toContain(slug);
  });

  it('finds while the word is still being typed', () => {
    expect(first('khai si')).toContain('khai-sinh');
  });

  it('forgives a slip of the finger', () => {
    expect(first('thuomg tru')).toContain('thuong-tru');
  });

  it('puts what was typed with its marks above what matches only without them (E117)', () => {
    const withMarks = first('tử', 10);
    const tu = withMarks.indexOf('khai-tu');
    expect(tu).toBe(0);
  });

  it('finds nothing for nothing', () => {
    expect(search.find(pack, '   ')).toEqual([]);
    expect(search.find(pack, 'xyzzyq')).toEqual([]);
  });
});
