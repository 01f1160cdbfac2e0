import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_PATH, CatalogueLine, readCatalogue, writeCatalogue } from '#contract/catalogue-file.ts';
import { PackLanguage, type ContentPack } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';
import { readEntries } from '#assets/catalogue/import-catalogue.ts';
import { checkPack } from '#assets/check/check-pack.ts';
import { parseWebVtt } from '#assets/check/rules/web-vtt.ts';
import { readClipFile } from '#assets/clips/from-file/read-clip-file.ts';
import { flattenWords } from '#assets/languages/flatten-words.ts';
import { judgeLanguage } from '#assets/languages/judge-language.ts';
import { lettersBeyond, parseCoveredLetters } from '#assets/languages/letters.ts';
import { inProject } from '#build/project-root.ts';
import { createFinder } from '#domain/finding/find-procedures.ts';
import { NO_WORDS } from '#domain/finding/finding.ts';
import { keepOpenAnswers, nextQuestion, papersFor, stepsFor } from '#domain/guide-path.ts';
import { buildFragment, parseFragment } from '#domain/handoff-fragment.ts';
import { handoffCode, parseHandoffCode } from '#domain/handoff-code.ts';
import { itemsDue, localMoment } from '#domain/schedule.ts';
import { loadPack } from '#host/content/load-pack.ts';
import { createAsking } from '#renderer/asking/pack-asking.ts';
import { quoteView } from '#renderer/asking/quote-view.ts';
import own from '#renderer/i18n/vi.json' with { type: 'json' };
import { soundPack, sourceOf } from '#tests/unit/assets/sound-pack.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { jsonTarget, mustHold, textTarget, type Target } from '../target.ts';

const TODAY = '2026-11-23';

/** What a kiosk does with a pack that it has let in. */
function readPack(pack: ContentPack): void {
  const finder = createFinder({ guides: pack.guides, words: pack.words ?? NO_WORDS, catalogue: [] });
  for (const query of ['khai sinh', 'lam giay', pack.guides[0]?.title.vi ?? '']) finder.find(query, { province: null, most: 5 });
  const { sure, others } = createAsking().ask(pack, 'khai sinh cần giấy tờ gì');
  for (const quote of sure === null ? others : [sure, ...others]) quoteView(pack, quote, TODAY);
  itemsDue(pack.playlist.items, localMoment(Date.UTC(2026, 10, 23, 3)));
  for (const guide of pack.guides) {
    const code = handoffCode({ guide: guide.number, step: 1 });
    mustHold(parseHandoffCode(code)?.guide === guide.number, 'a code leads to its guide');
    if (guide.kind !== 'guide') continue;
    let answers: Readonly<Record<string, string>> = {};
    for (let question = nextQuestion(guide, answers); question !== null; question = nextQuestion(guide, answers)) {
      const before = Object.keys(answers).length;
      answers = keepOpenAnswers(guide, { ...answers, [question.id]: question.options[0]?.id ?? '' });
      mustHold(Object.keys(answers).length > before, 'a question that was answered is not asked again');
    }
    mustHold(papersFor(guide, answers).length <= guide.papers.list.length && stepsFor(guide, answers).length <= guide.steps.length, 'no paper or step comes from nowhere');
    mustHold(JSON.stringify(parseFragment(buildFragment({ step: 2, answers })).answers) === JSON.stringify(Object.fromEntries(Object.entries(answers).sort())), 'answers come through the fragment');
  }
}

export const pack: Target = jsonTarget({
  name: 'pack',
  what: 'all documents of a content pack: checker, kiosk’s reader, and finder, asking, paths, codes and schedule over what it lets in',
  share: 0.7,
  largest: 128 * 1024,
  words: ['khai-sinh', 'a', 'b', '1', '2', '9', 'clips/otp-tall.webm', '../../etc/passwd', '2026-13-45', '1.001193', 'https://dichvucong.gov.vn', 'javascript:alert(1)'],
  open: async () => {
    const sound = sourceOf(soundPack());
    return {
      seeds: [Object.fromEntries(sound.documents)],
      run: async (input) => {
        if (typeof input !== 'object' || input === null) return;
        const documents = new Map(Object.entries(input));
        checkPack(documents, sound.files, TODAY);
        const texts: Record<string, string> = {};
        for (const [name, document] of documents) texts[name] = textOf(document);
        const loaded = await loadPack(new MemoryFiles(texts));
        if (loaded.ok) readPack(loaded.value.pack);
      },
    };
  },
});

function textOf(document: unknown): string {
  try {
    return JSON.stringify(document) ?? '';
  } catch {
    // Deeper than it can be written: another writer may have.
    return '['.repeat(50_000);
  }
}

export const language: Target = jsonTarget({
  name: 'language',
  what: 'a further language: its schema, what it lacks, which letters its font needs',
  share: 2,
  largest: 64 * 1024,
  words: ['{{count}}', 'unicode-range: U+0-7F, U+1EA0-1EF9;', 'common.back', 'home.title_one', '10.000', '10,000', '٣'],
  open: async () => {
    const words = flattenWords(own);
    const parse = parserOf(PackLanguage);
    const seed = { tag: 'km', endonym: 'ភាសាខ្មែរ', fallback: 'vi', translatedBy: 'person', words: Object.fromEntries([...words].slice(0, 20)), texts: { 'Phí 10.000 đồng': '10,000 dong' } };
    return {
      seeds: [seed],
      schemas: [PackLanguage],
      run: (input) => {
        const parsed = parse(input);
        if (!parsed.ok) return;
        judgeLanguage(parsed.value, words, [{ file: 'x', path: '', kind: 'summary', text: { vi: 'Phí 10.000 đồng', en: 'x' } }]);
        lettersBeyond(parsed.value, parseCoveredLetters(Object.values(parsed.value.texts).join(';')));
      },
    };
  },
});

const line = (code: string, name: string): string => JSON.stringify({ code, name, portalId: 'id-1', fields: ['Đất đai'], agencies: ['Ủy ban nhân dân cấp xã'], issuedBy: 'Bộ Tư pháp', for: ['Công dân Việt Nam'], scope: 'STANDARD' });

export const catalogue: Target = textTarget({
  name: 'catalogue',
  what: 'import of the national catalogue (JSON lines), the index file written from it, and that file read back',
  share: 6,
  largest: 256 * 1024,
  words: ['\n', '{"code":"1.000001"', 'STANDARD', 'SPECIFIC', '"fields":[]', '\uFEFF', 'mot-cham-catalogue/1', '\\n'],
  open: async () => {
    const seed = `${line('1.000001', 'Một')}\n${line('1.000002', 'Hai  hai')}\n`;
    const first = readEntries(seed);
    return {
      seeds: [seed, `\uFEFF${line('1.000001', 'Một')}`, ...(typeof first === 'string' ? [] : [writeCatalogue(first)])],
      run: (text) => {
        const entries = readEntries(text);
        if (typeof entries !== 'string') {
          const again = readCatalogue(writeCatalogue(entries));
          mustHold(again.ok, `${CATALOGUE_PATH} that was written can be read`);
          if (again.ok) mustHold([...again.value.entries].length === new Set(entries.map(({ code }) => code)).size, 'each procedure is there once');
        }
        const file = readCatalogue(text);
        if (file.ok) for (const entry of file.value.entries) mustHold(typeof entry.code === 'string', 'an entry has a code');
      },
    };
  },
});

export const catalogueLine: Target = jsonTarget({
  name: 'catalogue-line',
  what: 'one procedure of the catalogue as a value, through import, index file and search',
  share: 1.5,
  largest: 16 * 1024,
  open: async () => ({
    seeds: [JSON.parse(line('1.000001', 'Một'))],
    schemas: [CatalogueLine],
    run: (input) => {
      const entries = readEntries(textOf(input).replaceAll('\n', ' '));
      if (typeof entries === 'string') return;
      const again = readCatalogue(writeCatalogue(entries));
      mustHold(again.ok && [...again.value.entries].length === 1, 'what was written is read back');
      createFinder({ guides: [], words: NO_WORDS, catalogue: entries }).find('khai sinh', { province: 'tỉnh Bắc Ninh', most: 5 });
    },
  }),
});

export const clipText: Target = textTarget({
  name: 'clip-text',
  what: 'a ward’s own clip as a text file',
  share: 5,
  largest: 64 * 1024,
  words: ['\n---\n', 'Mã: ', 'Tiêu đề: ', 'Dòng: ', 'Lời: ', 'Hình: ', 'quầy', 'tờ treo', 'Vật: ', 'Nhãn: ', 'Giây: ', 'Từ ngày: ', '1/3/2027', 'Đến ngày: ', ' / ', 'Người: bà, mẹ', 'Hướng dẫn: khai-sinh'],
  open: async () => ({
    seeds: [readFileSync(inProject('assets/clips/from-file/vi-du.txt'), 'utf8'), 'Mã: a-b\nTiêu đề: Mở cửa\n---\nDòng: Một cửa / mở cửa\nLời: Một cửa mở cửa.\n'],
    run: (text) => readClipFile(text, new Set(['khai-sinh'])),
  }),
});

export const captions: Target = textTarget({
  name: 'captions',
  what: 'captions of a clip (WebVTT)',
  share: 8,
  largest: 256 * 1024,
  words: ['WEBVTT', '\n\n', '00:00.000 --> 00:04.000', 'NOTE ', 'STYLE', '99:59:59.999', '-->'],
  open: async () => {
    const folder = inProject('assets/pack/clips');
    return {
      seeds: readdirSync(folder).filter((name) => name.endsWith('.vtt')).slice(0, 4).map((name) => readFileSync(join(folder, name), 'utf8')),
      run: (text) => {
        const { cues } = parseWebVtt(text);
        mustHold(cues.every(({ start, end }) => Number.isFinite(start) && start < end), 'a cue ends after it begins');
      },
    };
  },
});
