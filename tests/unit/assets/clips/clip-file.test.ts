import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { clipOf } from '#assets/clips/scenes/index.ts';
import { breakLines, narrowLines } from '#assets/clips/from-file/break-lines.ts';
import { readClipFile, type ClipFileRead } from '#assets/clips/from-file/read-clip-file.ts';
import { readingSeconds, secondsOf, type ClipText } from '#assets/clips/text/clip-text.ts';
import { HEADLINE } from '#assets/clips/clip.ts';

const SLUGS = new Set(['khai-sinh']);
const HEAD = 'Mã: thu-bay\nTiêu đề: Mở cửa thứ Bảy\nTitle: Open on Saturdays\n';
const PAGE = '---\nHình: quầy\nDòng: Mở cửa / sáng thứ Bảy\nLời: Mở cửa sáng thứ Bảy.\nCaption: Open on Saturday mornings.\n';
const read = (text: string): ClipFileRead => readClipFile(text, SLUGS);

function clip(text: string): ClipText {
  const found = read(text);
  if (found.kind === 'problems') throw new Error(found.problems.map(({ line, message }) => `${line}: ${message}`).join('; '));
  return found.text;
}

/** "line: message" of everything that is wrong. */
function problems(text: string): readonly string[] {
  const found = read(text);
  return found.kind === 'problems' ? found.problems.map(({ line, message }) => `${line}: ${message}`) : [];
}

describe('a ward’s own clip from a text file', () => {
  it('becomes pages, captions in both languages and an entry, from the example that the manual names', () => {
    const text = clip(readFileSync(inProject('assets/clips/from-file/vi-du.txt'), 'utf8'));
    expect(text).toMatchObject({ id: 'mo-cua-thu-bay', guide: 'khai-sinh', schedule: { from: '2027-03-01', until: '2027-03-31' } });
    expect(text.pages.map(({ picture }) => picture?.name)).toEqual(['counter', 'slips', 'crowd']);
    expect(text.captions).toHaveLength(3);
    expect(text.captions.at(-1)?.until).toBeLessThanOrEqual(secondsOf(text));
    expect(Object.keys(clipOf(text).pages)).toEqual(['page-1', 'page-2', 'page-3']);
  });

  it('stands long enough to be read: half a second for each word', () => {
    for (const page of clip(readFileSync(inProject('assets/clips/from-file/vi-du.txt'), 'utf8')).pages) {
      const written = (page.arrival === 'first' ? 0 : HEADLINE.from) + HEADLINE.seconds;
      expect(page.seconds - written).toBeGreaterThanOrEqual(readingSeconds(page.lines.join(' ')));
      for (const { text, from } of Object.values(page.labels ?? {})) expect(page.seconds - from + 0.001).toBeGreaterThanOrEqual(readingSeconds(text));
    }
  });

  it('is the same for decomposed letters, Windows line ends and a byte order mark (E030)', () => {
    const text = HEAD + PAGE;
    expect(clip(`\uFEFF${text.normalize('NFD').replaceAll('\n', '\r\n')}`)).toEqual(clip(text));
  });

  it('takes English keys and names too', () => {
    expect(clip('Id: a\nTitle vi: Một\nTitle en: One\n---\nPicture: crowd\nPeople: grandmother, girl\nHeadline: Xin chào\nCaption vi: Xin chào.\nCaption en: Hello.\n').pages[0]?.picture).toEqual({ name: 'crowd', people: ['grandmother', 'girl'] });
  });

  it('puts the Vietnamese words where the English ones are missing, and says so', () => {
    const found = read('Mã: a\nTiêu đề: Một\n---\nDòng: Xin chào\nLời: Xin chào ông bà.\n');
    expect(found).toMatchObject({ kind: 'clip', notes: [expect.stringMatching(/English/)], text: { title: { en: 'Một' }, captions: [{ vi: 'Xin chào ông bà.', en: 'Xin chào ông bà.' }] } });
  });

  it.each([
    ['an unknown picture', HEAD + PAGE.replace('quầy', 'núi lửa'), /^5: there is no picture "núi lửa"; there are .*quầy/],
    ['an unknown person', `${HEAD}${PAGE}Người: bà, rồng`, /^9: there is no person "rồng"/],
    ['a line that is too long', HEAD + PAGE.replace('sáng thứ Bảy', 'tất cả các buổi sáng thứ Bảy trong tháng'), /^6: ".*" has 40 signs; a line of the headline has at most 24/],
    ['three lines', HEAD + PAGE.replace('Mở cửa / ', 'Mở / cửa / '), /^6: a headline has at most two lines/],
    ['a label too many', `${HEAD}${PAGE.replace('quầy', 'máy')}Nhãn: Xin chào`, /^9: the picture "máy" has room for 0/],
    ['a label that is too long', `${HEAD}${PAGE}Nhãn: Từ bảy giờ ba mươi đến mười một giờ`, /^9: "Nhãn" has 35 signs; here it has at most 26/],
    ['a day that is none', `${HEAD}Từ ngày: 31/2/2027\n${PAGE}`, /^4: "31\/2\/2027" is no day/],
    ['a last day before the first', `${HEAD}Từ ngày: 5/3/2027\nĐến ngày: 4/3/2027\n${PAGE}`, /^5: the last day 2027-03-04 lies before the first/],
    ['a guide that the pack has not', `${HEAD}Hướng dẫn: khai-xinh\n${PAGE}`, /^4: "khai-xinh" is no guide of the pack/],
    ['the id of one of our clips', (HEAD + PAGE).replace('thu-bay', 'handoff'), /^1: "handoff" is the id of a clip that comes with the product/],
    ['a line without a colon', `${HEAD}Xin chào\n${PAGE}`, /^4: "Xin chào" has no colon/],
    ['an unknown key', `${HEAD}Màu: đỏ\n${PAGE}`, /^4: "Màu" is no key/],
    ['a key of a page before the first page', `${HEAD}Nhãn: một\n${PAGE}`, /^4: "Nhãn" belongs to a page/],
    ['too few seconds to read it', `${HEAD}${PAGE}Giây: 2`, /^9: "2": this page needs 3\.6 to 12 seconds/],
    ['a long sentence', HEAD + PAGE.replace('Mở cửa sáng thứ Bảy.', `${'một '.repeat(21).trim()}.`), /^7: "Lời" has a sentence of 21 words and may have 20 \(E103\)/],
    ['no page', HEAD, /^1: there is no page/],
  ])('names %s with its line', (_, text, message) => {
    expect(problems(text)).toEqual([expect.stringMatching(message)]);
  });

  it('names everything that is wrong at once, line by line', () => {
    expect(problems('Tiêu đề: Một\n---\nHình: núi\nDòng: Xin chào\n').map((one) => one.split(':')[0])).toEqual(['1', '2', '3']);
  });
});

describe('lines for the narrow plate', () => {
  it('are as even as words allow', () => {
    expect(breakLines('Một cửa mở cửa sáng thứ Bảy', 3)).toEqual(['Một cửa mở', 'cửa sáng', 'thứ Bảy']);
    expect(breakLines('Xin chào', 3)).toEqual(['Xin', 'chào']);
    expect(breakLines('', 3)).toEqual([]);
  });

  it('keep the phrases of the writer, and break only the longer one', () => {
    expect(narrowLines(['Một cửa mở cửa', 'sáng thứ Bảy'])).toEqual(['Một cửa', 'mở cửa', 'sáng thứ Bảy']);
    expect(narrowLines(['Ba dấu hiệu', 'lừa đảo'])).toEqual(['Ba dấu hiệu', 'lừa đảo']);
  });
});
