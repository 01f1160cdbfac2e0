import { Type, type Static } from 'typebox';
import { SCOPES, type CatalogueEntry } from '#domain/finding/finding.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { parserOf } from './parse.ts';

/** Written into the first line; whoever reads another format says so. */
export const CATALOGUE_FORMAT = 'mot-cham-catalogue/1';

/** The national catalogue's place in a pack; a pack without it finds guides only. */
export const CATALOGUE_PATH = 'catalogue/procedures.jsonl';

/** Where the portal shows a procedure; its `portalId` follows. */
export const PORTAL_PAGES = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/';

const Text = Type.String({ minLength: 1, maxLength: 2_000 });
const Code = Type.String({ pattern: '^[0-9A-Z][0-9A-Za-z.-]{2,20}$' });
const PortalId = Type.String({ pattern: '^[0-9a-zA-Z-]{1,64}$' });

/** One line of the national catalogue as it is published: what `npm run catalogue -- import` takes. */
export const CatalogueLine = Type.Object({
  // Some codes of the published list have a space before them.
  code: Type.String({ pattern: '^\\s*[0-9A-Z][0-9A-Za-z.-]{2,20}\\s*$' }),
  name: Text,
  portalId: PortalId,
  fields: Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 40 }),
  agencies: Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 200 }),
  issuedBy: Type.String({ maxLength: 2_000 }),
  for: Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 40 }),
  scope: Type.Enum([...SCOPES]),
});
export type CatalogueLine = Static<typeof CatalogueLine>;

const Names = Type.Array(Type.String({ maxLength: 2_000 }));
/** The first line of the file: what many procedures share stands once. */
const Head = Type.Object(
  { format: Type.Literal(CATALOGUE_FORMAT), count: Type.Integer({ minimum: 0 }), fields: Names, agencies: Names, issuers: Names, groups: Names },
  { additionalProperties: false },
);
type Head = Static<typeof Head>;

const Places = Type.Array(Type.Integer({ minimum: 0 }));
/** Every other line: code, name, portalId, then places in the head's lists and in {@link SCOPES}. */
const Row = Type.Tuple([Code, Text, PortalId, Places, Places, Type.Integer({ minimum: 0 }), Places, Type.Integer({ minimum: 0, maximum: SCOPES.length - 1 })]);

const parseHead = parserOf(Head);
const parseRow = parserOf(Row);

/** The file of these entries: sorted by code, so that the same entries make the same bytes. Of a code that comes twice the last counts. */
export function writeCatalogue(entries: Iterable<CatalogueEntry>): string {
  const byCode = new Map([...entries].map((entry) => [entry.code, entry]));
  const sorted = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const fields = namesOf(sorted.flatMap((entry) => entry.fields));
  const agencies = namesOf(sorted.flatMap((entry) => entry.agencies));
  const issuers = namesOf(sorted.map((entry) => entry.issuedBy));
  const groups = namesOf(sorted.flatMap((entry) => entry.for));
  const head: Head = { format: CATALOGUE_FORMAT, count: sorted.length, fields: fields.list, agencies: agencies.list, issuers: issuers.list, groups: groups.list };
  const rows = sorted.map((entry) => [
    entry.code,
    entry.name,
    entry.portalId,
    entry.fields.map(fields.place),
    entry.agencies.map(agencies.place),
    issuers.place(entry.issuedBy),
    entry.for.map(groups.place),
    SCOPES.indexOf(entry.scope),
  ]);
  return [head, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function namesOf(all: readonly string[]): { readonly list: string[]; readonly place: (name: string) => number } {
  const list = [...new Set(all)].sort();
  const places = new Map(list.map((name, place) => [name, place]));
  return { list, place: (name) => places.get(name) ?? 0 };
}

/** What a catalogue's file holds. Lines are read one by one as they are asked for, so that nobody has to wait for all. */
export type CatalogueFile = {
  readonly count: number;
  /** A line that is no procedure is left out. */
  readonly entries: Iterable<CatalogueEntry>;
};

/** Opens the text of a catalogue's file; CONTENT_INVALID when its first line is of another format. */
export function readCatalogue(text: string): Result<CatalogueFile, 'CONTENT_INVALID'> {
  const end = text.indexOf('\n');
  const head = parseHead(parseJson(end === -1 ? text : text.slice(0, end)));
  if (!head.ok) return failure('CONTENT_INVALID', `${CATALOGUE_PATH}: line 1: ${head.error.message}`);
  return success({ count: head.value.count, entries: { [Symbol.iterator]: () => entriesOf(text, end + 1, head.value) } });
}

function* entriesOf(text: string, from: number, head: Head): Generator<CatalogueEntry> {
  // The first line says how many follow: what stands below them is nobody's, however much it is.
  for (let [start, lines] = [from, 0]; start > 0 && start < text.length && lines < head.count; lines += 1) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    const row = parseRow(parseJson(text.slice(start, stop)));
    if (row.ok) yield entryOf(row.value, head);
    start = stop + 1;
  }
}

function entryOf([code, name, portalId, fields, agencies, issuer, groups, scope]: Static<typeof Row>, head: Head): CatalogueEntry {
  const named = (list: readonly string[], places: readonly number[]): readonly string[] => places.flatMap((place) => list[place] ?? []);
  return {
    code,
    name,
    portalId,
    fields: named(head.fields, fields),
    agencies: named(head.agencies, agencies),
    issuedBy: head.issuers[issuer] ?? '',
    for: named(head.groups, groups),
    scope: SCOPES[scope] ?? 'STANDARD',
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not of the format: the schema says so.
    return null;
  }
}
