import type { ReactElement } from 'react';
import type { StepSceneProps } from './step-props.ts';
import { ChildCard, HealthInsurance, LandCertificate, LandMap, OwnBankCard } from './steps-cards.tsx';
import { Biometrics, Disability, HealthCheck, PayAtCounter, Pension, SendByPost, SignBeforeOfficer, WitnessPledge } from './steps-desk.tsx';
import { DrivingLicence, DrivingTest, PassportPhoto, TrafficFines } from './steps-driving.tsx';
import { ElectricityMeter, FamilyAgreement, Guardian, GuestAtDoor, HouseholdSplit, OwnerAgrees, ParentAndChild, Remembrance, ShopOpening } from './steps-home.tsx';
import { BookATime, CorrectPaper, LookUpRecord, MindTheDay, OldPapers } from './steps-things.tsx';
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
  | 'ask-officer'
  | 'biometrics'
  | 'book-a-time'
  | 'child-card'
  | 'correct-paper'
  | 'disability'
  | 'driving-licence'
  | 'driving-test'
  | 'electricity-meter'
  | 'family-agreement'
  | 'guardian'
  | 'guest-at-door'
  | 'health-check'
  | 'health-insurance'
  | 'household-split'
  | 'land-certificate'
  | 'land-map'
  | 'look-up-record'
  | 'mind-the-day'
  | 'old-papers'
  | 'own-bank-card'
  | 'owner-agrees'
  | 'parent-and-child'
  | 'passport-photo'
  | 'pay-at-counter'
  | 'pension'
  | 'remembrance'
  | 'send-by-post'
  | 'shop-opening'
  | 'sign-before-officer'
  | 'traffic-fines'
  | 'witness-pledge';

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
  biometrics: Biometrics,
  'book-a-time': BookATime,
  'child-card': ChildCard,
  'correct-paper': CorrectPaper,
  disability: Disability,
  'driving-licence': DrivingLicence,
  'driving-test': DrivingTest,
  'electricity-meter': ElectricityMeter,
  'family-agreement': FamilyAgreement,
  guardian: Guardian,
  'guest-at-door': GuestAtDoor,
  'health-check': HealthCheck,
  'health-insurance': HealthInsurance,
  'household-split': HouseholdSplit,
  'land-certificate': LandCertificate,
  'land-map': LandMap,
  'look-up-record': LookUpRecord,
  'mind-the-day': MindTheDay,
  'old-papers': OldPapers,
  'own-bank-card': OwnBankCard,
  'owner-agrees': OwnerAgrees,
  'parent-and-child': ParentAndChild,
  'passport-photo': PassportPhoto,
  'pay-at-counter': PayAtCounter,
  pension: Pension,
  remembrance: Remembrance,
  'send-by-post': SendByPost,
  'shop-opening': ShopOpening,
  'sign-before-officer': SignBeforeOfficer,
  'traffic-fines': TrafficFines,
  'witness-pledge': WitnessPledge,
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
