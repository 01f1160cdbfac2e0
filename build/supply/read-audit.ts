/** What is known about holes in what is shipped. `unasked`: nobody could be asked, which is no good news. */
export type Audit = { readonly kind: 'asked'; readonly holes: readonly Hole[] } | { readonly kind: 'unasked'; readonly why: string };
export type Hole = { readonly name: string; readonly severity: Severity; readonly titles: readonly string[]; readonly isMended: boolean };

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** From here on it is not shipped. */
const SEVERE: readonly Severity[] = ['high', 'critical'];

/** Reads what `npm audit --json` printed. */
export function readAudit(printed: string): Audit {
  const answer = objectIn(jsonIn(printed));
  if (answer === null) return { kind: 'unasked', why: 'npm printed no JSON' };
  const vulnerabilities = objectIn(answer['vulnerabilities']);
  if (vulnerabilities === null) return { kind: 'unasked', why: typeof answer['message'] === 'string' ? answer['message'].replaceAll(/https?:\/\/\S+/g, 'the registry') : 'npm named no reason' };
  const holes = Object.entries(vulnerabilities).map(([name, value]) => holeOf(name, objectIn(value) ?? {}));
  return { kind: 'asked', holes: holes.toSorted((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity)) };
}

export function severeHoles(audit: Audit): readonly Hole[] {
  return audit.kind === 'asked' ? audit.holes.filter(({ severity }) => SEVERE.includes(severity)) : [];
}

function holeOf(name: string, value: Readonly<Record<string, unknown>>): Hole {
  const via = Array.isArray(value['via']) ? value['via'] : [];
  const titles = via.map((each) => (typeof each === 'string' ? `through ${each}` : objectIn(each)?.['title'])).filter((title) => typeof title === 'string');
  // What this program does not know the weight of weighs most.
  return { name, severity: SEVERITIES.find((each) => each === value['severity']) ?? 'critical', titles, isMended: value['fixAvailable'] !== false };
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // npm's own troubles come as text.
    return null;
  }
}
