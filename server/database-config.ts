/** Where the centre keeps its data; docs/protocol.md names the variables. */
export type DatabaseConfig =
  | { readonly kind: 'sqlite' }
  | {
      readonly kind: 'postgres';
      /** Holds a password: never shown. */
      readonly url: string;
      /** A replica for pages of figures; null: none. */
      readonly readUrl: string | null;
      /** Most connections of one process to each of the two. */
      readonly connections: number;
    };

export type ParsedDatabaseConfig = { readonly database: DatabaseConfig; readonly problems: readonly string[] };

const CONNECTIONS = '10';
const FORM = 'postgres://user:password@host:5432/database';

/** Reads DATABASE_URL, DATABASE_READ_URL and DATABASE_CONNECTIONS. No problem repeats a value: it may hold a password. */
export function parseDatabaseConfig(value: (name: string) => string | undefined): ParsedDatabaseConfig {
  const url = value('DATABASE_URL');
  const readUrl = value('DATABASE_READ_URL');
  const connections = value('DATABASE_CONNECTIONS') ?? CONNECTIONS;
  const problems: string[] = [];
  if (url === undefined) {
    if (readUrl !== undefined) problems.push('DATABASE_READ_URL names a replica of DATABASE_URL, which is not set: set both, or neither to use SQLite in DATA_DIR.');
    return { database: { kind: 'sqlite' }, problems };
  }
  problems.push(...urlProblems('DATABASE_URL', url, ' Leave it unset to use SQLite in DATA_DIR.'));
  if (readUrl !== undefined) problems.push(...urlProblems('DATABASE_READ_URL', readUrl, ' Leave it unset to do without a replica.'));
  if (!/^\d{1,4}$/.test(connections) || Number(connections) < 2) problems.push(`DATABASE_CONNECTIONS is a number from 2 to 9999, not "${connections}".`);
  return { database: { kind: 'postgres', url, readUrl: readUrl ?? null, connections: Number(connections) }, problems };
}

function urlProblems(name: string, text: string, instead: string): readonly string[] {
  if (!/^postgres(ql)?:\/\//.test(text)) return [`${name} is not understood: it has the form ${FORM}.${instead}`];
  if (!URL.canParse(text)) return [`${name} is no address: it has the form ${FORM}; signs such as @ : / # % in the password are written %40 %3A %2F %23 %25.`];
  const { hostname, pathname, username, password } = new URL(text);
  if (hostname.includes(',')) return [`${name} names several hosts: name one, such as the address that moves to the primary.`];
  if (!/^\/[^/]+$/.test(pathname)) return [`${name} names no database: it has the form ${FORM}.`];
  if (![username, password, pathname].every(isEncoded)) return [`${name} has a % that encodes nothing: in a password it is written %25.`];
  return [];
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The address without user and password, for people to read. */
export function shownAddress(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
  return `${decodeURIComponent(pathname.slice(1))} at ${host}${port === '' ? '' : `:${port}`}`;
}
