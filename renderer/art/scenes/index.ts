import type { ReactElement } from 'react';
import type { StepSceneProps } from './step-props.ts';
import { AttachFiles, ChoosePlace, FillForm, PayFee, SignIn, Submit, Track } from './steps-phone.tsx';
import { AskOfficer, PoliceCounter, ReceiveCounter, ReceivePost, SignTogether, SubmitCounter } from './steps-people.tsx';
import { CertifyCopies, HouseDrawings, PhotographPapers, PreparePapers, ScanQr } from './steps-papers.tsx';

export type StepSceneName =
  | 'prepare-papers'
  | 'photograph-papers'
  | 'scan-qr'
  | 'choose-place'
  | 'sign-in'
  | 'fill-form'
  | 'attach-files'
  | 'pay-fee'
  | 'submit'
  | 'submit-counter'
  | 'track'
  | 'receive-counter'
  | 'receive-post'
  | 'sign-together'
  | 'police-counter'
  | 'house-drawings'
  | 'certify-copies'
  | 'ask-officer';

export type StepScene = (props: StepSceneProps) => ReactElement;

const scenes: Readonly<Record<StepSceneName, StepScene>> = {
  'prepare-papers': PreparePapers,
  'photograph-papers': PhotographPapers,
  'scan-qr': ScanQr,
  'choose-place': ChoosePlace,
  'sign-in': SignIn,
  'fill-form': FillForm,
  'attach-files': AttachFiles,
  'pay-fee': PayFee,
  submit: Submit,
  'submit-counter': SubmitCounter,
  track: Track,
  'receive-counter': ReceiveCounter,
  'receive-post': ReceivePost,
  'sign-together': SignTogether,
  'police-counter': PoliceCounter,
  'house-drawings': HouseDrawings,
  'certify-copies': CertifyCopies,
  'ask-officer': AskOfficer,
};

export const isStepSceneName = (name: string): name is StepSceneName => Object.hasOwn(scenes, name);
export const stepSceneNames: readonly StepSceneName[] = Object.keys(scenes).filter(isStepSceneName);

/** The step picture of that name, 1080 × 520. */
export const stepScene = (name: StepSceneName): StepScene => scenes[name];

export { AttractScene, Welcome, attractSlides } from './attract.tsx';
export type { AttractProps, AttractSlide } from './attract.tsx';
export { HomeCrowd } from './crowd.tsx';
export { EventFigure, PlainFigure, eventFigure, eventNames } from './events.tsx';
export type { EventName } from './events.tsx';
export { EmptyPlaylist, HandoffFigure, OutOfService, StuckMark, UndoDots } from './marks.tsx';
export type { StepLabels, StepSceneProps } from './step-props.ts';
