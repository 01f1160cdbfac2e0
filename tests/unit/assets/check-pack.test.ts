import { describe, expect, it } from 'vitest';
import { checkPack } from '#assets/check/check-pack.ts';
import { formatProblem } from '#assets/check/problem.ts';
import { soundPack, soundGuide, sourceOf, type SoundPack } from './sound-pack.ts';

const TODAY = '2026-11-23';

/** The lines the checker prints for a sound pack in which `breakIt` spoilt something. */
function linesAfter(breakIt: (pack: SoundPack) => unknown): readonly string[] {
  const pack = soundPack();
  breakIt(pack);
  const { documents, files } = sourceOf(pack);
  return checkPack(documents, files, TODAY).map(formatProblem);
}

type Guide = ReturnType<typeof soundGuide>;
function guideOf(pack: SoundPack): Guide {
  const [guide] = pack.guides;
  if (guide === undefined) throw new Error('the sound pack has a guide');
  return guide;
}

/** Writes a value at a place that the schema's own types would not allow. */
function put(target: object, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = target as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
}

const SPOILT_GUIDES: readonly [title: string, path: string, value: unknown, line: RegExp][] = [
  ['a missing title, and says where', 'title.vi', undefined, /^guides\/khai-sinh\.json: title: .*vi/],
  ['an unknown scene', 'steps.2.scene', 'dance', /^guides\/khai-sinh\.json: steps\.2\.scene: /],
  ['a property that no one reads', 'colour', 'red', /additional/],
  ['a fact without source', 'time.0.provenance.source', undefined, /time\.0\.provenance: .*source/],
  ['a fact with an unknown mark', 'time.0.provenance.mark', 'D', /time\.0\.provenance\.mark/],
  ['a decomposed text (E030)', 'title.vi', 'Đăng ký'.normalize('NFD'), /title\.vi: is not in composed form/],
  ['a decomposed synonym (E030)', 'synonyms.0', 'giấy'.normalize('NFD'), /synonyms\.0: is not in composed form/],
  ['a text that ends in a space', 'result.text.vi', 'Giấy khai sinh ', /result\.text\.vi: begins or ends with a space/],
  ['a paper that does not fit its line', 'papers.list.0.text.vi', 'a'.repeat(61), /papers\.list\.0\.text\.vi: has 61 signs and may have 60/],
  ['a key fact too long to be as large as a sign', 'time.0.headline.vi', '7 ngày làm việc', /headline\.vi: has 15 signs/],
  ['a station name too long for the track', 'steps.0.name.vi', 'Chuẩn bị giấy tờ', /steps\.0\.name\.vi/],
  ['a sentence of 21 words (E103)', 'summary.vi', `${'một '.repeat(20)}từ.`, /summary\.vi: has a sentence of 21 words/],
  ['money outside a fee, where it has no age', 'steps.0.text.vi', 'Mang theo 8.000 đồng.', /steps\.0\.text\.vi: names an amount of money/],
  ['the help line typed into a text', 'steps.0.text.vi', 'Gọi 18001096.', /steps\.0\.text\.vi: types the help line/],
  ['a host in a text that is not allowed', 'steps.0.text.vi', 'Vào dichvucong-gov.vn nhé.', /names dichvucong-gov\.vn/],
  ['a day that does not exist', 'time.0.provenance.checkedOn', '2026-02-30', /provenance\.checkedOn: 2026-02-30 is no day/],
  ['a fact that expired before it was checked', 'time.0.provenance.expiresOn', '2026-07-17', /expiresOn: .*lies before/],
  ['a fact that is shown for more than a year', 'time.0.provenance.expiresOn', '2027-08-01', /more than a year/],
  ['a fact checked in the future', 'time.0.provenance.checkedOn', '2026-11-24', /lies in the future/],
  ['a source outside the allowed hosts', 'time.0.provenance.sourceUrl', 'https://example.com/a', /sourceUrl: leads to example\.com/],
  ['a portal link to a look-alike host', 'portalUrl', 'https://dichvucong.gov.vn.example.com/', /portalUrl: leads to/],
  ['a portal link that hides its host', 'portalUrl', 'https://dichvucong.gov.vn@example.com/', /portalUrl: .*hides its host/],
  ['a portal link without TLS', 'portalUrl', 'http://dichvucong.gov.vn/', /portalUrl/],
  ['an event that is not listed', 'events', ['viec-lam'], /events\.0: "viec-lam" is not in events\.json/],
  ['a synonym given twice', 'synonyms', ['sổ đỏ', 'Sổ đỏ'], /synonyms\.1: stands twice/],
  ['a condition on an unknown question', 'papers.list.1.when', { z: ['1'] }, /papers\.list\.1\.when\.z: "z" is no question/],
  ['a condition on an unknown option', 'papers.list.1.when', { b: ['7'] }, /question "b" has no option "7"/],
  ['a question that depends on a later one', 'questions.0.when', { b: ['1'] }, /questions\.0\.when\.b: .*before this one/],
  ['a fee that depends on a question only some are asked', 'fee.1.when', { b: ['1'] }, /fee\.1\.when\.b: .*everybody is asked/],
  ['a paper that no answers lead to', 'papers.list.1.when', { a: ['1'], b: ['2'] }, /papers\.list\.1: "witness" is shown after no answers/],
  ['a question that nobody reaches', 'questions.1.when', { a: [] }, /questions\.1\.when\.a/],
  ['an option that changes nothing', 'papers.list.1.when', undefined, /questions\.1\.options\.1: option "2" changes nothing/],
  ['a way without a fee', 'fee.1.when', { a: ['1'] }, /fee: after the answers a2 b1 the guide says no fee/],
  ['a way without a paper', 'papers.list.0.when', { a: ['2'] }, /papers: after the answers a1 the guide lists no paper/],
  ['a way of fewer than three steps', 'steps.1.when', { a: ['2'] }, /steps: after the answers a1 the guide has 2 steps/],
  ['two papers of one name', 'papers.list.1.id', 'form', /papers\.list\.1\.id: "form" is used twice/],
];

describe('the checker', () => {
  it('finds nothing in a sound pack', () => {
    expect(linesAfter(() => undefined)).toEqual([]);
  });

  it.each(SPOILT_GUIDES)('finds %s', (_title, path, value, line) => {
    const lines = linesAfter((pack) => put(guideOf(pack), path, value));
    expect(lines.filter((one) => line.test(one))).toHaveLength(1);
  });

  it('checks a guide no further when its form is wrong, and never throws', () => {
    const lines = linesAfter((pack) => put(guideOf(pack), 'questions', 'none'));
    expect(lines.some((line) => line.startsWith('guides/khai-sinh.json: questions: '))).toBe(true);
  });

  it('finds a slug that, with the longest answers, makes the QR too dense (E130)', () => {
    const third = { id: 'c', text: { vi: 'Nộp ở đâu?', en: 'Where?' }, options: [{ id: '1', text: { vi: 'Tại quầy', en: 'Here' } }, { id: '2', text: { vi: 'Ở nhà', en: 'There' } }] };
    const lines = linesAfter((pack) => {
      const guide = guideOf(pack);
      put(guide, 'questions.2', third);
      put(guide, 'papers.list.2', { id: 'third', text: { vi: 'Giấy', en: 'Paper' }, when: { c: ['2'] } });
      guide.slug = 'a-slug-of-20-letters';
      pack.head.vneidGuide = guide.slug;
    });
    expect(lines[0]).toMatch(/slug: makes a hand-off address of 64 bytes .*shorten it by 2/);
  });

  it('finds a missing document', () => {
    const { documents, files } = sourceOf(soundPack());
    const without = new Map([...documents].filter(([file]) => file !== 'events.json'));
    expect(checkPack(without, files, TODAY).map(formatProblem)).toContain('events.json: is missing; every pack has it');
  });

  it('finds a number, a slug, a code and a rank that are taken', () => {
    const lines = linesAfter((pack) => pack.guides.push({ ...soundGuide(), slug: 'khai-tu' }));
    expect(lines.map((line) => line.split(' is taken')[0])).toEqual([
      'guides/khai-tu.json: number:',
      'guides/khai-tu.json: code:',
      'guides/khai-tu.json: mostUsed:',
    ]);
  });

  it('finds a guide whose file bears another name, which a search by slug would miss', () => {
    const { documents, files } = sourceOf(soundPack());
    const moved = new Map([...documents].map(([file, value]) => [file.replace('khai-sinh', 'khai-tu'), value]));
    expect(checkPack(moved, files, TODAY).map(formatProblem)).toEqual([
      'guides/khai-tu.json: slug: differs from the file\'s name; call the file guides/khai-sinh.json',
    ]);
  });

  it('finds a VNeID guide that is not there', () => {
    expect(linesAfter((pack) => (pack.head.vneidGuide = 'vneid'))).toEqual([
      'pack.json: vneidGuide: "vneid" is no complete guide of this pack',
    ]);
  });
});

describe('the checker on reasons', () => {
  it('finds more than six on a side (E156)', () => {
    const many = Array.from({ length: 6 }, (_, i) => ({ id: `r-${'abcdef'.charAt(i)}`, text: { vi: 'Chờ', en: 'Wait' }, after: 'low', factor: 1 }));
    expect(linesAfter((pack) => pack.reasons.unshift(...many)).join()).toMatch(/has 8 reasons after low scores/);
  });

  it('finds a side that does not end with "other"', () => {
    expect(linesAfter((pack) => pack.reasons.reverse()).join()).toMatch(/has no last reason after low scores/);
  });

  it('finds words that judge a person instead of the service (promise 7)', () => {
    const lines = linesAfter((pack) => put(pack.reasons, '0.text.vi', 'Thái độ chưa tốt'));
    expect(lines.join()).toMatch(/reasons\.json: 0\.text\.vi: judges a person/);
  });
});

describe('the checker on the loop', () => {
  const vtt = (text: string) => (pack: SoundPack) => pack.files.set('clips/otp.vi.vtt', { bytes: 9, text });

  it('finds a clip whose file is not there', () => {
    expect(linesAfter((pack) => pack.files.delete('clips/otp-tall.webm'))).toEqual([
      'playlist.json: items.0.tall.sources.0.path: clips/otp-tall.webm is not in the pack; add it or remove the item',
    ]);
  });

  it('finds a clip over 4 MiB', () => {
    const lines = linesAfter((pack) => pack.files.set('clips/otp-wide.webm', { bytes: 4 * 1024 * 1024 + 1 }));
    expect(lines.join()).toMatch(/items\.0\.wide\.sources\.0\.path: .*4 MiB/);
  });

  it('finds a clip that leads to no guide', () => {
    expect(linesAfter((pack) => put(pack.playlist.items, '0.guide', 'khai-tu')).join()).toMatch(/"khai-tu" is no guide/);
  });

  it.each([
    ['captions without a header', '00:00.000 --> 00:04.000\nA', /does not begin with WEBVTT/],
    ['captions without a cue', 'WEBVTT\n', /has no cue/],
    ['a cue with broken times', 'WEBVTT\n\n0:00 --> 0:04\nA', /without proper times/],
    ['a cue that ends before it begins', 'WEBVTT\n\n00:04.000 --> 00:03.000\nA', /ends before it begins/],
    ['a cue without words', 'WEBVTT\n\n00:01.000 --> 00:03.000\n', /without words/],
    ['a cue after the end of the clip (E088)', 'WEBVTT\n\n00:01.000 --> 00:20.200\nA', /until 20\.2 s, but the clip ends at 20 s/],
    ['cues out of order', 'WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB', /sort the cues/],
    ['decomposed captions (E030)', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'mã'.normalize('NFD')}`, /NFC/],
  ])('finds %s', (_title, text, line) => {
    const lines = linesAfter(vtt(text));
    const found = lines.filter((one) => one.startsWith('playlist.json: items.0.captions.vi: ') && line.test(one));
    expect(found).toHaveLength(1);
  });

  it('forgives notes, cue names, hours and a tenth of a second', () => {
    expect(linesAfter(vtt('WEBVTT\n\nNOTE by hand\n\nfirst\n00:00:18.000 --> 00:00:20.100\nA\n'))).toEqual([]);
  });
});

const SPOILT_LANGUAGES: readonly [title: string, path: string, value: unknown, line: RegExp][] = [
  ['a tag that is none', 'tag', 'Tiếng Khmer', /^languages\/km\.json: tag: /],
  ['a tag that is not its file', 'tag', 'tay', /tag: belongs into a file called languages\/tay\.json/],
  ['a language every text has', 'tag', 'en', /tag: is a language every text has already/],
  ['a translation that does not fit its place', 'texts', { 'Chuẩn bị': 'x'.repeat(40) }, /texts\."Chuẩn bị": has 40 signs and may have 12/],
  ['a font that is not there', 'fonts', ['languages/other.woff2'], /fonts\.0: languages\/other\.woff2 is missing/],
  ['a font of another kind', 'fonts', ['clips/otp.vi.vtt'], /fonts\.0: clips\/otp\.vi\.vtt is no WOFF2/],
];

describe('a further language', () => {
  it('may still translate a text that was corrected since: the kiosk shows the correction in the fallback', () => {
    expect(linesAfter(({ languages: [language] }) => put(language ?? {}, 'texts', { 'Văn bản cũ': 'X' }))).toEqual([]);
  });

  it.each(SPOILT_LANGUAGES)('is refused with %s', (_title, path, value, line) => {
    const lines = linesAfter(({ languages: [language] }) => put(language ?? {}, path, value));
    expect(lines).toContainEqual(expect.stringMatching(line));
  });
});

const SPOILT_ANSWERS: readonly [title: string, path: string, value: unknown, line: RegExp][] = [
  ['a paragraph too long to be read standing', '0.text.0.vi', 'dài '.repeat(60).trim(), /^answers\/vneid\.json: 0\.text\.0\.vi: has 239 signs and may have 220/],
  ['a choice that leads nowhere', '0.choices.0.to', 'gone', /0\.choices\.0\.to: "gone" is no answer of this pack/],
  ['a circle of choices', '2.choices', [{ text: { vi: 'A', en: 'A' }, to: 'vneid' }, { text: { vi: 'B', en: 'B' }, to: 'none' }], /0\.choices: lead back to this answer/],
  ['a guide that is not there', '1.guide', 'ket-hon', /1\.guide: "ket-hon" is no guide of this pack/],
  ['an id that another has', '2.id', 'none', /2\.id: is taken/],
  ['a wording that asks for two answers', '2.asks.0', 'Làm VNeID ở đâu', /1\.asks\.0: stands twice in the pack/],
  ['advice that nobody ever checks again', '1.provenance.expiresOn', '2029-01-01', /1\.provenance\.expiresOn: .*more than a year/],
  ['no source', '1.provenance.source', undefined, /1\.provenance: .*source/],
];

describe('an answer of "Hỏi – đáp"', () => {
  it.each(SPOILT_ANSWERS)('is refused with %s', (_title, path, value, line) => {
    const lines = linesAfter(({ answers }) => put(answers, path, value));
    expect(lines).toContainEqual(expect.stringMatching(line));
  });
});
