import { addDays, isCalendarDay, type CalendarDay } from '#domain/calendar-day.ts';
import type { Provenance } from '#contract/content-pack.ts';
import { LONGEST_FACT_DAYS } from '../limits.ts';
import { factsOf } from '../pack-facts.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';

/** Promise 8: every fact knows when it was checked and until when it may be shown. */
export function checkFacts(pack: ReadPack, today: CalendarDay): readonly Problem[] {
  return factsOf(pack).flatMap(({ file, path, provenance }) => [
    ...ageMessages(provenance, today).map(([field, message]) => ({
      file,
      path: `${path}.provenance.${field}`,
      message,
    })),
    ...urlMessages(pack, provenance).map((message) => ({ file, path: `${path}.provenance.sourceUrl`, message })),
  ]);
}

type FieldMessage = readonly [field: 'checkedOn' | 'expiresOn', message: string];

function ageMessages(provenance: Provenance, today: CalendarDay): readonly FieldMessage[] {
  const { checkedOn, expiresOn } = provenance;
  const unreal = (['checkedOn', 'expiresOn'] as const).filter((field) => !isCalendarDay(provenance[field]));
  if (unreal.length > 0) return unreal.map((field) => [field, `${provenance[field]} is no day of the calendar`]);
  const messages: FieldMessage[] = [];
  if (checkedOn > today) messages.push(['checkedOn', `${checkedOn} lies in the future; write the day it was seen`]);
  if (expiresOn < checkedOn) messages.push(['expiresOn', `${expiresOn} lies before ${checkedOn}, when it was checked`]);
  const last = addDays(checkedOn, LONGEST_FACT_DAYS);
  if (expiresOn > last) messages.push(['expiresOn', `lies more than a year after ${checkedOn}; at most ${last}`]);
  return messages;
}

function urlMessages(pack: ReadPack, provenance: Provenance): readonly string[] {
  if (provenance.sourceUrl === undefined || pack.head === null) return [];
  return hostMessages(provenance.sourceUrl, pack.head.hosts);
}

/** What is wrong with a link: no URL, not https, a user name in it, or a host that is not allowed. */
export function hostMessages(link: string, hosts: readonly string[]): readonly string[] {
  const url = URL.parse(link);
  if (url === null) return [`${link} is no URL`];
  if (url.protocol !== 'https:') return [`${link} is not https`];
  if (url.username !== '' || url.password !== '' || url.port !== '') return [`${link} hides its host; remove user, password and port`];
  return hosts.includes(url.hostname) ? [] : [`leads to ${url.hostname}, which is not on the list of hosts in pack.json`];
}
