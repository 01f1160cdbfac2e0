import type { Step } from '../steps/run-step.ts';

/** Something that is built from sources into a folder of dist/. */
export type Part = {
  readonly name: string;
  /** Files and folders of the project whose content decides whether the output is stale. */
  readonly sources: readonly string[];
  /** What must exist for the output to count as built. */
  readonly outputs: readonly string[];
  /** The file without which this part cannot be built. */
  readonly entry: string;
  /** The output says what is true today, so a new day makes it stale. */
  readonly daily?: boolean;
  readonly step: Step;
};
