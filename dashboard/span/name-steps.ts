import { steps } from 'virtual:content-names-steps';
import { orderSteps, type Guide } from './span-view.ts';

/** The guide with its steps in order and with their names, also where the centre knows neither: this dashboard carries a pack's names. */
export function nameSteps(guide: Guide): Guide {
  return guide.ordered ? guide : orderSteps(guide, steps[guide.procedure] ?? []);
}
