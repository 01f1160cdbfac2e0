import { EXPIRY_WARNING_DAYS } from './limits.ts';
import type { PackSummary } from './summarise-pack.ts';

/** The summary as lines for a person: counts first, then what to check again soon. */
export function formatSummary(summary: PackSummary): readonly string[] {
  const { guides, cards, facts, hidden, expiring, languages } = summary;
  const unverified = hidden.filter((fact) => fact.provenance.mark === 'C').length;
  return [
    `No problem. ${guides} guides, ${cards} cards, ${facts} facts.`,
    `${hidden.length} facts are hidden today: ${unverified} unverified (mark C), ${hidden.length - unverified} expired.`,
    `${expiring.length} facts will be hidden within ${EXPIRY_WARNING_DAYS} days unless checked again.`,
    ...languages.map(({ tag, translated, texts, outdated }) => `language ${tag}: ${translated} of ${texts} texts are translated${outdated === 0 ? '' : `, ${outdated} translations are of texts that are gone`}`),
    ...expiring.map(({ file, path, provenance }) => `warning: ${file}: ${path}: expires on ${provenance.expiresOn}`),
  ];
}
