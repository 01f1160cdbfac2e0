import type { Alert } from '#contract/day.ts';
import { assertNever } from '#domain/assert-never.ts';
import type { IconName } from '#renderer/art/icon.tsx';
import type { Words, WordKey } from '../i18n/words.ts';

type Kind = Alert['kind'];

export const KIND_WORDS: Readonly<Record<Kind, WordKey>> = {
  satisfaction: 'alertSatisfaction',
  'flagged-share': 'alertFlagged',
  'kiosk-silent': 'alertSilent',
  'picture-still': 'alertStill',
  'taps-missing': 'alertMissing',
  'taps-waiting': 'alertWaiting',
  'content-old': 'alertContent',
};

export const KIND_ICONS: Readonly<Record<Kind, IconName>> = { satisfaction: 'chart', 'flagged-share': 'touch', 'kiosk-silent': 'wifiOff', 'picture-still': 'pause', 'taps-missing': 'help', 'taps-waiting': 'upload', 'content-old': 'play' };

/** What staff can do about it, in one sentence. */
export const KIND_STEPS: Readonly<Record<Kind, WordKey>> = {
  satisfaction: 'alertSatisfactionStep',
  'flagged-share': 'alertFlaggedStep',
  'kiosk-silent': 'alertSilentStep',
  'picture-still': 'alertStillStep',
  'taps-missing': 'alertMissingStep',
  'taps-waiting': 'alertWaitingStep',
  'content-old': 'alertContentStep',
};

/** The figures it rests on, as far as this dashboard knows them. */
export function alertFigures(alert: Alert, words: Words): string | null {
  const { say, number, percent, wholePercent } = words;
  const of = (name: string): number | null => {
    const value = alert.figures[name];
    return typeof value === 'number' ? value : null;
  };
  const [taps, rate, low, high, target] = [of('taps'), of('rate') ?? of('share'), of('low'), of('high'), of('target')];
  switch (alert.kind) {
    case 'satisfaction':
      if (rate === null || low === null || high === null || taps === null) return null;
      return say('alertSatisfactionFigures', { rate: percent(rate), low: percent(low), high: percent(high), count: number(taps), target: target === null ? '–' : wholePercent(target) });
    case 'flagged-share': {
      const flagged = of('flagged');
      return flagged === null || taps === null || taps === 0 ? null : say('alertFlaggedFigures', { flagged: number(flagged), count: number(taps), rate: percent(flagged / taps) });
    }
    case 'taps-missing': {
      const missing = of('missing');
      return missing === null ? null : say('alertMissingFigures', { count: number(missing) });
    }
    case 'taps-waiting': {
      const waiting = of('waiting');
      return waiting === null ? null : say('alertWaitingFigures', { count: number(waiting) });
    }
    case 'content-old': {
      const version = alert.figures['contentVersion'];
      return typeof version === 'string' ? say('alertContentFigures', { version }) : null;
    }
    case 'kiosk-silent':
    case 'picture-still':
      return null;
    default:
      return assertNever(alert.kind, 'an alert without words');
  }
}
