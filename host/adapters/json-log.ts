import type { Log } from '../ports.ts';

const LEVELS = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** `info`, `warn`, `error` or `silent`; anything else is `info`. */
export function parseLogLevel(text: string | undefined): LogLevel {
  return LEVELS.find((level) => level === text) ?? 'info';
}

/** One JSON line an event. Details must hold nothing about a person (promise 5). */
export function jsonLog(level: LogLevel, write: (line: string) => void): Log {
  const from = LEVELS.indexOf(level);
  const at = (own: 'info' | 'warn' | 'error') => (event: string, details?: Readonly<Record<string, unknown>>) => {
    if (LEVELS.indexOf(own) < from) return;
    write(`${JSON.stringify({ at: new Date().toISOString(), level: own, event, ...details })}\n`);
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** Standard output stays free for the lines that people and scripts read. */
export function stderrLog(level: LogLevel): Log {
  // Standard error may lead to a full disk or to a program that has ended: neither may end the kiosk.
  process.stderr.on('error', () => undefined);
  return jsonLog(level, (line) => {
    try {
      process.stderr.write(line);
    } catch {
      return;
    }
  });
}
