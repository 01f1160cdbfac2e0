import type { ErrorCode } from '#contract/errors.ts';
import type { KioskNotice } from '#contract/kiosk-channels.ts';
import type { Health } from '#contract/health.ts';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { createContent } from './content/content.ts';
import type { HostOptions, HostPorts } from './create-host.ts';
import { createFaults } from './health/faults.ts';
import { createPageWatch } from './health/page-watch.ts';
import { createLedger } from './ledger/ledger.ts';
import { createNotices } from './notices.ts';
import { createKioskRecord } from './settings/kiosk-record.ts';
import { createStaffAccess } from './staff/staff-access.ts';
import { enrol, parseCentreUrl } from './upload/enrol.ts';
import { createUploader } from './upload/uploader.ts';

export type Services = ReturnType<typeof createServices>;

/** Makes the services and ties them together: what one learns, the others that need it are told. */
export function createServices(ports: HostPorts, options: HostOptions) {
  const { clock, timers, random, http, log, dataFiles, packFiles } = ports;
  const notices = createNotices();
  const record = createKioskRecord({ files: dataFiles, secrets: ports.secrets, log });
  const staff = createStaffAccess({ files: dataFiles, clock, random, pinHash: ports.pinHash });
  const tellStatus = (): void => notices.tell(currentStatus());
  const faults = createFaults({ clock, onChange: tellStatus });
  const content = createContent({ packFiles, dataFiles, clock, log, onFault: (detail) => faults.raise('CONTENT_INVALID', detail) });
  const ledger = createLedger({
    store: ports.ledgerStore,
    clock,
    timers,
    log,
    timeZone: () => record.enrolment()?.servicePoint.timezone ?? DEFAULT_TIME_ZONE,
    onFault: ({ code, detail }) => faults.raise(code, detail),
    onMended: (code) => faults.clear(code),
  });
  const watch = createPageWatch({
    clock,
    timers,
    log,
    reload: () => notices.tell({ kind: 'reload' }),
    onSilent: () => faults.raise('SHELL_PAGE_SILENT'),
    onAlive: () => faults.clear('SHELL_PAGE_SILENT'),
  });
  const freeDiskBytes = async (): Promise<number | null> => {
    try {
      return await dataFiles.freeBytes();
    } catch (error: unknown) {
      log.warn('disk.unknown', { detail: String(error) });
      return null;
    }
  };
  const waiting = (): number => {
    const state = ledger.state();
    return state.ok ? Math.max(0, state.value.head - state.value.mark) : 0;
  };
  const health = async (): Promise<Health> => ({
    ...watch.take(),
    appVersion: options.appVersion,
    contentVersion: content.version(),
    shell: options.shell,
    waiting: waiting(),
    freeDiskBytes: await freeDiskBytes(),
    clockOffset: uploader.status().clockOffset,
    faults: [...faults.list()],
  });
  const uploader = createUploader({
    ledger,
    http,
    clock,
    timers,
    random,
    log,
    compress: ports.compress,
    credentials: record.credentials,
    health,
    onChange: () => {
      const fault = uploader.status().fault;
      for (const code of ['UPLOAD_OFFLINE', 'UPLOAD_REFUSED'] as const) {
        if (fault?.code === code) faults.raise(code, fault.detail);
        else faults.clear(code);
      }
      tellStatus();
    },
  });
  function currentStatus(): KioskNotice {
    const { fault, lastContactAt } = uploader.status();
    return { kind: 'status', waiting: waiting(), online: fault === null && lastContactAt !== null, faults: [...faults.list()] };
  }

  const enrolWith = async (address: string, pairingCode: string): Promise<Result<null, ErrorCode>> => {
    const centreUrl = parseCentreUrl(address);
    if (centreUrl === null) return failure('REQUEST_INVALID', 'the centre\'s address is not an http or https address');
    const state = ledger.state();
    if (!state.ok) return state;
    const { name, platform } = options.machine;
    const device = { name, platform, appVersion: options.appVersion, shell: options.shell };
    const answer = await enrol(http, centreUrl, { pairingCode: pairingCode.trim().toUpperCase(), stream: state.value.stream, device });
    if (!answer.ok) return answer;
    const { deviceId, servicePoint, contentKey, token } = answer.value;
    await record.saveEnrolment({ centreUrl, deviceId, servicePoint, contentKey }, token);
    log.info('kiosk.enrolled', { centreUrl, deviceId, servicePoint: servicePoint.id });
    uploader.start();
    return success(null);
  };

  return { notices, record, staff, faults, content, ledger, watch, uploader, freeDiskBytes, enrolWith, log };
}
