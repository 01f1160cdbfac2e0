import { buildLook } from '#tests/driver/look-page.ts';
import { buildParts } from '#build/parts/build-parts.ts';

/** Journeys need dist/; a run of one journey alone builds what is stale. */
export default async function setup(): Promise<void> {
  const results = await buildParts({ force: false, log: console.log });
  const failed = results.filter((result) => !result.ok && result.name !== 'build electron');
  if (failed.length > 0) throw new Error(`${failed.map((result) => result.name).join(', ')} failed`);
  await buildLook();
}
