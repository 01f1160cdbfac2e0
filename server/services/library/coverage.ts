import type { CoverageKiosk } from '#contract/library.ts';
import { Health } from '#contract/health.ts';
import type { ContentState } from '#contract/manifest.ts';
import { parserOf } from '#contract/parse.ts';
import type { Clock } from '../../ports.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { Librarian } from './library-scope.ts';
import type { Manifests } from './manifests.ts';

/** A kiosk beats once a minute. */
const SILENT_MS = 15 * 60_000;
const parseHealth = parserOf(Health);

export type Told = { readonly version: string; readonly content: ContentState | null };
type State = CoverageKiosk['state'];

/** Which kiosks show what they shall: out of what they said with their last heartbeat. */
export async function coverageOf(
  ports: { readonly clock: Clock; readonly manifests: Manifests; readonly repositories: Pick<Repositories, 'points' | 'devices' | 'library'> },
  who: Librarian,
): Promise<readonly CoverageKiosk[]> {
  const { points, devices, library } = ports.repositories;
  const seen = await points.listBelow(who.unit);
  const place = new Map(seen.map((point) => [point.id, point]));
  const statuses = (await devices.list(seen.map((point) => point.no))).filter((status) => !status.revoked);
  const versions = new Map((await library.editions()).map((edition) => [edition.id, edition.version]));
  const now = ports.clock.now();
  // Asked in one go: every answer comes out of memory.
  return Promise.all(
    statuses.map(async ({ id, name, servicePoint, lastSeenAt, health }) => {
      const unit = place.get(servicePoint)?.unit ?? null;
      const planned = await ports.manifests.planned({ deviceId: id, servicePoint, unit });
      const told = health === null ? null : toldIn(health);
      const loading = told?.content?.loading ?? null;
      return {
        device: id,
        name,
        servicePoint,
        unit,
        edition: planned?.edition ?? null,
        version: planned === null ? null : (versions.get(planned.edition) ?? null),
        ring: planned?.ring ?? null,
        shows: told?.version ?? null,
        state: stateOf({ planned: planned?.sha256 ?? null, told, silent: lastSeenAt === null || now - lastSeenAt > SILENT_MS }),
        loaded: loading === null || loading.bytesTotal === 0 ? null : Math.min(1, loading.bytesDone / loading.bytesTotal),
        lastSeenAt,
        refused: told?.content?.refused.map(({ path, reason }) => ({ path, reason })) ?? [],
      };
    }),
  );
}

/** What a kiosk says counts by its manifest's hash: two editions may look alike. */
export function stateOf({ planned, told, silent }: { readonly planned: string | null; readonly told: Told | null; readonly silent: boolean }): State {
  if (planned === null) return 'none';
  if (told?.content?.manifest === planned) return 'current';
  if (silent) return 'silent';
  return told?.content?.loading?.manifest === planned ? 'loading' : 'behind';
}

function toldIn(health: string): Told | null {
  const parsed = parseHealth(JSON.parse(health));
  return parsed.ok ? { version: parsed.value.contentVersion, content: parsed.value.content ?? null } : null;
}
