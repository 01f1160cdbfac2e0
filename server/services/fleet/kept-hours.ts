import { OpeningHours as OpeningHoursSchema } from '#contract/fleet.ts';
import { parserOf } from '#contract/parse.ts';
import type { Static } from 'typebox';

const parseHours = parserOf(OpeningHoursSchema);

/** Opening hours as a service point's row keeps them (JSON, or null). @throws for what this program never wrote. */
export function readHours(text: string | null): Static<typeof OpeningHoursSchema> | null {
  if (text === null) return null;
  const parsed = parseHours(JSON.parse(text));
  if (!parsed.ok) throw new TypeError(`service_point.hours: ${parsed.error.message}`);
  return parsed.value;
}
