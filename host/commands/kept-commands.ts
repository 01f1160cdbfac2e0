import { Type, type Static } from 'typebox';
import { CommandResult } from '#contract/commands.ts';
import { parserOf } from '#contract/parse.ts';
import { parseJson } from '../parse-json.ts';
import type { Files, Log } from '../ports.ts';
import { tellError } from '../tell-error.ts';

const FILE = 'commands.json';
/** The centre forgets a command long before so many others came. */
const MOST = 100;

/** `result` null: begun, and not ended. Pictures and logs are not kept: only that there was an end. */
const Kept = Type.Object({ id: Type.String(), result: Type.Union([CommandResult, Type.Null()]), isDelivered: Type.Boolean() });
export type KeptCommand = Static<typeof Kept>;
const parseKept = parserOf(Type.Array(Kept));

export type KeptCommands = ReturnType<typeof createKeptCommands>;

/** Remembers over restarts which commands were begun, so that none is done twice. */
export function createKeptCommands(needs: { readonly files: Files; readonly log: Log }) {
  let kept: readonly KeptCommand[] = [];
  let lastWrite: Promise<unknown> = Promise.resolve();
  const write = async (): Promise<boolean> => {
    try {
      await needs.files.writeText(FILE, JSON.stringify(kept));
      return true;
    } catch (error: unknown) {
      needs.log.error('commands.not-kept', { detail: tellError(error) });
      return false;
    }
  };
  return {
    load: async (): Promise<readonly KeptCommand[]> => {
      const text = await needs.files.readText(FILE);
      const parsed = parseKept(text === null ? [] : parseJson(text));
      if (parsed.ok) kept = parsed.value;
      else needs.log.error('commands.damaged', { detail: parsed.error.message });
      return kept;
    },
    has: (id: string): boolean => kept.some((command) => command.id === id),
    /** True once it is on the disk, false when the disk does not take it. One write at a time. */
    save: (command: KeptCommand): Promise<boolean> => {
      kept = [...kept.filter(({ id }) => id !== command.id), command].slice(-MOST);
      const written = lastWrite.then(write);
      lastWrite = written;
      return written;
    },
  };
}
