import { describe, expect, it } from 'vitest';
import { writeCatalogue } from '#contract/catalogue-file.ts';
import type { ContentPack } from '#contract/content-pack.ts';
import type { CatalogueEntry } from '#domain/finding/finding.ts';
import { createPackSearch } from '#renderer/search/pack-search.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';

const ENTRY: CatalogueEntry = {
  code: '1.900001', name: 'Thủ tục đăng ký xe lăn điện', portalId: 'abc', fields: ['Y tế'], agencies: [], issuedBy: 'Bộ Y tế', for: ['Công dân Việt Nam'], scope: 'STANDARD',
};
const WITH: ContentPack = { ...SMALL_PACK, catalogue: 'blobs/one.jsonl' };

/** A browser whose idle time comes when the test says so. */
function setUp(files: Readonly<Record<string, string>>) {
  const tasks: ((left: () => number) => void)[] = [];
  const complaints: string[] = [];
  const asked: string[] = [];
  const search = createPackSearch({
    whenIdle: (task) => void tasks.push(task),
    readText: async (address) => {
      asked.push(address);
      return files[address] ?? null;
    },
    complain: (trouble) => void complaints.push(trouble),
  });
  const rest = async (): Promise<void> => {
    for (let turns = 0; turns < 500; turns += 1) {
      await Promise.resolve();
      tasks.shift()?.(() => 0);
    }
  };
  return { search, rest, complaints, asked };
}

const codes = (search: ReturnType<typeof createPackSearch>, pack: ContentPack, query: string) => search.find(pack, query, null).map(({ code }) => code);

describe('the search of the kiosk', () => {
  it('finds guides at once and the catalogue as soon as its index is built, and says so', async () => {
    const { search, rest, asked } = setUp({ '/media/blobs/one.jsonl': writeCatalogue([ENTRY]) });
    let more = 0;
    search.onMore(() => (more += 1));
    expect(codes(search, WITH, 'khai sinh')).toContain('1.001193');
    search.warm(WITH, '/media/');
    search.warm(WITH, '/media/');
    expect(codes(search, WITH, 'xe lăn')).not.toContain('1.900001');
    await rest();
    expect(codes(search, WITH, 'xe lăn')).toEqual(['1.900001']);
    expect(codes(search, WITH, 'khai sinh')).toContain('1.001193');
    expect([more, search.version(), asked]).toEqual([1, 1, ['/media/blobs/one.jsonl']]);
  });

  it('survives a change of the content, also in the midst of building', async () => {
    const next: ContentPack = { ...WITH, catalogue: 'blobs/two.jsonl' };
    const { search, rest } = setUp({ '/media/blobs/one.jsonl': writeCatalogue([ENTRY]), '/media/blobs/two.jsonl': writeCatalogue([{ ...ENTRY, code: '1.900002' }]) });
    search.warm(WITH, '/media/');
    await Promise.resolve();
    search.warm(next, '/media/');
    await rest();
    expect(codes(search, next, 'xe lăn')).toEqual(['1.900002']);
  });

  it.each([['is missing', {}], ['is of another format', { '/media/blobs/one.jsonl': '{"format":"other/9"}\n' }]])('finds guides when the catalogue %s, and complains', async (_what, files) => {
    const { search, rest, complaints } = setUp(files);
    search.warm(WITH, '/media/');
    await rest();
    expect(codes(search, WITH, 'khai sinh')).toContain('1.001193');
    expect(complaints).toHaveLength(1);
  });
});
