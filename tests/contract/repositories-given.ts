import type { Repositories } from '#server/repositories/repositories.ts';

export type OpenedStore = {
  readonly repositories: Repositories;
  /** A second program on the same data. */
  openAgain(): Promise<Repositories>;
  /** Runs a statement past every rule, as a hand in the database would. */
  meddle(sql: string): Promise<void>;
  destroy(): Promise<void>;
};

export const NOW = 1_795_000_000_000;
export const DAY = '2026-11-18';

/** Pairs and enrols a kiosk at the service point p1. */
export async function enrol(repositories: Repositories, id: string, stream: string): Promise<unknown> {
  const point = await repositories.points.find('p1');
  await repositories.devices.addPairingCode(`code-${id}`, point?.no ?? 0, NOW + 1_000);
  return repositories.devices.enrol(`code-${id}`, { id, tokenHash: `token-${id}`, name: id, platform: 'l', appVersion: '1', shell: 'browser' }, stream, NOW);
}
