import { gzipSync } from 'node:zlib';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { BATCH_LIMIT } from '#contract/ledger.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { KIOSK_CHANNELS, KioskNotice } from '#contract/kiosk-channels.ts';
import { Manifest } from '#contract/manifest.ts';
import { Entry } from '#contract/ledger.ts';
import { Health } from '#contract/health.ts';
import { parserOf, type Parse } from '#contract/parse.ts';
import { readBeatAnswer, readLedgerAnswer } from '#host/upload/read-answer.ts';
import { checkManifest } from '#host/content/check-manifest.ts';
import { readRetryAfter } from '#host/content/read-retry-after.ts';
import { nodeDigest } from '#host/adapters/node-digest.ts';
import { dayAndHourCache } from '#server/services/ledger/day-and-hour-cache.ts';
import { inflateBody, parseBatch } from '#server/services/ledger/batch-body.ts';
import { planTaps } from '#server/services/ledger/plan-taps.ts';
import { readEntries } from '#server/services/ledger/read-entries.ts';
import { bytesTarget, jsonTarget, mustHold, type Target } from '../target.ts';

const NOW = Date.UTC(2026, 10, 23, 3);
const stamp = { at: NOW - 60_000, up: 1_000_000, boot: 'boot-a' };
const entries = [
  { kind: 'tap', ...stamp, score: 5, scale: 'five-v1', about: 'visit', lang: 'vi', from: 'attract', field: 'Hộ tịch', procedure: '1.001193', step: 'prepare' },
  { kind: 'reasons', ...stamp, of: 1, reasons: ['wait', 'papers'] },
  { kind: 'retract', ...stamp, of: 1 },
  { kind: 'asked', ...stamp, about: 'visit', outcome: 'ignored' },
  { kind: 'guide', ...stamp, procedure: '1.001193', step: 'prepare', action: 'open' },
  { kind: 'handoff', ...stamp, procedure: '1.001193', step: 'prepare', code: 'K7P4MX', action: 'shown' },
  { kind: 'play', ...stamp, clip: 'otp', plays: 3, seconds: 60.5, from: NOW - 900_000 },
  { kind: 'wake', ...stamp, clip: 'otp' },
];
const batch = { stream: '0199-aaaa-bbbb', first: 1, clock: { now: NOW, up: 1_060_000, boot: 'boot-a' }, entries };
const WORDS = ['tap', 'reasons', 'retract', 'asked', 'guide', 'handoff', 'play', 'wake', 'visit', 'five-v1', 'attract', 'open', 'boot-a', 'ignored'];
const whenIn = dayAndHourCache();

/** What the centre does with a body that came in: envelope, entries, taps. */
function takeBatch(body: Uint8Array): void {
  const parsed = parseBatch(body);
  if (!parsed.ok) return;
  const { first, clock, entries: sent } = parsed.value;
  const read = readEntries({ entries: sent, first, from: first, clock, now: NOW, pointNo: 1, wake: null }, whenIn('Asia/Ho_Chi_Minh'));
  const said = new Set([...read.taps.map(({ seq }) => seq), ...read.others.map(({ seq }) => seq), ...read.quarantined.map(({ seq }) => seq)]);
  mustHold(said.size === sent.length, 'each entry is taken or in quarantine');
  mustHold(/^\d{4}-\d\d-\d\d$/.test(read.firstDay) && read.firstDay <= read.lastDay, 'days are days');
  mustHold(planTaps(read, [], { changes: [], referenced: [] }).taps.length === read.taps.length, 'no tap is lost in the plan');
}

export const ledgerBody: Target = bytesTarget({
  name: 'ledger-body',
  what: 'body of POST /api/v1/ledger as bytes: gzip with its caps, UTF-8, JSON, envelope, entries',
  share: 6,
  largest: 64 * 1024,
  words: WORDS,
  open: async () => {
    const text = Buffer.from(JSON.stringify(batch));
    return {
      seeds: [text, gzipSync(text), gzipSync(Buffer.alloc(100_000, 0x20)), Buffer.from('{}')].map((bytes) => new Uint8Array(bytes)),
      run: async (bytes) => {
        const inflated = await inflateBody({ encoding: bytes[0] === 0x1f && bytes[1] === 0x8b ? 'gzip' : 'plain', bytes });
        if (!inflated.ok) return;
        mustHold(inflated.value.length <= BATCH_LIMIT.bytes, 'never more is inflated than the limit');
        takeBatch(inflated.value);
      },
    };
  },
});

export const ledgerEntries: Target = jsonTarget({
  name: 'ledger-entries',
  what: 'envelope and entries of the ledger as values: quarantine, placing, taps and what refers to them',
  share: 3,
  largest: 64 * 1024,
  words: WORDS,
  open: async () => ({
    seeds: [batch, { ...batch, entries: [...entries, ...entries] }, { ...batch, entries: [] }],
    schemas: [{ ...HTTP_ROUTES.ledger.request, properties: { ...HTTP_ROUTES.ledger.request.properties, entries: { type: 'array', items: Entry } } }],
    run: (input) => {
      let text = '';
      try {
        text = JSON.stringify(input) ?? 'null';
      } catch {
        // Too deep to be sent by anybody who writes JSON as we do: written by hand below.
        text = `{"entries":${'['.repeat(20_000)}${']'.repeat(20_000)},"stream":"0199-aaaa","first":1,"clock":{"now":1,"up":1,"boot":"b"}}`;
      }
      takeBatch(Buffer.from(text));
    },
  }),
});

function allSchemas(): ReadonlyMap<string, TSchema> {
  const ofTable = (table: Readonly<Record<string, { readonly request: TSchema; readonly answer: TSchema }>>, kind: string): (readonly [string, TSchema])[] =>
    Object.entries(table).flatMap(([name, { request, answer }]) => [[`${kind} ${name} request`, request], [`${kind} ${name} answer`, answer]] as const);
  return new Map<string, TSchema>([...ofTable(HTTP_ROUTES, 'http'), ...ofTable(KIOSK_CHANNELS, 'kiosk'), ['notice', KioskNotice], ['manifest', Manifest], ['entry', Entry], ['health', Health]]);
}

export const wire: Target = jsonTarget({
  name: 'wire',
  what: 'every request and answer of contract/: the compiled check of centre and host, and the walking check of the page, say the same',
  share: 4,
  largest: 64 * 1024,
  open: async () => {
    const schemas = allSchemas();
    const parsers = new Map<string, Parse<TSchema>>([...schemas].map(([name, schema]) => [name, parserOf(schema)]));
    const drawn = [...schemas].map(([name, value]) => ({ type: 'object', properties: { name: { const: name }, value }, required: ['name', 'value'] }));
    return {
      seeds: [{ name: 'http ledger request', value: batch }, { name: 'entry', value: entries[0] }],
      schemas: drawn,
      run: (input) => {
        if (typeof input !== 'object' || input === null || !('name' in input) || !('value' in input) || typeof input.name !== 'string') return;
        const [schema, parse] = [schemas.get(input.name), parsers.get(input.name)];
        if (schema === undefined || parse === undefined) return;
        const parsed = parse(input.value);
        mustHold(parsed.ok || parsed.error.code === 'REQUEST_INVALID', 'what does not fit is refused with its code');
        mustHold(parsed.ok === Value.Check(schema, input.value), `${input.name}: compiled and walking check agree`);
      },
    };
  },
});

export const kioskAnswers: Target = jsonTarget({
  name: 'centre-answers',
  what: 'what a kiosk reads of a centre, or of whoever answers in its place: receipts, heartbeats, errors, Retry-After, signed manifests',
  share: 6,
  largest: 64 * 1024,
  words: ['LEDGER_GAP', 'DEVICE_REVOKED', 'Mon, 23 Nov 2026 10:00:00 GMT', '120', 'mot-cham-manifest/1'],
  open: async () => {
    const manifest = { format: 'mot-cham-manifest/1', sequence: 3, issuedAt: NOW, version: '2026.11.1', files: [{ path: 'pack.json', sha256: 'a'.repeat(64), bytes: 10 }], notices: [], sync: { bytesPerSecond: null, quietHours: null } };
    const signed = { manifest: JSON.stringify(manifest), signature: 'A'.repeat(86) };
    // The signature is another test's; here whatever a text holds must be stood.
    const digest = { ...nodeDigest, isSigned: () => true };
    return {
      seeds: [
        { status: 200, headers: {}, body: { received: 12 } },
        { status: 409, headers: {}, body: { error: { code: 'LEDGER_GAP', message: 'gap', received: 100 }, received: 100 } },
        { status: 503, headers: { 'retry-after': '120' }, body: { error: { code: 'SERVER_BUSY', message: 'later' } } },
        { status: 200, headers: { 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT' }, body: { now: NOW, commands: [{ id: 'command-1', kind: 'reload', expiresAt: NOW }], manifest: 'a'.repeat(64), servicePoint: { id: 'p', name: 'P', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', publicUrl: null }, rephrase: true } },
        { status: 200, headers: {}, body: signed },
        { status: 200, headers: {}, body: signed.manifest },
      ],
      run: (input) => {
        if (typeof input !== 'object' || input === null) return;
        const { status = 200, headers = {}, body = null } = input as { status?: unknown; headers?: unknown; body?: unknown };
        const retry = typeof headers === 'object' && headers !== null && 'retry-after' in headers && typeof headers['retry-after'] === 'string' ? headers['retry-after'] : undefined;
        const answer = { status: typeof status === 'number' ? status : 200, headers: retry === undefined ? {} : { 'retry-after': retry }, body };
        for (const outcome of [readLedgerAnswer(answer, NOW), readBeatAnswer(answer, NOW)]) {
          if (outcome.kind === 'received') mustHold(Number.isSafeInteger(outcome.mark) && outcome.mark >= 0, 'a mark is a number of an entry');
          if (outcome.kind === 'busy' && outcome.retryAfter !== null) mustHold(outcome.retryAfter >= 0 && Number.isFinite(outcome.retryAfter), 'a wait is a time');
        }
        const wait = readRetryAfter(retry, NOW);
        mustHold(wait === null || (wait >= 0 && wait <= 60 * 60_000), 'nobody is held back for longer than an hour');
        checkManifest(digest, body, 'key', 0);
        if (typeof body === 'string') checkManifest(digest, { manifest: body, signature: 'A'.repeat(86) }, 'key', 0);
      },
    };
  },
});
