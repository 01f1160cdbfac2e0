import type { ReactElement, ReactNode } from 'react';
import type { KioskDetail } from '#contract/fleet.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { completenessSentence } from '../day/completeness-sentence.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { agoWords, clockWords } from '../kiosks/kiosk-view.ts';
import { Card } from '../ui/card.tsx';
import { diskWords, pictureWords } from './fleet-view.ts';

/** What the kiosk is and how it is, in words. */
export function KioskFacts({ detail, now }: { readonly detail: KioskDetail; readonly now: number }): ReactElement {
  const words = useWords();
  const { say } = words;
  return (
    <Card title={say('kioskFacts')} span={7}>
      <dl className="facts">
        {factsOf(detail, now, words).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function factsOf(detail: KioskDetail, now: number, words: Words): readonly (readonly [string, ReactNode])[] {
  const { say, number } = words;
  const { kiosk } = detail;
  return [
    [say('lastContact'), agoWords(kiosk.lastSeenAt, now, words)],
    [say('placeToday'), completenessSentence(kiosk.completeness, words)],
    [say('waiting'), kiosk.waiting === null ? say('unknown') : number(kiosk.waiting)],
    [say('picture'), pictureWords(kiosk, now, words)],
    [say('clock'), clockWords(kiosk.clockOffset, words).text],
    [say('freeDisk'), diskWords(kiosk.freeDiskBytes, words)],
    [say('content'), contentWords(detail, words)],
    [say('appVersion'), [kiosk.appVersion ?? say('unknown'), shellWords(kiosk.shell, words)].filter((part) => part !== '').join(' · ')],
    [say('pageRestarts'), detail.rendererRestarts === null ? say('unknown') : number(detail.rendererRestarts)],
    [say('platform'), detail.platform],
    [say('enrolledAt'), words.day(dayOf(detail.enrolledAt))],
    [say('pointHours'), say(kiosk.open ? 'openNow' : 'closedNow')],
  ];
}

function shellWords(shell: string | null, { say }: Words): string {
  if (shell === 'electron') return say('shellElectron');
  return shell === 'browser' ? say('shellBrowser') : '';
}

function contentWords({ kiosk, content, expectedContent }: KioskDetail, { say, number, wholePercent }: Words): string {
  const shown = kiosk.contentVersion ?? say('unknown');
  const loading = content?.loading ?? null;
  return [
    shown,
    ...(expectedContent !== null && expectedContent !== shown ? [say('contentExpected', { version: expectedContent })] : []),
    ...(loading !== null ? [say('contentLoading', { percent: wholePercent(loading.bytesTotal === 0 ? 1 : loading.bytesDone / loading.bytesTotal) })] : []),
    ...(content !== null && content.refused.length > 0 ? [say('contentRefused', { count: number(content.refused.length) })] : []),
  ].join(' · ');
}
