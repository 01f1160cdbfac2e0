import { fileURLToPath } from 'node:url';
import { chatRephraser } from '../adapters/chat-rephraser.ts';
import { shippedPack } from '../adapters/shipped-pack.ts';
import type { RephraseConfig } from '../rephrase-config.ts';
import type { RephrasePorts } from './wire-rephrase.ts';

/** The endpoint that the configuration names, if it names one. */
export function openRephrase(config: RephraseConfig | null): RephrasePorts | null {
  const pack = fileURLToPath(new URL('../../assets/pack/', import.meta.url));
  return config === null ? null : { rephraser: chatRephraser(config), pack: shippedPack(pack) };
}
