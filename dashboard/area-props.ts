import type { StaffUser } from '#contract/staff.ts';
import type { ServicePointList } from '#contract/summaries.ts';
import type { CentreClient } from './api/centre-client.ts';

export type ServicePoints = ServicePointList['servicePoints'];
/** An office of the tree; `parent` null stands at the top of what this person sees. */
export type Unit = { readonly id: string; readonly name: string; readonly parent: string | null };

/** What every area is given. `points` and `units` are those the person may see; `onPlacesChanged` asks for them anew. */
export type AreaProps = {
  readonly client: CentreClient;
  readonly user: StaffUser;
  readonly points: ServicePoints;
  readonly units: readonly Unit[];
  readonly onPlacesChanged: () => void;
};
