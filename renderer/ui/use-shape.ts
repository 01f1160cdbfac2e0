import { useSyncExternalStore } from 'react';
import type { ScreenShape } from '#domain/screen-profile.ts';
import { SHAPE_EVENT } from './screen-variables.ts';

function subscribe(changed: () => void): () => void {
  document.documentElement.addEventListener(SHAPE_EVENT, changed);
  return () => document.documentElement.removeEventListener(SHAPE_EVENT, changed);
}

function shapeNow(): ScreenShape {
  const shape = document.documentElement.dataset['shape'];
  return shape === 'landscape' || shape === 'tablet' ? shape : 'portrait';
}

/** The layout family of this screen, for what a style sheet cannot choose: which parts stand where. */
export function useShape(): ScreenShape {
  return useSyncExternalStore(subscribe, shapeNow, () => 'portrait');
}
