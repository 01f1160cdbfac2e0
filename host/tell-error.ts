/** What a failure says of itself, with its cause when there is one: a line of the log, never a text for citizens. */
export function tellError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
