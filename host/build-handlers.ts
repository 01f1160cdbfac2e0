import type { KioskHandlers } from '#contract/kiosk-api.ts';
import type { BootInfo, KioskStatus } from '#contract/kiosk-channels.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Services } from './create-services.ts';
import type { HostOptions } from './create-host.ts';

const STAFF_DAYS = 7;
/** A bug report of the page, shortened for the log. */
const LONGEST_REPORT = 2_000;

type Guarded = Promise<Result<never, 'STAFF_LOCKED'> | null>;

/** One handler a channel. They look up, decide who may, and ask a service; nothing else lives here. */
export function buildHandlers(services: Services, options: HostOptions): KioskHandlers {
  const { ledger, uploader, content, staff, record, watch, faults, log } = services;

  const bootInfo = (): BootInfo => ({
    phase: record.phase(),
    shell: options.shell,
    appVersion: options.appVersion,
    servicePoint: record.enrolment()?.servicePoint ?? null,
    settings: record.settings(),
    pinSet: staff.isPinSet(),
    mediaBase: options.mediaBase,
  });

  const status = async (): Promise<Result<KioskStatus, ErrorCode>> => {
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
      appVersion: options.appVersion,
      freeDiskBytes: await services.freeDiskBytes(),
      failedClips: [...content.failedClips()],
      faults: [...faults.list()],
    });
  };

  const locked = async (key: string): Guarded => (staff.isOpen(key) ? null : failure('STAFF_LOCKED', 'the staff page is locked'));
  /** Set-up is open to whoever unpacks the kiosk; afterwards only to staff. */
  const lockedUnlessSetUp = async (key: string | undefined): Guarded =>
    record.phase() === 'set-up' || (key !== undefined && staff.isOpen(key)) ? null : failure('STAFF_LOCKED', 'the staff page is locked');

  return {
    boot: async () => success(bootInfo()),
    content: async () => success(content.pack()),
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
    beat: async (beat) => {
      watch.beat(beat);
      return success(null);
    },
    bug: async ({ message }) => {
      log.error('page.bug', { message: message.slice(0, LONGEST_REPORT) });
      return success(null);
    },
    staffUnlock: ({ pin }) => staff.unlock(pin),
    staffSetPin: ({ pin, key }) => staff.setPin(pin, key),
    staffLock: async ({ key }) => {
      staff.lock(key);
      return success(null);
    },
    staffDays: async ({ key }) => {
      const refused = await locked(key);
      if (refused !== null) return refused;
      const days = ledger.days(STAFF_DAYS);
      return days.ok ? success({ days: [...days.value] }) : days;
    },
    staffStatus: async ({ key }) => (await locked(key)) ?? status(),
    sendNow: async ({ key }) => {
      const refused = await locked(key);
      if (refused !== null) return refused;
      await uploader.sendNow();
      return status();
    },
    leaveKiosk: async ({ key }) => {
      const refused = await locked(key);
      if (refused !== null) return refused;
      if (options.leave === null) return failure('SHELL_CANNOT_LEAVE', 'this shell cannot leave kiosk mode by itself');
      log.info('kiosk.left');
      options.leave();
      return success(null);
    },
    enrol: async ({ centreUrl, pairingCode, key }) => {
      const refused = await lockedUnlessSetUp(key);
      if (refused !== null) return refused;
      const enrolled = await services.enrolWith(centreUrl, pairingCode);
      return enrolled.ok ? success(bootInfo()) : enrolled;
    },
    saveSettings: async ({ settings, finish, key }) => {
      const refused = await lockedUnlessSetUp(key);
      if (refused !== null) return refused;
      await record.saveSettings(settings, finish);
      return success(bootInfo());
    },
  };
}
