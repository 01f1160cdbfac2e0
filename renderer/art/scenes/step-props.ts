import type { PictureProps } from '../ink.tsx';

/** Words for the plates inside a step picture, from the page's own text; a missing word leaves its plate out. */
export type StepLabels = {
  readonly right?: string | undefined;
  readonly wrong?: string | undefined;
  /** The portal's address as the phone shows it. */
  readonly address?: string | undefined;
  readonly wrongAddress?: string | undefined;
  /** An example of a dossier code. */
  readonly code?: string | undefined;
  /** The name over an office door or counter. */
  readonly place?: string | undefined;
};

export type StepSceneProps = PictureProps & { readonly labels?: StepLabels | undefined };

export const stepBox = '0 0 1080 520';
