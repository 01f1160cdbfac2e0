import { beforeAll, describe, expect, it } from 'vitest';
import { readPack } from '#assets/check/read-pack.ts';
import { loadPack } from '#assets/check/load-pack.ts';
import { inProject } from '#build/project-root.ts';
import { createFinder } from '#domain/finding/find-procedures.ts';
import { NO_WORDS, type CatalogueEntry, type FindableGuide, type Finder } from '#domain/finding/finding.ts';
import { goldenQueries } from '#tests/fixtures/golden-queries.ts';

const first = (finder: Finder, query: string, count = 3, province: string | null = null): readonly (string | null)[] =>
  finder.find(query, { province }).slice(0, count).map(({ code }) => code);

const entry = (code: string, name: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  code,
  name,
  portalId: `page-${code}`,
  fields: ['Lĩnh vực'],
  agencies: [],
  issuedBy: 'Bộ Tư pháp',
  for: ['Công dân Việt Nam'],
  scope: 'STANDARD',
  ...more,
});

const guide = (code: string, slug: string, title: string, synonyms: readonly string[] = []): FindableGuide => ({
  kind: 'guide',
  slug,
  code,
  title: { vi: title, en: title },
  officialName: `Thủ tục ${title}`,
  field: 'Hộ tịch',
  synonyms,
});

describe('the search of the default pack', () => {
  let finder: Finder;
  let codes: ReadonlySet<string | undefined>;
  beforeAll(async () => {
    const { pack } = readPack((await loadPack(inProject('assets/pack'))).source);
    const guides = pack.guides.map((file) => file.guide);
    finder = createFinder({ guides, words: pack.words ?? NO_WORDS, catalogue: [] });
    codes = new Set(guides.map(({ code }) => code));
  });

  it('finds what citizens mean by at least 95 % of the golden queries among the first three (E117)', () => {
    const asked = goldenQueries().filter((one) => one.codes.every((code) => codes.has(code)));
    const missed = asked.filter(({ query, codes: right }) => !first(finder, query).some((code) => code !== null && right.includes(code)));
    expect(asked.length).toBeGreaterThanOrEqual(150);
    const share = { missed: missed.length / asked.length, of: missed.map(({ query }) => query) };
    expect(share).toMatchObject({ missed: expect.toSatisfy((part: number) => part <= 0.05) });
  });

  it.each([
    ['Đăng ký khai sinh', '1.001193'],
    ['dang ky khai sinh', '1.001193'],
    ['DANG KY KHAI SINH', '1.001193'],
    ['khai sinh'.normalize('NFD'), '1.001193'],
    ['1.001193', '1.001193'],
    ['khai si', '1.001193'],
    ['ddawng kys khai sinh', '1.001193'],
    ['d9a8ng ky1 khai sinh', '1.001193'],
    ['dangkykhaisinh', '1.001193'],
    ['thuomg tru', '1.004222'],
    ['thường chú', '1.004222'],
    ['xoá đăng kí thường trú', '1.003197'],
    ['đổi GPLX', '3.000347'],
    ['tôi mới sinh con thì làm giấy gì', '1.001193'],
    ['marriage', '1.000894'],
  ])('finds "%s" (E116)', (query, code) => {
    expect(first(finder, query)).toContain(code);
  });

  it('finds nothing for nothing, and nothing for what is no word', () => {
    expect(finder.find('')).toEqual([]);
    expect(finder.find('   ')).toEqual([]);
    expect(finder.find('?!')).toEqual([]);
    expect(finder.find('xyzzyq')).toEqual([]);
  });

  it('takes whatever a person or a cat types', () => {
    for (const query of ['a'.repeat(5000), '1'.repeat(300), 'đ', 'ư ơ ă', '🙂', '\u0301\u0301', 'a '.repeat(400), "'; --", 'w', 'dd ww']) {
      expect(() => finder.find(query)).not.toThrow();
    }
  });
});

describe('ranking', () => {
  it('puts what was typed with its marks above what matches only without them (E117)', () => {
    const finder = createFinder({ guides: [guide('1.000001', 'a', 'Khai tư'), guide('1.000002', 'b', 'Khai tử'), guide('1.000003', 'c', 'Khai từ')], words: NO_WORDS, catalogue: [] });
    expect(first(finder, 'khai tử', 1)).toEqual(['1.000002']);
    expect(first(finder, 'khai từ', 1)).toEqual(['1.000003']);
    expect(first(finder, 'khai tư', 3)).toHaveLength(3);
  });

  it('shows a procedure that has a guide once, as the guide, and above other entries', () => {
    const finder = createFinder({
      guides: [guide('1.001193', 'khai-sinh', 'Đăng ký khai sinh')],
      words: NO_WORDS,
      catalogue: [entry('1.003583', 'Thủ tục đăng ký khai sinh'), entry('1.001193', 'Thủ tục đăng ký khai sinh')],
    });
    const found = finder.find('đăng ký khai sinh');
    expect(found.map(({ slug }) => slug)).toEqual(['khai-sinh', null]);
    expect(found[0]?.entry?.portalId).toBe('page-1.001193');
  });

  const own = (code: string, issuedBy: string): CatalogueEntry => entry(code, 'Hỗ trợ chi phí hỏa táng', { scope: 'SPECIFIC', issuedBy });
  const provinces = [own('1.000001', 'UBND Thành phố Huế'), own('1.000002', 'UBND tỉnh Bắc Ninh'), entry('1.000003', 'Hỗ trợ chi phí hỏa táng cho người có công')];

  it.each(['UBND tỉnh Bắc Ninh', 'tỉnh Bắc Ninh', 'Bắc Ninh', 'bac ninh'])('puts the own procedures of the citizen\'s province first: %s', (province) => {
    expect(first(createFinder({ guides: [], words: NO_WORDS, catalogue: provinces }), 'hỗ trợ hỏa táng', 3, province)[0]).toBe('1.000002');
  });

  it('puts procedures of the whole country before any province\'s own while the province is not known', () => {
    const finder = createFinder({ guides: [], words: NO_WORDS, catalogue: provinces });
    expect(first(finder, 'hỗ trợ hỏa táng')[0]).toBe('1.000003');
  });

  it('leaves out other provinces\' copies of what is there already', () => {
    const finder = createFinder({ guides: [], words: NO_WORDS, catalogue: [entry('1.000009', 'Hỗ trợ chi phí hỏa táng'), ...provinces] });
    expect(first(finder, 'hỗ trợ chi phí hỏa táng', 9, 'Bắc Ninh')).not.toContain('1.000001');
  });

  it('keeps to what is asked when a sentence holds much else', () => {
    const finder = createFinder({ guides: [guide('1.004222', 'thuong-tru', 'Đăng ký thường trú', ['chuyển hộ khẩu'])], words: NO_WORDS, catalogue: [entry('1.000001', 'Vận chuyển hàng từ Hà Nội vào Sài Gòn')] });
    expect(first(finder, 'chuyển hộ khẩu từ Nghệ An vào Sài Gòn', 1)).toEqual(['1.004222']);
  });
});
