/** Ends an exhaustive switch: reaching it is a bug, and the value says which case was forgotten. */
export function assertNever(value: never, reason: string): never {
  throw new Error(`${reason}: ${JSON.stringify(value)}`);
}
