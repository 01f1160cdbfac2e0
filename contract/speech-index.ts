import { Type, type Static } from 'typebox';
import { SPOKEN_LANGUAGES } from '#domain/speech/clip-key.ts';

export const SPEECH_FORMAT = 'mot-cham-speech/1';

/** A clip's name: domain/speech/clip-key.ts. */
const Key = Type.String({ pattern: '^[0-9a-f]{14}$' });
const Count = Type.Integer({ minimum: 0 });

/** speech/<language>/index.json of a content pack: where each clip lies. Paths are below the index's own folder. */
export const SpeechIndex = Type.Object(
  {
    format: Type.Literal(SPEECH_FORMAT),
    language: Type.Enum([...SPOKEN_LANGUAGES]),
    /** What rendered the machine's clips, and by which rules; clips of another one are rendered anew. */
    voice: Type.String({ maxLength: 80 }),
    /** Files of clips one behind the other, each an Ogg Opus stream of its own. */
    bundles: Type.Array(Type.String({ pattern: '^[a-z0-9-]+\\.ogg$' }), { maxItems: 256 }),
    /** Clip → bundle, first byte, bytes. */
    machine: Type.Record(Key, Type.Tuple([Count, Count, Count])),
    /** A person's recordings; each takes the place of the machine's. */
    person: Type.Record(Key, Type.String({ pattern: '^recorded/[0-9a-f]{14}\\.(ogg|webm|m4a)$' })),
  },
  { additionalProperties: false },
);
export type SpeechIndex = Static<typeof SpeechIndex>;
