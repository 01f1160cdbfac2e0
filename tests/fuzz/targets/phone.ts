import { buildFragment, parseFragment } from '#domain/handoff-fragment.ts';
import { handoffCode, parseHandoffCode } from '#domain/handoff-code.ts';
import { parseWaiting } from '#handoff/phone/answer-queue.ts';
import { buildCalendar, foldLine } from '#handoff/phone/calendar-file.ts';
import { parseKeptState } from '#handoff/phone/kept-state.ts';
import { filesIn, isGuidePath, parseWorkerWord } from '#handoff/phone/kept-pages.ts';
import { parseCondition } from '#handoff/phone/page-guide.ts';
import { findRange } from '#host/adapters/find-range.ts';
import { parseRange } from '#server/routes/byte-range.ts';
import { packedBodyOf } from '#server/routes/ledger-body.ts';
import { saysSameOrigin } from '#server/routes/same-origin.ts';
import { parseCall } from '#server/commands/parse-call.ts';
import { FLEET_COMMANDS } from '#server/commands/fleet-commands.ts';
import { KIOSK_COMMANDS } from '#server/commands/kiosk-commands.ts';
import { STAFF_COMMANDS } from '#server/commands/staff-commands.ts';
import { mustHold, textTarget, type Target } from '../target.ts';

const COMMANDS = [...STAFF_COMMANDS, ...FLEET_COMMANDS, ...KIOSK_COMMANDS];

export const handoff: Target = textTarget({
  name: 'hand-off',
  what: 'what comes after # and after /c/: fragments and six-sign codes, typed, scanned or made up',
  share: 40,
  largest: 2_048,
  words: ['#', '2.a1b3', '.', 'a1', 'z9', 'K7P4MX', '-', '0', '99', '%23', '__proto__', 'constructor'],
  open: async () => ({
    seeds: ['2.a1b3', '#5', '0', handoffCode({ guide: 1, step: 0 }), handoffCode({ guide: 890_000, step: 31 }), 'k7p 4m-x'],
    run: (text) => {
      const state = parseFragment(text);
      mustHold(Number.isInteger(state.step) && state.step >= 0 && state.step < 100, 'a step is a step');
      const again = parseFragment(buildFragment(state));
      mustHold(JSON.stringify(Object.entries(again.answers).sort()) === JSON.stringify(Object.entries(state.answers).sort()) && again.step === state.step, 'what was read can be written');
      const place = parseHandoffCode(text);
      if (place !== null) mustHold(handoffCode(place) === text.toUpperCase().replace(/[\s-]/g, ''), 'a place has one code');
    },
  }),
});

const KEPT = { answers: { a: '1' }, ticks: ['form'], edition: 'v1', said: ['outcome'] };
const WAITING = [{ once: 'A'.repeat(22), at: 1, answer: { slug: 'khai-sinh', outcome: 'managed', lang: 'vi' } }];

export const phoneStore: Target = textTarget({
  name: 'phone-store',
  what: 'what a phone finds in its own store, in its page and in words from its worker; the calendar file it makes',
  share: 14,
  largest: 16 * 1024,
  words: ['"answers":{', '"ticks":[', '"said":["score"]', '"once":"', '"answer":{', '/h/page.css', '/g/khai-sinh', '"kind":"keep"', '"path":"', '{"a":["1"]}'],
  open: async () => ({
    seeds: [JSON.stringify(KEPT), JSON.stringify(WAITING), '{"kind":"keep","path":"/g/khai-sinh","pictures":true}', '<link href="/h/page.abc.css">', '{"a":["1","2"]}'],
    run: (text) => {
      const state = parseKeptState(text);
      mustHold(Object.entries(state.answers).every(([question, option]) => /^[a-z]$/.test(question) && /^\d$/.test(option)), 'answers are answers');
      mustHold(parseWaiting(text).every(({ once, answer }) => typeof once === 'string' && typeof answer.slug === 'string'), 'what waits can be sent');
      let word: unknown = text;
      try {
        word = JSON.parse(text);
      } catch {
        // A word that is no object.
      }
      parseWorkerWord(word);
      filesIn(text);
      isGuidePath(text);
      parseCondition(text);
      const short = text.slice(0, 300);
      const file = buildCalendar({ uid: 'u', madeAt: 1, day: '2026-11-23', title: short, description: short, url: 'https://c/g/x', ringDaysBefore: [0, 1] });
      mustHold(file.split('\r\n').every((each) => Buffer.byteLength(each) <= 75 || !each.isWellFormed()), 'no line of a calendar is longer than 75 octets');
      foldLine(text.slice(0, 2_000));
    },
  }),
});

export const headers: Target = textTarget({
  name: 'headers',
  what: 'header fields: Range, Content-Encoding, Origin; the words of `npm run manage`',
  share: 30,
  largest: 8 * 1024,
  words: ['bytes=', '0-', '-1', '-0', '999999999999999', 'gzip', 'x-gzip', 'identity', 'same-origin', 'cross-site', 'http://h', 'https://h', '--json', '--email', 'user add', 'point add', '--id', '--', '-h'],
  open: async () => ({
    seeds: ['bytes=0-99', 'bytes=-5', 'bytes=5-', 'gzip', 'http://h', 'user add --email a@b.vn --role admin', 'device list --json'],
    run: (text) => {
      for (const size of [0, 1, 100, 2 ** 40]) {
        const range = parseRange(text, size);
        if (Array.isArray(range)) mustHold(range[0] >= 0 && range[0] <= range[1] && range[1] < size, 'a range lies in the file');
        const found = findRange(text, size);
        if (found !== null && found !== 'unsatisfiable') mustHold(found.start >= 0 && found.start <= found.end && found.end < size, 'a range lies in the file, on the kiosk too');
        mustHold((range === 'unsatisfiable') === (found === 'unsatisfiable'), 'centre and kiosk read a range alike');
      }
      packedBodyOf(new Uint8Array(), text);
      saysSameOrigin({ origin: text, host: 'h' }, null);
      parseCall(text.split(' '), COMMANDS);
    },
  }),
});
