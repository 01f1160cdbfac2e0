import type { KioskHandlers } from '#contract/kiosk-api.ts';
import type { BootInfo, KioskStatus } from '#contract/kiosk-channels.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { HostOptions } from './create-host.ts';
import type { Services } from './create-services.ts';

const STAFF_DAYS = 7;

type Locked = Result<never, 'STAFF_LOCKED'>;
type Handlers<Channel extends keyof KioskHandlers> = Pick<KioskHandlers, Channel>;

/** One handler a channel. They look up, decide who may, and ask a service; nothing else lives here. */
export function buildHandlers(services: Services, options: HostOptions): KioskHandlers {
  return { ...pageHandlers(services, options), ...pinHandlers(services), ...staffHandlers(services, options), ...setUpHandlers(services, options) };
}

function pageHandlers(services: Services, options: HostOptions): Handlers<'boot' | 'content' | 'record' | 'clipFailed' | 'trialDecoded' | 'beat' | 'session' | 'bug' | 'print' | 'rephrase'> {
  const { ledger, uploader, content, sets, trials, watch, faults, log } = services;
  return {
    boot: async () => success(bootInfo(services, options)),
    content: async () => {
      sets.noteTaken();
      return success(content.pack());
    },
    record: async (body) => {
      const written = ledger.append(body);
      if (written.ok) uploader.wake();
      return written;
    },
    clipFailed: async ({ clip, reason }) => {
      await content.addFailedClip(clip, reason);
      faults.raise('CONTENT_CLIP_FAILED', clip);
      return success(null);
    },
    trialDecoded: async (answer) => {
      trials.answer(answer);
      return success(null);
    },
    beat: async (beat) => {
      watch.beat(beat);
      if (beat.pictureMoving) sets.noteAlive();
      return success(null);
    },
    session: async ({ active }) => {
      watch.setInUse(active);
      return success(null);
    },
    print: async (sheet) => {
      const { printer = 'none' } = services.record.settings();
      if (options.print === undefined || printer === 'none') return failure('SHELL_CANNOT_PRINT', 'no printer is set, or the page prints by itself');
      const printed = await options.print(sheet);
      log.info('sheet.printed', { printer, ok: printed.ok });
      return printed;
    },
    rephrase: (request) => services.rephrase.ask(request),
    bug: async ({ message }) => {
      log.error('page.bug', { message });
      sets.noteFailed(`the page met a bug: ${message.slice(0, 120)}`);
      return success(null);
    },
  };
}

function pinHandlers({ staff, record }: Services): Handlers<'staffUnlock' | 'staffSetPin' | 'staffLock'> {
  return {
    staffUnlock: ({ pin }) => staff.unlock(pin),
    staffSetPin: ({ pin, key }) => {
      if (record.phase() === 'set-up') staff.expectFirstPin();
      return staff.setPin(pin, key);
    },
    staffLock: async ({ key }) => {
      staff.lock(key);
      return success(null);
    },
  };
}

function staffHandlers(services: Services, options: HostOptions): Handlers<'staffDays' | 'staffStatus' | 'sendNow' | 'leaveKiosk'> {
  const { ledger, uploader, log } = services;
  return {
    staffDays: async ({ key }) => {
      const locked = lockedFor(services, key);
      if (locked !== null) return locked;
      const days = ledger.days(STAFF_DAYS);
      return days.ok ? success({ days: [...days.value] }) : days;
    },
    staffStatus: async ({ key }) => lockedFor(services, key) ?? kioskStatus(services, options),
    sendNow: async ({ key }) => {
      const locked = lockedFor(services, key);
      if (locked !== null) return locked;
      await uploader.sendNow();
      return kioskStatus(services, options);
    },
    leaveKiosk: async ({ key }) => {
      const locked = lockedFor(services, key);
      if (locked !== null) return locked;
      if (options.leave === null) return failure('SHELL_CANNOT_LEAVE', 'this shell cannot leave kiosk mode by itself');
      log.info('kiosk.left');
      options.leave();
      return success(null);
    },
  };
}

function setUpHandlers(services: Services, options: HostOptions): Handlers<'enrol' | 'saveSettings'> {
  return {
    enrol: async ({ centreUrl, pairingCode, key }) => {
      const locked = lockedAfterSetUp(services, key);
      if (locked !== null) return locked;
      const enrolled = await services.enrolWith({ centreUrl, pairingCode });
      // The set-up page asks for the PIN next.
      if (enrolled.ok) services.staff.expectFirstPin();
      return enrolled.ok ? success(bootInfo(services, options)) : enrolled;
    },
    saveSettings: async ({ settings, finish, key }) => {
      const locked = lockedAfterSetUp(services, key);
      if (locked !== null) return locked;
      if (finish) services.staff.expectFirstPin();
      await services.record.saveSettings(settings, finish);
      return success(bootInfo(services, options));
    },
  };
}

function lockedFor({ staff }: Services, key: string | undefined): Locked | null {
  return key !== undefined && staff.isOpen(key) ? null : failure('STAFF_LOCKED', 'the staff page is locked');
}

/** Set-up is open to whoever unpacks the kiosk; afterwards only to staff. */
function lockedAfterSetUp(services: Services, key: string | undefined): Locked | null {
  return services.record.phase() === 'set-up' ? null : lockedFor(services, key);
}

function bootInfo({ record, staff }: Services, options: HostOptions): BootInfo {
  return {
    phase: record.phase(),
    shell: options.shell,
    appVersion: options.appVersion,
    servicePoint: record.enrolment()?.servicePoint ?? null,
    settings: record.settings(),
    pinSet: staff.isPinSet(),
    mediaBase: options.mediaBase,
  };
}

async function kioskStatus(services: Services, options: HostOptions): Promise<Result<KioskStatus, ErrorCode>> {
  const { ledger, uploader, record, content, sync, faults } = services;
  const known = ledger.state();
  // A broken ledger must not close the page that tells staff about it.
  const { head, mark } = known.ok ? known.value : { head: 0, mark: 0 };
  const { lastContactAt, clockOffset, fault } = uploader.status();
  return success({
    waiting: Math.max(0, head - mark),
    head,
    mark,
    enrolled: record.enrolment() !== null,
    centreUrl: record.enrolment()?.centreUrl ?? null,
    lastContactAt,
    uploadFault: fault?.code ?? null,
    clockOffset,
    contentVersion: content.version(),
    content: sync.progress(),
    appVersion: options.appVersion,
    freeDiskBytes: await services.freeDiskBytes(),
    failedClips: [...content.failedClips()],
    faults: [...faults.list()],
  });
}
