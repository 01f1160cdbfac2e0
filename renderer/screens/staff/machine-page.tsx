import type { ReactElement } from 'react';
import type { Language } from '#contract/content-pack.ts';
import { isErrorCode } from '#contract/errors.ts';
import type { KioskStatus } from '#contract/kiosk-channels.ts';
import { formatMoment, formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSession } from '../../session/session-context.ts';
import { clockOffSeconds } from './staff-figures.ts';
import { useTimeZone } from './use-time-zone.ts';

const MEGABYTE = 1_000_000;

/** How this kiosk is: faults first, each with what to do about it. */
export function MachinePage({ status }: { readonly status: KioskStatus }): ReactElement {
  return (
    <>
      <Faults status={status} />
      <Facts status={status} />
    </>
  );
}

function Faults({ status }: { readonly status: KioskStatus }): ReactElement {
  const { t } = useWords();
  const zone = useTimeZone();
  return (
    <section data-block>
      <h2>{t('staff.faults')}</h2>
      {status.faults.length === 0 && status.failedClips.length === 0 && status.content.state.refused.length === 0 ? <p>{t('staff.noFaults')}</p> : null}
      <ul className="fault-rows">
        {status.faults.map((fault) => (
          <li key={fault.code} className="refusal">
            <div>
              <p className="refusal-what">
                {isErrorCode(fault.code) ? t(`errors.${fault.code}.message`) : fault.code} ({t('staff.since', { time: formatMoment(fault.at, zone) })})
              </p>
              {isErrorCode(fault.code) ? <p>{t(`errors.${fault.code}.remedy`)}</p> : null}
              {fault.detail === undefined ? null : <p className="quiet-text">{fault.detail}</p>}
            </div>
          </li>
        ))}
        {status.content.state.refused.map((file) => (
          <li key={file.path} className="refusal">
            <p>
              {t('staff.refusedFiles')}: <b>{file.path}</b> ({file.reason})
            </p>
          </li>
        ))}
        {status.failedClips.map((failed) => (
          <li key={failed.clip} className="refusal">
            <p>
              {t('staff.failedClips')}: <b>{failed.clip}</b> ({formatMoment(failed.at, zone)})
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Row = { readonly words: string; readonly value: string };

function Facts({ status }: { readonly status: KioskStatus }): ReactElement {
  const rows = useFactRows(status);
  return (
    <dl className="fact-rows">
      {rows.map(({ words, value }) => (
        <div key={words} data-block>
          <dt>{words}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFactRows(status: KioskStatus): readonly Row[] {
  const { t, language } = useWords();
  const zone = useTimeZone();
  const place = useSession((state) => state.kiosk.boot?.servicePoint?.name ?? null);
  const free = status.freeDiskBytes;
  return [
    { words: t('staff.place'), value: place ?? t('staff.alone') },
    { words: t('staff.centre'), value: status.centreUrl ?? t('staff.alone') },
    { words: t('staff.lastContact'), value: status.lastContactAt === null ? t('staff.never') : formatMoment(status.lastContactAt, zone) },
    { words: t('staff.waitingAll'), value: formatNumber(status.waiting, language) },
    { words: t('staff.clock'), value: clockWords(t, clockOffSeconds(status)) },
    { words: t('staff.content'), value: status.contentVersion },
    { words: t('staff.contentSince'), value: status.content.since === null ? t('staff.contentShipped') : formatMoment(status.content.since, zone) },
    { words: t('staff.contentLoading'), value: loadingWords(t, language, zone, status.content) },
    { words: t('staff.app'), value: status.appVersion },
    { words: t('staff.disk'), value: free === null ? t('staff.diskUnknown') : t('staff.megabytes', { count: formatNumber(Math.floor(free / MEGABYTE), language) }) },
  ];
}

function loadingWords(t: ReturnType<typeof useWords>['t'], language: Language, zone: string, { state, loadingSince, waitsForQuietHours }: KioskStatus['content']): string {
  const { loading } = state;
  if (loading === null || loadingSince === null) return t('staff.loadingNone');
  const percent = loading.bytesTotal === 0 ? 100 : Math.floor((100 * loading.bytesDone) / loading.bytesTotal);
  const parts = { percent, count: formatNumber(Math.ceil(loading.bytesTotal / MEGABYTE), language), time: formatMoment(loadingSince, zone) };
  return waitsForQuietHours ? t('staff.loadingWaits', parts) : t('staff.loadingValue', parts);
}

function clockWords(t: ReturnType<typeof useWords>['t'], seconds: number | null): string {
  if (seconds === null) return t('staff.clockUnknown');
  return seconds === 0 ? t('staff.clockRight') : t('staff.clockOff', { seconds });
}
