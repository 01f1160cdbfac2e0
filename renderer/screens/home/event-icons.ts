import type { LifeEvent } from '#contract/content-pack.ts';
import type { EventIconName } from '../../art/icon.tsx';

const icons: Readonly<Record<LifeEvent['icon'], EventIconName>> = {
  birth: 'baby',
  study: 'book',
  work: 'briefcase',
  residence: 'idCard',
  marriage: 'rings',
  house: 'house',
  health: 'health',
  vehicle: 'motorbike',
  retirement: 'heart',
  death: 'candle',
  complaint: 'scales',
};

/** The drawing of a life event's icon. */
export function eventIcon(icon: LifeEvent['icon']): EventIconName {
  return icons[icon];
}
