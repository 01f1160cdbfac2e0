import { describe, expect, it } from 'vitest';
import { COMMAND_FAILURES, COMMAND_LIMIT, CommandResult } from '#contract/commands.ts';
import { parserOf } from '#contract/parse.ts';
import type { RemoteShell } from '#host/command-ports.ts';
import { Commands, maskSecrets } from '#host/commands/commands.ts';
import { decideCommand, PATIENCE } from '#host/commands/decide-command.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const MINUTE = 60_000;
const parseResult = parserOf(CommandResult);

/** A kiosk's hands: does what it is told, counts it, breaks on command. */
class FakeShell implements RemoteShell {
  readonly done: string[] = [];
  picture: Uint8Array | 'no-window' = new Uint8Array([0xff, 0xd8, 0xff]);
  reload = (): null => {
    this.done.push('reload');
    return null;
  };
  restart: (() => void) | null = () => void this.done.push('restart');
  capture = async (): Promise<Uint8Array | 'no-window'> => {
    this.done.push('capture');
    return this.picture;
  };
}

function setUp(files = new MemoryFiles()) {
  const time = new ManualTime();
  const shell = new FakeShell();
  const answers: { readonly id: string; readonly result: CommandResult }[] = [];
  const line = { isUp: true, status: 204 };
  let inUse = false;
  const commands = new Commands({
    files,
    clock: time.clock,
    timers: time.timers,
    log: new QuietLog(),
    http: {
      send: async ({ url, body }) => {
        if (!line.isUp) throw new Error('connect ECONNREFUSED');
        const parsed = parseResult(JSON.parse(String(body)));
        if (!parsed.ok) throw new Error(parsed.error.message);
        answers.push({ id: /commands\/(.+)\/result$/.exec(url)?.[1] ?? '', result: parsed.value });
        shell.done.push('answered');
        return { status: line.status, headers: {}, body: null };
      },
    },
    credentials: () => ({ centreUrl: 'http://centre', token: 't' }),
    shell,
    logTail: { read: async () => '{"event":"kiosk.started"}\n' },
    isInUse: () => inUse,
  });
  const ask = (kind: string, id = `id-of-${kind}`, expiresIn = 10 * MINUTE): void => commands.take({ now: 5, commands: [{ id, kind, expiresAt: 5 + expiresIn }] });
  const use = (now: boolean): void => {
    inUse = now;
    commands.noteUse();
  };
  return { time, shell, answers, line, commands, files, ask, use };
}

describe('what staff ask from afar', () => {
  it('is done and answered at once while nobody uses the kiosk', async () => {
    const { time, shell, answers, ask } = setUp();
    for (const kind of ['reload', 'screenshot', 'send-logs']) ask(kind);
    await time.pass(10);
    expect(shell.done.filter((what) => what !== 'answered')).toEqual(['reload', 'capture']);
    expect(answers.map(({ result }) => result)).toEqual([{ outcome: 'done' }, { outcome: 'done', picture: '/9j/' }, { outcome: 'done', log: '{"event":"kiosk.started"}\n' }]);
  });

  it('is done once, however often the centre names it, and never again after a restart', async () => {
    const first = setUp();
    first.ask('reload');
    first.ask('reload');
    await first.time.pass(10);
    first.ask('reload');
    await first.time.pass(10);
    expect(first.shell.done).toEqual(['reload', 'answered']);
    const second = setUp(first.files);
    await second.commands.load();
    second.ask('reload');
    await second.time.pass(MINUTE);
    expect(second.shell.done).toEqual([]);
  });

  it('waits under a citizen\'s fingers, and begins when they have gone', async () => {
    const { time, shell, ask, use } = setUp();
    use(true);
    for (const kind of ['reload', 'screenshot', 'send-logs']) ask(kind);
    await time.pass(2 * MINUTE);
    expect(shell.done).toEqual(['answered']);
    use(false);
    await time.pass(10);
    expect(shell.done.filter((what) => what !== 'answered')).toEqual(['reload', 'capture']);
  });

  it('comes all the same after five minutes, but a screenshot never shows anybody\'s answers', async () => {
    const { time, shell, answers, ask, use } = setUp();
    use(true);
    ask('reload');
    ask('screenshot');
    await time.pass(PATIENCE + 100);
    expect(shell.done.filter((what) => what !== 'answered')).toEqual(['reload']);
    expect(answers.find(({ id }) => id === 'id-of-screenshot')?.result).toEqual({ outcome: 'failed', detail: COMMAND_FAILURES['in-use'] });
  });

  it('is refused when it is too old or unknown, and each of them is answered', async () => {
    const { time, shell, answers, ask } = setUp();
    ask('restart', 'old', 0);
    ask('dance', 'new-kind');
    await time.pass(10);
    expect(shell.done).toEqual(['answered', 'answered']);
    expect(answers.map(({ result }) => result.detail)).toEqual([COMMAND_FAILURES['too-old'], COMMAND_FAILURES['unknown-kind']]);
  });

  it('answers before it goes down, and goes down even when nobody hears the answer', async () => {
    const good = setUp();
    good.ask('restart');
    await good.time.pass(10);
    expect(good.shell.done).toEqual(['answered', 'restart']);
    const lost = setUp();
    lost.line.isUp = false;
    lost.ask('restart');
    await lost.time.pass(2 * MINUTE);
    expect(lost.shell.done).toEqual(['restart']);
    const after = setUp(lost.files);
    await after.commands.load();
    await after.time.pass(10);
    expect(after.answers).toEqual([{ id: 'id-of-restart', result: { outcome: 'done' } }]);
  });

  it('says what it could not do', async () => {
    const { time, shell, answers, ask } = setUp();
    shell.restart = null;
    shell.picture = 'no-window';
    ask('restart');
    ask('screenshot');
    await time.pass(10);
    shell.picture = new Uint8Array(COMMAND_LIMIT.pictureBytes + 1);
    ask('screenshot', 'large-one');
    shell.reload = () => {
      throw new Error('a bug');
    };
    ask('reload');
    await time.pass(10);
    expect(answers.map(({ result }) => result.detail)).toEqual([COMMAND_FAILURES['cannot-restart'], COMMAND_FAILURES['no-window'], COMMAND_FAILURES['too-large'], COMMAND_FAILURES.broken]);
  });

  it('that a dying kiosk had begun is answered as failed after its next start', async () => {
    const files = new MemoryFiles();
    await files.writeText('commands.json', JSON.stringify([{ id: 'begun-1', result: null, isDelivered: false }]));
    const { time, answers, commands } = setUp(files);
    await commands.load();
    await time.pass(10);
    expect(answers).toEqual([{ id: 'begun-1', result: { outcome: 'failed', detail: COMMAND_FAILURES.stopped } }]);
  });

  it('tries again while the line is down, and gives up what the centre does not know any more', async () => {
    const { time, answers, line, ask } = setUp();
    line.isUp = false;
    ask('send-logs');
    await time.pass(20_000);
    line.isUp = true;
    line.status = 404;
    await time.pass(MINUTE);
    expect(answers).toHaveLength(1);
    await time.pass(10 * MINUTE);
    expect(answers).toHaveLength(1);
  });
});

describe('the rule behind it', () => {
  it('lets logs through at any time', () => {
    expect(decideCommand('send-logs', { inUse: true, waited: 0, isTooOld: false })).toBe('begin');
  });

  it('hides what looks like a token, and leaves hashes of files', () => {
    const hash = 'a'.repeat(64);
    expect(maskSecrets(`token ${'x'.repeat(43)} file ${hash} stream 0199aa-bb`)).toBe(`token […] file ${hash} stream 0199aa-bb`);
  });
});
