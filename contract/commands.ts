import { Type, type Static } from 'typebox';

const Millis = Type.Integer({ minimum: 0 });

/** What staff may ask of a kiosk from afar. It fetches commands with its heartbeat and answers each once. */
export const COMMAND_KINDS = ['reload', 'restart', 'screenshot', 'send-logs'] as const;
export const CommandKind = Type.Enum([...COMMAND_KINDS]);
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** A command as a heartbeat's answer carries it. A kiosk does not begin one that is too old, and none twice. */
export const Command = Type.Object({ id: Type.String({ minLength: 8, maxLength: 64 }), kind: CommandKind, expiresAt: Millis });
export type Command = Static<typeof Command>;

/** Largest picture (bytes) and log (signs) a kiosk sends. */
export const COMMAND_LIMIT = { pictureBytes: 3 * 1024 * 1024, logSigns: 512 * 1024 } as const;

/** How a command ended. `restart` is answered before the kiosk goes down. */
export const CommandResult = Type.Object({
  outcome: Type.Enum(['done', 'failed']),
  /** One sentence for staff when it failed. */
  detail: Type.Optional(Type.String({ maxLength: 300 })),
  /** PNG or JPEG of what is on the screen, base64. */
  picture: Type.Optional(Type.String({ maxLength: 4 * 1024 * 1024 })),
  /** The last lines of the kiosk's log; no taps, no token. */
  log: Type.Optional(Type.String({ maxLength: COMMAND_LIMIT.logSigns })),
});
export type CommandResult = Static<typeof CommandResult>;

/** Why a kiosk of ours did not do what was asked, as it says it in `detail`; dashboards know these sentences and say them in their reader's language. */
export const COMMAND_FAILURES = {
  'too-old': 'The command was too old when the kiosk could begin it.',
  'in-use': 'Somebody used the kiosk for five minutes; no picture was taken, so that nobody\'s answers are on it.',
  'unknown-kind': 'This kiosk is older than the command and does not know it.',
  'no-page': 'No page was open on the kiosk.',
  'no-window': 'Nobody here can see the screen: the page was not opened by the kiosk\'s own program.',
  'cannot-restart': 'The kiosk runs without anything that would start it again.',
  stopped: 'The kiosk was stopped while it did this.',
  'too-large': 'The picture is larger than the centre takes.',
  broken: 'The kiosk met an error of its own; its log says more.',
} as const;
export type CommandFailure = keyof typeof COMMAND_FAILURES;
