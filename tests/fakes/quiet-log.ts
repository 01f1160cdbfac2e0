import type { Log } from '#host/ports.ts';

/** Keeps what was logged for a test to look at. */
export class QuietLog implements Log {
  readonly events: { readonly level: string; readonly event: string; readonly details: unknown }[] = [];
  info = (event: string, details?: unknown): void => void this.events.push({ level: 'info', event, details });
  warn = (event: string, details?: unknown): void => void this.events.push({ level: 'warn', event, details });
  error = (event: string, details?: unknown): void => void this.events.push({ level: 'error', event, details });
  names(): readonly string[] {
    return this.events.map(({ event }) => event);
  }
}
