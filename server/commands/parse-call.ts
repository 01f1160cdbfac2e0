import { parseArgs } from 'node:util';
import type { Command, Flags } from './command.ts';

export type ParsedCall =
  | { readonly kind: 'run'; readonly command: Command; readonly flags: Flags; readonly json: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Finds the command that the words name and checks its flags; nothing is guessed. */
export function parseCall(words: readonly string[], commands: readonly Command[]): ParsedCall {
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help' };
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word));
  if (command === undefined) return { kind: 'wrong', message: words.length === 0 ? 'Say what to do.' : `There is no command "${words.slice(0, 2).join(' ')}".` };
  try {
    const { values } = parseArgs({ args: words.slice(command.name.split(' ').length), options: optionsOf(command), strict: true, allowPositionals: false });
    const flags: Record<string, string> = {};
    for (const [flag, value] of Object.entries(values)) if (typeof value === 'string') flags[flag] = value;
    const missing = command.needed.filter((flag) => (flags[flag] ?? '').trim() === '');
    if (missing.length > 0) return { kind: 'wrong', message: `${command.name} needs ${missing.map((flag) => `--${flag}`).join(', ')}.` };
    return { kind: 'run', command, flags, json: values['json'] === true };
  } catch (cause) {
    if (cause instanceof TypeError && 'code' in cause) return { kind: 'wrong', message: cause.message };
    throw cause;
  }
}

/** How each command is called, one a line. */
export function usageOf(commands: readonly Command[]): readonly string[] {
  return commands.map(({ name, summary, needed, optional }) => {
    const flags = [...needed.map((flag) => `--${flag} …`), ...optional.map((flag) => `[--${flag} …]`)];
    return `  ${[name, ...flags].join(' ')}\n      ${summary}`;
  });
}

function optionsOf(command: Command): Record<string, { type: 'string' | 'boolean' }> {
  const flags = [...command.needed, ...command.optional].map((flag) => [flag, { type: 'string' }] as const);
  return Object.fromEntries([...flags, ['json', { type: 'boolean' }] as const]);
}
