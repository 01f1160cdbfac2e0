import type { Outcome } from './commands/command.ts';
import { parseCall, usageOf } from './commands/parse-call.ts';
import { parseConfig } from './config.ts';
import { COMMANDS, runCommand } from './wire/run-command.ts';

const USAGE = ['Usage: npm run manage -- <command> [--json]', ...usageOf(COMMANDS)].join('\n');
const REFUSED = 1;
const WRONG = 2;

function report(outcome: Outcome, json: boolean): number {
  if (outcome.kind === 'done') {
    process.stdout.write(json ? `${JSON.stringify(outcome.json)}\n` : outcome.lines.map((line) => `${line}\n`).join(''));
    return 0;
  }
  if (json && outcome.kind === 'refused' && outcome.json !== undefined) process.stdout.write(`${JSON.stringify(outcome.json)}\n`);
  process.stderr.write(`${outcome.message}\n`);
  return outcome.kind === 'refused' ? REFUSED : WRONG;
}

async function manage(words: readonly string[]): Promise<number> {
  const call = parseCall(words, COMMANDS);
  if (call.kind === 'help') return report({ kind: 'done', json: null, lines: [USAGE] }, false);
  if (call.kind === 'wrong') return report({ kind: 'wrong', message: `${call.message}\n\n${USAGE}` }, false);
  const parsed = parseConfig(process.env);
  if (!parsed.ok) return report({ kind: 'wrong', message: parsed.problems.join('\n') }, call.json);
  return report(await runCommand(parsed.config, call), call.json);
}

process.exitCode = await manage(process.argv.slice(2));
