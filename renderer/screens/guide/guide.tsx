import type { ReactElement } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { useGuideView } from '../../session/use-views.ts';
import type { GuideScreen } from '../../session/state.ts';
import { Overview } from './overview.tsx';
import { QuestionPart } from './question.tsx';
import { StepPart } from './step.tsx';

/** One complete guide: overview, then the questions, then one step a screen. */
export function GuidePage({ screen }: { readonly screen: GuideScreen }): ReactElement | null {
  const view = useGuideView(screen);
  if (view === null) return null;
  const { part } = view;
  switch (part.kind) {
    case 'overview':
      return <Overview view={view} />;
    case 'question':
      return <QuestionPart view={view} part={part} />;
    case 'step':
      return <StepPart view={view} part={part} />;
    default:
      return assertNever(part, 'part of a guide');
  }
}
