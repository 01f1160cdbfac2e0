import { expect, test } from 'vitest';
import { done, type Command } from '#server/commands/command.ts';
import { parseCall, usageOf } from '#server/commands/parse-call.ts';

const command = (name: string, needed: readonly string[], optional: readonly string[] = []): Command => ({ name, summary: `does ${name}`, needed, optional, run: async () => done(null, []) });
const COMMANDS = [command('pair', ['point']), command('user add', ['email', 'role'], ['password'])];

test('finds the command and its flags', () => {
  expect(parseCall(['user', 'add', '--email', 'a@b', '--role=viewer', '--json'], COMMANDS)).toMatchObject({
    kind: 'run',
    command: { name: 'user add' },
    flags: { email: 'a@b', role: 'viewer' },
    json: true,
  });
});

test.each([
  [[]],
  [['dance']],
  [['user']],
  [['user', 'add', '--email', 'a@b']],
  [['pair', '--point']],
  [['pair', '--point', ' ']],
  [['pair', '--point', 'p1', '--extra', 'x']],
  [['pair', '--point', 'p1', 'p2']],
  [['pair', '--json']],
])('a wrong call is wrong, and nothing is guessed: %j', (words) => {
  expect(parseCall(words, COMMANDS).kind).toBe('wrong');
});

test('help names every command', () => {
  expect(parseCall(['user', '--help'], COMMANDS)).toEqual({ kind: 'help' });
  expect(usageOf(COMMANDS).join()).toContain('user add --email … --role … [--password …]');
});
