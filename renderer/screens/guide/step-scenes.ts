import type { StepScene as PackScene } from '#contract/content-pack.ts';
import type { StepSceneName } from '../../art/scenes/index.ts';

const pictures: Readonly<Record<PackScene, StepSceneName>> = {
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

/** The drawing of a step's scene in the content pack. */
export function stepPicture(scene: PackScene): StepSceneName {
  return pictures[scene];
}
