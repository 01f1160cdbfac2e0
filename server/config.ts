import { parseDatabaseConfig, type DatabaseConfig } from './database-config.ts';
import { parsePeopleConfig, type PeopleConfig } from './people-config.ts';
import { parseRephraseConfig, type RephraseConfig } from './rephrase-config.ts';

/** What the environment says; docs/protocol.md names the variables. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  /** Files of the content library; several processes of a centre share one folder. */
  readonly blobDir: string;
  /** Bytes of one film. */
  readonly largestUpload: number;
  /** Files of the library are given to anybody who knows their hash. */
  readonly blobsPublic: boolean;
  /** Public address without a slash at its end; null when none is configured. */
  readonly publicUrl: string | null;
  readonly logLevel: string;
  /** Addresses of reverse proxies whose X-Forwarded-For counts; empty: none. */
  readonly trustProxy: readonly string[];
  readonly people: PeopleConfig;
  /** null: off, as it is unless somebody sets it. */
  readonly rephrase: RephraseConfig | null;
};

export type ParsedConfig = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly string[] };
type Environment = Readonly<Record<string, string | undefined>>;

/** A manifest has room for no larger file (contract/manifest.ts). */
const MOST_MIB = 4_096;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the configuration, or says everything that is wrong with it at once. An empty value is an unset one. */
export function parseConfig(environment: Environment): ParsedConfig {
  const value = (name: string): string | undefined => (environment[name] === '' ? undefined : environment[name]);
  const problems: string[] = [];
  const dataDir = value('DATA_DIR') ?? './data';
  const port = value('PORT') ?? '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) problems.push(`PORT is a number from 0 to 65535, not "${port}".`);
  const logLevel = value('LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) problems.push(`LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}, not "${logLevel}".`);
  const publicUrl = parsePublicUrl(value('PUBLIC_URL'));
  if (publicUrl === undefined) problems.push('PUBLIC_URL is an address such as https://motcham.example.vn, without a path.');
  const largestUpload = value('LARGEST_UPLOAD_MIB') ?? '512';
  if (!/^\d{1,4}$/.test(largestUpload) || Number(largestUpload) < 1 || Number(largestUpload) > MOST_MIB) problems.push(`LARGEST_UPLOAD_MIB is a number from 1 to ${MOST_MIB}, not "${largestUpload}".`);
  const blobsPublic = value('BLOBS_PUBLIC') ?? '0';
  if (!['0', '1'].includes(blobsPublic)) problems.push(`BLOBS_PUBLIC is 0 or 1, not "${blobsPublic}".`);
  const { database, problems: databaseProblems } = parseDatabaseConfig(value);
  problems.push(...databaseProblems);
  const { config: people, problems: peopleProblems } = parsePeopleConfig(value, publicUrl ?? null);
  problems.push(...peopleProblems);
  const { config: rephrase, problems: rephraseProblems } = parseRephraseConfig(value);
  problems.push(...rephraseProblems);
  if (problems.length > 0 || publicUrl === undefined || people === null) return { ok: false, problems };
  return {
    ok: true,
    config: {
      port: Number(port),
      host: value('HOST') ?? '127.0.0.1',
      dataDir,
      database,
      blobDir: value('BLOB_DIR') ?? `${dataDir}/blobs`,
      largestUpload: Number(largestUpload) * 1024 * 1024,
      blobsPublic: blobsPublic === '1',
      publicUrl,
      logLevel,
      trustProxy: (value('TRUST_PROXY') ?? '').split(',').map((address) => address.trim()).filter((address) => address !== ''),
      people,
      rephrase,
    },
  };
}

/** Null: none configured. Undefined: not an address. */
function parsePublicUrl(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isAddress = url !== null && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
  return isAddress ? url.origin : undefined;
}
