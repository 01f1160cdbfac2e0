import type { LifeEvent, StepScene } from '#contract/content-pack.ts';
import type { EventIconName } from './icon.tsx';
import type { StepSceneName } from './scenes/index.ts';

/** The pack names life events by meaning; the art names its drawings by what they show. */
export const EVENT_DRAWINGS: Readonly<Record<LifeEvent['icon'], EventIconName>> = {
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

/** The drawing of each scene that a step of the content pack may name. */
export const STEP_DRAWINGS: Readonly<Record<StepScene, StepSceneName>> = {
  'prepare-papers': 'prepare-papers',
  'photograph-papers': 'photograph-papers',
  'scan-and-check-address': 'scan-qr',
  'choose-place': 'choose-place',
  'sign-in': 'sign-in',
  'fill-form': 'fill-form',
  'attach-files': 'attach-files',
  'pay-fee': 'pay-fee',
  'submit-and-keep-code': 'submit',
  track: 'track',
  'receive-result': 'receive-counter',
  'sign-together': 'sign-together',
  'go-to-police': 'police-counter',
  drawings: 'house-drawings',
  'ask-officer': 'ask-officer',
};
