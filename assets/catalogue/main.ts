import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { importCatalogue } from './import-catalogue.ts';
import { searchLines } from './search-lines.ts';

const USAGE = `Usage: npm run catalogue -- <command>

  import FILE [--pack DIR]
      Puts the national catalogue into a pack. FILE holds one procedure a line, as JSON with code, name, portalId,
      fields, agencies, issuedBy, for, scope. Nothing is written when a line is wrong.
  search [--json] [--pack DIR] [--province NAME] [--most COUNT]
      Reads one query a line on standard input and answers each from the search that the kiosk uses. With --json one
      line of JSON each: { "query", "results": [ { "code", "name" } ] }. For programs: npm run --silent catalogue -- …

  --pack DIR      the pack's folder; the program's own pack unless told
  --province NAME the citizen's province, such as "Bắc Ninh"
  --most COUNT    results a query, 1 to 50; 10 unless told
`;
const REFUSED = 1;
const WRONG = 2;
const OWN_PACK = fileURLToPath(new URL('../pack', import.meta.url));

type Call = { readonly words: readonly string[]; readonly json: boolean; readonly pack: string; readonly province: string | null; readonly most: number };

function wrong(message: string): number {
  process.stderr.write(`${message}\n\n${USAGE}`);
  return WRONG;
}

function parseCall(args: readonly string[]): Call | string {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean' }, pack: text, province: text, most: text }, allowPositionals: true });
    const most = Number(values.most ?? '10');
    if (!Number.isInteger(most) || most < 1 || most > 50) return '--most is a whole number from 1 to 50.';
    return { words: positionals, json: values.json ?? false, pack: values.pack ?? OWN_PACK, province: values.province ?? null, most };
  } catch (cause) {
    if (cause instanceof TypeError && 'code' in cause) return cause.message;
    throw cause;
  }
}

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const call = parseCall(args);
  if (typeof call === 'string') return wrong(call);
  const [command, file, ...more] = call.words;
  switch (command) {
    case 'import':
      if (file === undefined || more.length > 0) return wrong('import needs one FILE.');
      return report(await importCatalogue(file, call.pack));
    case 'search':
      if (file !== undefined) return wrong('search reads its queries on standard input.');
      return report(await searchLines(process.stdin, process.stdout, call));
    case undefined:
      return wrong('Say what to do.');
    default:
      return wrong(`There is no command "${command}".`);
  }
}

/** `said` is for people; it goes to standard error when standard output belongs to programs. */
export type Outcome = { readonly ok: boolean; readonly said: string };

function report({ ok, said }: Outcome): number {
  if (said !== '') (ok ? process.stdout : process.stderr).write(`${said}\n`);
  return ok ? 0 : REFUSED;
}

process.exitCode = await run(process.argv.slice(2));
