import type { ServicePoint } from '#contract/enrol.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Health } from '#contract/health.ts';
import type { KioskNotice } from '#contract/kiosk-channels.ts';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { background } from './background.ts';
import { windowless } from './command-ports.ts';
import { Commands } from './commands/commands.ts';
import { createContentServices, type ContentServices } from './create-content.ts';
import type { HostOptions, HostPorts, Pairing } from './create-host.ts';
import { createCentreClock } from './health/centre-clock.ts';
import { createFaults, type Faults } from './health/faults.ts';
import { PageWatch } from './health/page-watch.ts';
import { createTimeTeller } from './health/time-teller.ts';
import { Ledger } from './ledger/ledger.ts';
import { createNotices } from './notices.ts';
import type { Files, Log } from './ports.ts';
import { createRephrase } from './rephrase/rephrase.ts';
import { createKioskRecord, type KioskRecord } from './settings/kiosk-record.ts';
import { StaffAccess } from './staff/staff-access.ts';
import { enrol, parseCentreUrl } from './upload/enrol.ts';
import { Uploader, type UploadStatus } from './upload/uploader.ts';

export type Services = ReturnType<typeof createServices>;

/** Makes the services and ties them together: what one learns, the others that need it are told. */
export function createServices(ports: HostPorts, options: HostOptions) {
  const { clock, random, log, dataFiles } = ports;
  const notices = createNotices();
  const record = createKioskRecord({ files: dataFiles, secrets: ports.secrets, log });
  const staff = new StaffAccess({ files: dataFiles, clock, random, pinHash: ports.pinHash });
  const faults = createFaults({ clock, onChange: () => tellStatus() });
  const ledger = makeLedger(ports, record, faults);
  const reloadPage = (): void => notices.tell({ kind: 'reload' });
  const notePageDeath = (why: string): void => {
    contents.trials.notePageDeath();
    contents.sets.noteFailed(why);
  };
  const watch: PageWatch = makeWatch(ports, faults, {
    reload: () => {
      notePageDeath('the page fell silent');
      reloadPage();
    },
    onUse: () => commands.noteUse(),
  });
  const commands: Commands = makeCommands(ports, options, { record, watch, reloadPage });
  const freeDiskBytes = (): Promise<number | null> => askFreeBytes(dataFiles, log);
  const centreClock = createCentreClock({ clock, files: dataFiles, log });
  const time = createTimeTeller({ ...ports, centreNow: centreClock.now, tell: notices.tell });
  const contents: ContentServices = createContentServices(ports, { record, faults, centreClock, freeDiskBytes, isPageOpen: () => watch.isOpen(), tell: notices.tell });
  const rephrase = createRephrase({ http: ports.http, credentials: record.credentials });
  const uploader: Uploader = new Uploader({
    ...ports,
    ledger,
    credentials: record.credentials,
    health: async () => buildHealth({ watch, contents, faults, options, waiting: waitingIn(ledger), freeDiskBytes: await freeDiskBytes(), upload: uploader.status() }),
    onChange: () => {
      noteUpload(faults, uploader.status());
      tellStatus();
    },
    onBeaten: (answer) => {
      const { clockOffset } = uploader.status();
      if (clockOffset !== null) centreClock.learn(clockOffset);
      time.look();
      contents.urgent.look();
      contents.sync.hear(answer.manifest);
      commands.take(answer);
      if (rephrase.learn(answer.rephrase === true)) tellStatus();
      if (answer.servicePoint !== undefined) background(notePlace(record, answer.servicePoint, ports.log), 'service point', ports.log);
    },
  });
  const status = (): KioskNotice => statusNotice(ledger, faults, uploader.status(), rephrase.isOffered());
  const tellStatus = (): void => notices.tell(status());
  /** What a page that has just come has to know. */
  const greeting = (): readonly KioskNotice[] => {
    const trial = contents.trials.standing();
    return [status(), time.present(), contents.urgent.present(), ...(trial === null ? [] : [trial])];
  };
  const enrolWith = async (pairing: Pairing): Promise<Result<null, ErrorCode>> => {
    const enrolled = await enrolKiosk(ports, options, { ledger, record }, pairing);
    if (enrolled.ok) await begin({ faults, uploader, contents });
    return enrolled;
  };
  return { ...contents, notices, record, staff, faults, ledger, watch, uploader, rephrase, commands, centreClock, time, freeDiskBytes, enrolWith, notePageDeath, greeting, log };
}

type Beginning = { readonly faults: Faults; readonly uploader: Uploader; readonly contents: ContentServices };

/** What a kiosk does that has just got its token. */
async function begin({ faults, uploader, contents }: Beginning): Promise<void> {
  faults.clear('DEVICE_UNKNOWN');
  uploader.start();
  await contents.sync.start();
}

function makeLedger({ ledgerStore, clock, timers, log }: HostPorts, record: KioskRecord, faults: Faults): Ledger {
  return new Ledger({
    store: ledgerStore,
    clock,
    timers,
    log,
    timeZone: () => record.enrolment()?.servicePoint.timezone ?? DEFAULT_TIME_ZONE,
    onFault: ({ code, detail }) => faults.raise(code, detail),
    onMended: (code) => faults.clear(code),
  });
}

function makeWatch({ clock, timers, log }: HostPorts, faults: Faults, tells: { readonly reload: () => void; readonly onUse: () => void }): PageWatch {
  return new PageWatch({
    clock,
    timers,
    log,
    ...tells,
    onSilent: () => faults.raise('SHELL_PAGE_SILENT'),
    onAlive: () => faults.clear('SHELL_PAGE_SILENT'),
  });
}

async function notePlace(record: KioskRecord, servicePoint: ServicePoint, log: Log): Promise<void> {
  if (await record.noteServicePoint(servicePoint)) log.info('kiosk.moved', { servicePoint: servicePoint.id });
}

type Commanded = { readonly record: KioskRecord; readonly watch: PageWatch; readonly reloadPage: () => void };

function makeCommands(ports: HostPorts, { remote }: HostOptions, { record, watch, reloadPage }: Commanded): Commands {
  const tellPage = (): boolean => {
    if (watch.isOpen()) reloadPage();
    return watch.isOpen();
  };
  return new Commands({
    ...ports,
    files: ports.dataFiles,
    credentials: record.credentials,
    shell: { ...windowless(tellPage), ...remote },
    logTail: ports.logTail ?? { read: async () => '' },
    isInUse: () => watch.isInUse(),
  });
}

async function askFreeBytes(files: Files, log: Log): Promise<number | null> {
  try {
    return await files.freeBytes();
  } catch (error: unknown) {
    log.warn('disk.unknown', { detail: String(error) });
    return null;
  }
}

function waitingIn(ledger: Ledger): number {
  const state = ledger.state();
  return state.ok ? Math.max(0, state.value.head - state.value.mark) : 0;
}

function noteUpload(faults: Faults, { fault }: UploadStatus): void {
  for (const code of ['UPLOAD_OFFLINE', 'UPLOAD_REFUSED'] as const) {
    if (fault?.code === code) faults.raise(code, fault.detail);
    else faults.clear(code);
  }
}

function statusNotice(ledger: Ledger, faults: Faults, { fault, lastContactAt }: UploadStatus, rephrase: boolean): KioskNotice {
  return { kind: 'status', waiting: waitingIn(ledger), online: fault === null && lastContactAt !== null, faults: [...faults.list()], ...(rephrase ? { rephrase } : {}) };
}

type HealthParts = {
  readonly watch: PageWatch;
  readonly contents: ContentServices;
  readonly faults: Faults;
  readonly options: HostOptions;
  readonly waiting: number;
  readonly freeDiskBytes: number | null;
  readonly upload: UploadStatus;
};

function buildHealth({ watch, contents, faults, options, waiting, freeDiskBytes, upload }: HealthParts): Health {
  return {
    ...watch.take(),
    appVersion: options.appVersion,
    contentVersion: contents.content.version(),
    content: contents.sync.state(),
    shell: options.shell,
    waiting,
    freeDiskBytes,
    clockOffset: upload.clockOffset,
    faults: [...faults.list()],
  };
}

type Enrolling = { readonly ledger: Ledger; readonly record: KioskRecord };

async function enrolKiosk(ports: HostPorts, options: HostOptions, { ledger, record }: Enrolling, pairing: Pairing): Promise<Result<null, ErrorCode>> {
  const centreUrl = parseCentreUrl(pairing.centreUrl);
  if (centreUrl === null) return failure('REQUEST_INVALID', 'the centre\'s address is not an http or https address');
  const state = ledger.state();
  if (!state.ok) return state;
  const { name, platform } = options.machine;
  const device = { name, platform, appVersion: options.appVersion, shell: options.shell };
  const answer = await enrol(ports.http, centreUrl, { pairingCode: pairing.pairingCode.trim().toUpperCase(), stream: state.value.stream, device });
  if (!answer.ok) return answer;
  const { deviceId, servicePoint, contentKey, token } = answer.value;
  await record.saveEnrolment({ centreUrl, deviceId, servicePoint, contentKey }, token);
  ports.log.info('kiosk.enrolled', { centreUrl, deviceId, servicePoint: servicePoint.id });
  return success(null);
}
