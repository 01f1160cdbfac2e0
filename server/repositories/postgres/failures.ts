/** What the driver or the server said, as a code; null when it gave none. */
export function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

/** The network between us and the database. */
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT', 'ECONNABORTED'];
// https://www.postgresql.org/docs/current/errcodes-appendix.html
const AWAY = [
  '57P01', '57P02', '57P03', // it is shutting down, has crashed, or is starting
  '53100', '53200', '53300', '53400', // no disk, no memory, no connection left, a limit of the configuration
  '57014', '55P03', '25P03', '25P04', // a time-out of ours: statement, lock, transaction
  '25006', // read only: it has become a replica
];
/** The driver gives these no code. */
const DRIVER = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** True when the database cannot be used for now, and may be later without anybody changing a line of ours. */
export function isAway(cause: unknown): boolean {
  if (cause instanceof AggregateError && cause.errors.length > 0) return cause.errors.every(isAway);
  const code = codeOf(cause);
  if (code !== null) return NETWORK.includes(code) || code.startsWith('08') || AWAY.includes(code);
  return cause instanceof Error && DRIVER.test(cause.message);
}

/** True when the server found no room for what was to be written. */
export function isDiskFull(cause: unknown): boolean {
  return codeOf(cause) === DISK_FULL;
}

const DISK_FULL = '53100';
const SERIALIZATION = '40001';
const DEADLOCK = '40P01';
const UNIQUE = '23505';
const FEATURE = '0A000';

/** True when a new column made the server forget how it answers a prepared statement; a new connection prepares it anew. */
export function isStalePlan(cause: unknown): boolean {
  return codeOf(cause) === FEATURE && cause instanceof Error && cause.message.includes('cached plan');
}

/**
 * True when the same transaction can succeed if it is run again (`attempt`: 0 for the first). Two that meet may
 * also see each other as a key that is taken; that is believed when it comes a third time.
 */
export function isTransient(cause: unknown, attempt: number): boolean {
  const code = codeOf(cause);
  if (code === UNIQUE) return attempt < 2;
  return code === SERIALIZATION || code === DEADLOCK || isStalePlan(cause);
}
