import type { JsonSchema } from './json-schema.ts';

const AT = 1_795_400_000_000;
const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bd9e6b1cbb0e6e6b7b9a0';
/** What a field of this name usually holds; taken where the schema lets it. */
const BY_NAME: Readonly<Record<string, readonly unknown[]>> = {
  id: ['my-hao', 12], servicePoint: ['my-hao'], servicePointName: ['Trung tâm Mỹ Hào'], unit: ['hung-yen'], parent: ['hung-yen'], name: ['Trung tâm Mỹ Hào'], email: ['an@example.vn'], target: ['an@example.vn', 0.85],
  password: ['bốn từ không ai ghép'], fresh: ['bốn từ không ai ghép'], present: ['mật khẩu đang dùng'], token: ['Zr4x0mQk3u8vB1nC5dE7fG9hJ2kL4mN6pQ8rS0tU2wY'], secret: ['Zr4x0mQk3u8vB1nC5dE7fG9hJ2kL4mN6pQ8rS0tU2wY'],
  day: ['2026-11-23'], from: ['2026-11-01', '08:00', AT], to: ['2026-11-23'], until: ['17:00', AT + 86_400_000, '2026-12-31'], timezone: ['Asia/Ho_Chi_Minh'], kind: ['one-stop'], pairingCode: ['K7P4-2MXQ'], stream: ['0199aa10-7a31-7c52-9d3e-5b7f10c2d4e6', 3],
  field: ['Hộ tịch'], procedure: ['1.001193'], reason: ['Kiểm tra phản ánh của công dân ngày 20/11'], taps: [142], scores: [[4, 6, 10, 54, 68]], score: [5], rate: [0.859], low: [0.792], high: [0.907], sha256: [SHA], manifest: [SHA], version: ['2026.11.1'], appVersion: ['0.1.0'],
  path: ['guides/khai-sinh.json'], address: ['203.0.113.x'], agent: ['Mozilla/5.0'], code: ['REQUEST_INVALID'], message: ['…'], pictureBytes: [48_213],
};

type Fits = (schema: JsonSchema, value: unknown) => boolean;

/** A value that the schema takes, by the names of its fields where that helps; `fits` checks a guess. */
export function exampleOf(schema: JsonSchema, fits: Fits, name = ''): unknown {
  const guess = Object.hasOwn(BY_NAME, name) ? (BY_NAME[name] ?? []).find((value) => fits(schema, value)) : undefined;
  if (guess !== undefined) return guess;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return exampleOf(schema.anyOf.find((each) => each.type !== 'null') ?? schema.anyOf[0] ?? {}, fits, name);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, fits);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => exampleOf(schema.items ?? {}, fits, name));
    case 'string':
      return textOf(schema, fits);
    case 'integer':
      return /at$|At$|now|expires|from|until/i.test(name) && (schema.minimum ?? 0) >= 0 ? AT : Math.max(1, schema.minimum ?? 0);
    case 'number':
      return Math.max(0.5, schema.minimum ?? 0);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return {};
  }
}

function objectOf(schema: JsonSchema, fits: Fits): unknown {
  const [pattern, value] = Object.entries(schema.patternProperties ?? {})[0] ?? [];
  const own = Object.entries(schema.properties ?? {}).map(([key, each]) => [key, exampleOf(each, fits, key)] as const);
  return Object.fromEntries(pattern === undefined || value === undefined || own.length > 0 ? own : [['phai-cho-lau', exampleOf(value, fits)]]);
}

/** Forms that patterns of the contract ask for; the first that fits. */
const TEXTS = ['text', '2026-11-23', '08:00', 'a-b-c', 'an@example.vn', SHA, 'K7P4-2MXQ', '2026.11.1', '0199aa10-7a31-7c52-9d3e-5b7f10c2d4e6', '12', 'Asia/Ho_Chi_Minh', 'guides/a.json', 'vi', '#a2141e', 'A'.repeat(86), 'A'.repeat(43), 'A'.repeat(22)];

function textOf(schema: JsonSchema, fits: Fits): string {
  return TEXTS.find((text) => fits(schema, text)) ?? 'x'.repeat(schema.minLength ?? 1);
}
