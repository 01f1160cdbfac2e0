import type { StuckSteps } from '#contract/day.ts';
import { SMALLEST_SAMPLE } from '#domain/satisfaction.ts';
import type { ProcedureRow, StepRow } from '../../repositories/summaries.ts';
import type { ContentNames } from './content-names.ts';

/** A guide's first page, before its steps; what kiosks call it in their ledgers. */
const OVERVIEW = 'overview';

type StuckStepParts = {
  readonly procedures: readonly ProcedureRow[];
  readonly steps: readonly StepRow[];
  /** The field of each procedure as it was used. */
  readonly fields: ReadonlyMap<string, string>;
  readonly names: ContentNames;
};

/** Guides, most opened first, with their steps in the guide's order; steps that the guide does not know (any more) come last. */
export function buildStuckSteps({ procedures, steps, fields, names }: StuckStepParts): StuckSteps['guides'] {
  const stepsOf = new Map<string, StepRow[]>();
  for (const row of steps) stepsOf.set(row.procedure, [...(stepsOf.get(row.procedure) ?? []), row]);
  const guides = procedures.map(({ procedure, opened, finished, left, handoffs }) => {
    const guide = names.guides.get(procedure);
    const order = [OVERVIEW, ...(guide?.steps.map(({ id }) => id) ?? [])];
    const place = (step: string): number => (order.includes(step) ? order.indexOf(step) : order.length);
    const rows = (stepsOf.get(procedure) ?? []).toSorted((one, other) => place(one.step) - place(other.step) || one.step.localeCompare(other.step));
    return {
      procedure,
      title: guide?.title ?? null,
      field: guide?.field ?? (fields.get(procedure) || null),
      opened,
      finished,
      left,
      handoffs,
      ordered: guide !== undefined && guide.steps.length > 0,
      steps: rows.map((row) => ({
        step: row.step,
        name: guide?.steps.find(({ id }) => id === row.step)?.name ?? null,
        reached: row.reached,
        left: row.left,
        problems: row.problems,
        handoffs: row.handoffs,
        leftShare: row.reached < SMALLEST_SAMPLE ? null : Math.min(1, row.left / row.reached),
      })),
    };
  });
  return guides.toSorted((one, other) => other.opened - one.opened || one.procedure.localeCompare(other.procedure));
}
