import type { Target } from '../target.ts';
import { centre } from './centre.ts';
import { films, keptFiles, probe } from './files.ts';
import { captions, catalogue, catalogueLine, clipText, language, pack } from './pack.ts';
import { handoff, headers, phoneStore } from './phone.ts';
import { plantedHang, plantedSlow, plantedThrow } from './planted.ts';
import { asking, rephrased, search, typing } from './typed.ts';
import { kioskAnswers, ledgerBody, ledgerEntries, wire } from './wire.ts';

/** Every door through which something comes in that somebody else wrote. */
export const TARGETS: readonly Target[] = [ledgerBody, ledgerEntries, wire, kioskAnswers, centre, keptFiles, pack, language, catalogue, catalogueLine, clipText, captions, films, probe, search, asking, rephrased, typing, handoff, phoneStore, headers, plantedThrow, plantedSlow, plantedHang];

/** @throws when there is none of this name. */
export function findTarget(name: string): Target {
  const found = TARGETS.find((target) => target.name === name);
  if (found === undefined) throw new Error(`there is no target ${name}`);
  return found;
}
