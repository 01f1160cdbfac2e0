import type { CentreAnswer, CentreClient } from '../api/centre-client.ts';
import type { ServicePoints, Unit } from '../areas.ts';

export type Places = { readonly points: ServicePoints; readonly units: readonly Unit[] };

/** The service points and units this person may see. */
export async function loadPlaces(client: CentreClient, signal: AbortSignal): Promise<CentreAnswer<Places>> {
  const [points, units] = await Promise.all([client.ask('servicePoints', { signal }), client.ask('units', { signal })]);
  if (!points.ok) return points;
  if (!units.ok) return units;
  return { ok: true, value: { points: points.value.servicePoints, units: units.value.units } };
}
