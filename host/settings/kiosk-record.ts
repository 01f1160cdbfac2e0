import { Type, type Static } from 'typebox';
import { Clean } from 'typebox/value';
import { ServicePoint } from '#contract/enrol.ts';
import { KioskSettings } from '#contract/kiosk-channels.ts';
import { parserOf } from '#contract/parse.ts';
import { parseJson } from '../parse-json.ts';
import type { Files, Log, Secrets } from '../ports.ts';

const FILE = 'kiosk.json';
/** The same text once more: a disk that spoils one file must not make a kiosk of a hall a new one. */
const COPY = 'kiosk.copy.json';
const TOKEN = 'device-token';

const Enrolment = Type.Object({ centreUrl: Type.String(), deviceId: Type.String(), servicePoint: ServicePoint, contentKey: Type.String() });
export type Enrolment = Static<typeof Enrolment>;

const Kept = Type.Object({ settings: KioskSettings, setUpDone: Type.Boolean(), enrolment: Type.Union([Enrolment, Type.Null()]) });
type Kept = Static<typeof Kept>;
const parseAny = parserOf(Kept);
// What nobody named is left out: nested deeply by a damaged disk it would be written as megabytes of indentation. Not by
// knownParserOf: this value is nobody else's, and the copy that it makes does not survive such depth.
const parseKept = (value: unknown): ReturnType<typeof parseAny> => parseAny(Clean(Kept, value));

/** E170: a face rests five seconds after a tap unless set-up says otherwise. */
export const FIRST_SETTINGS: KioskSettings = { language: 'vi', profile: null, tapRestSeconds: 5 };

export type KioskRecord = ReturnType<typeof createKioskRecord>;

type Load = 'whole' | 'mended' | 'damaged';

/** The settings' file and its copy. */
function createKeptFile(files: Files, log: Log) {
  const textOf = (kept: Kept): string => JSON.stringify(kept, null, 2);
  const read = async (name: string): Promise<Kept | 'missing' | 'damaged'> => {
    try {
      const text = await files.readText(name);
      if (text === null) return 'missing';
      const parsed = parseKept(parseJson(text));
      if (parsed.ok) return parsed.value;
      log.error('settings.damaged', { file: name, detail: parsed.error.message });
    } catch (error: unknown) {
      log.error('settings.unreadable', { file: name, detail: String(error) });
    }
    return 'damaged';
  };
  // What is kept once is kept: a copy that cannot be written is no failure.
  const copy = (kept: Kept): Promise<void> => files.writeText(COPY, textOf(kept)).catch((error: unknown) => log.warn('settings.not-copied', { detail: String(error) }));
  return {
    write: (kept: Kept): Promise<void> => files.writeText(FILE, textOf(kept)),
    copy,
    load: async (): Promise<{ readonly kept: Kept | null; readonly state: Load }> => {
      const [found, copied] = [await read(FILE), await read(COPY)];
      if (typeof found === 'object') {
        // An older kiosk made none, and a person may have changed the file by hand.
        if (JSON.stringify(copied) !== JSON.stringify(found)) await copy(found);
        return { kept: found, state: 'whole' };
      }
      if (typeof copied === 'object') {
        await files.writeText(FILE, textOf(copied)).catch((error: unknown) => log.error('settings.not-mended', { detail: String(error) }));
        return { kept: copied, state: 'mended' };
      }
      return { kept: null, state: found === 'missing' && copied === 'missing' ? 'whole' : 'damaged' };
    },
  };
}

/** What this kiosk is: its settings, its place in the centre, its token (kept apart, as a secret). */
export function createKioskRecord(needs: { readonly files: Files; readonly secrets: Secrets; readonly log: Log }) {
  const { files, secrets, log } = needs;
  const file = createKeptFile(files, log);
  let kept: Kept = { settings: FIRST_SETTINGS, setUpDone: false, enrolment: null };
  let token: string | null = null;

  const save = async (next: Kept): Promise<void> => {
    await file.write(next);
    kept = next;
    await file.copy(next);
  };
  const loadToken = async (): Promise<string | null> => {
    try {
      return await secrets.load(TOKEN);
    } catch (error: unknown) {
      // The kiosk has to be paired again, and says so.
      log.error('secrets.unreadable', { name: TOKEN, detail: String(error) });
      return null;
    }
  };

  return {
    /**
     * `mended`: the file was damaged, and its copy took its place. `damaged`: both were, and nobody knows any more whose
     * kiosk this is: it goes on as one that runs alone, because set-up is nothing that citizens should meet.
     */
    load: async (): Promise<Load> => {
      token = await loadToken();
      const { kept: found, state } = await file.load();
      if (found !== null) kept = found;
      else if (state === 'damaged') kept = { ...kept, setUpDone: true };
      return state;
    },
    settings: (): KioskSettings => kept.settings,
    enrolment: (): Enrolment | null => kept.enrolment,
    phase: (): 'set-up' | 'ready' => (kept.enrolment !== null || kept.setUpDone ? 'ready' : 'set-up'),
    /** Null unless the kiosk is enrolled and its token can be read. */
    credentials: (): { readonly centreUrl: string; readonly token: string } | null =>
      kept.enrolment === null || token === null ? null : { centreUrl: kept.enrolment.centreUrl, token },
    saveSettings: (settings: KioskSettings, finish: boolean): Promise<void> =>
      save({ ...kept, settings, setUpDone: kept.setUpDone || finish }),
    /** The same centre at another address: token and stream stay. */
    moveCentre: async (centreUrl: string): Promise<void> => {
      if (kept.enrolment !== null && kept.enrolment.centreUrl !== centreUrl) await save({ ...kept, enrolment: { ...kept.enrolment, centreUrl } });
    },
    /** Where the centre says that this kiosk stands; a page learns it when it is loaded next. True when it is another place, or changed. */
    noteServicePoint: async (told: ServicePoint): Promise<boolean> => {
      // A heartbeat does not say the province again: what the enrolment said of this place stays.
      const province = told.province ?? (kept.enrolment?.servicePoint.id === told.id ? kept.enrolment.servicePoint.province : null);
      const servicePoint = province === null || province === undefined ? told : { ...told, province };
      if (kept.enrolment === null || isSamePoint(kept.enrolment.servicePoint, servicePoint)) return false;
      await save({ ...kept, enrolment: { ...kept.enrolment, servicePoint } });
      return true;
    },
    /** The token goes first: an enrolment without one would be of no use. */
    saveEnrolment: async (enrolment: Enrolment, newToken: string): Promise<void> => {
      await secrets.save(TOKEN, newToken);
      token = newToken;
      await save({ ...kept, enrolment });
    },
  };
}

function isSamePoint(one: ServicePoint, other: ServicePoint): boolean {
  return one.id === other.id && one.name === other.name && one.kind === other.kind && one.timezone === other.timezone && one.publicUrl === other.publicUrl && (one.province ?? null) === (other.province ?? null);
}
