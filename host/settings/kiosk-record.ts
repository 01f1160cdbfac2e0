import { Type, type Static } from 'typebox';
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
const parseKept = parserOf(Kept);

/** E170: a face rests five seconds after a tap unless set-up says otherwise. */
export const FIRST_SETTINGS: KioskSettings = { language: 'vi', profile: null, tapRestSeconds: 5 };

export type KioskRecord = ReturnType<typeof createKioskRecord>;

/** What this kiosk is: its settings, its place in the centre, its token (kept apart, as a secret). */
export function createKioskRecord(needs: { readonly files: Files; readonly secrets: Secrets; readonly log: Log }) {
  const { files, secrets, log } = needs;
  let kept: Kept = { settings: FIRST_SETTINGS, setUpDone: false, enrolment: null };
  let token: string | null = null;

  // What is kept once is kept: a copy that cannot be written is no failure.
  const copy = (next: Kept): Promise<void> => files.writeText(COPY, JSON.stringify(next, null, 2)).catch((error: unknown) => log.warn('settings.not-copied', { detail: String(error) }));
  const save = async (next: Kept): Promise<void> => {
    await files.writeText(FILE, JSON.stringify(next, null, 2));
    kept = next;
    await copy(next);
  };
  const read = async (file: string): Promise<Kept | 'missing' | 'damaged'> => {
    try {
      const text = await files.readText(file);
      if (text === null) return 'missing';
      const parsed = parseKept(parseJson(text));
      if (parsed.ok) return parsed.value;
      log.error('settings.damaged', { file, detail: parsed.error.message });
    } catch (error: unknown) {
      log.error('settings.unreadable', { file, detail: String(error) });
    }
    return 'damaged';
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
    load: async (): Promise<'whole' | 'mended' | 'damaged'> => {
      token = await loadToken();
      const found = await read(FILE);
      if (typeof found === 'object') {
        kept = found;
        // An older kiosk made none, and a person may have changed the file by hand.
        if (JSON.stringify(await read(COPY)) !== JSON.stringify(found)) await copy(found);
        return 'whole';
      }
      const copied = await read(COPY);
      if (typeof copied === 'object') {
        kept = copied;
        await files.writeText(FILE, JSON.stringify(copied, null, 2)).catch((error: unknown) => log.error('settings.not-mended', { detail: String(error) }));
        return 'mended';
      }
      if (found === 'missing' && copied === 'missing') return 'whole';
      kept = { ...kept, setUpDone: true };
      return 'damaged';
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
