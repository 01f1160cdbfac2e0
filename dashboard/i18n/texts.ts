import enAlerts from './en/alerts.json' with { type: 'json' };
import enCharts from './en/charts.json' with { type: 'json' };
import enDay from './en/day.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enFleet from './en/fleet.json' with { type: 'json' };
import enLibrary from './en/library.json' with { type: 'json' };
import enOverview from './en/overview.json' with { type: 'json' };
import enPeople from './en/people.json' with { type: 'json' };
import enReports from './en/reports.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };
import enSignIn from './en/sign-in.json' with { type: 'json' };
import enSpan from './en/span.json' with { type: 'json' };
import viAlerts from './vi/alerts.json' with { type: 'json' };
import viCharts from './vi/charts.json' with { type: 'json' };
import viDay from './vi/day.json' with { type: 'json' };
import viErrors from './vi/errors.json' with { type: 'json' };
import viFleet from './vi/fleet.json' with { type: 'json' };
import viLibrary from './vi/library.json' with { type: 'json' };
import viOverview from './vi/overview.json' with { type: 'json' };
import viPeople from './vi/people.json' with { type: 'json' };
import viReports from './vi/reports.json' with { type: 'json' };
import viSettings from './vi/settings.json' with { type: 'json' };
import viShell from './vi/shell.json' with { type: 'json' };
import viSignIn from './vi/sign-in.json' with { type: 'json' };
import viSpan from './vi/span.json' with { type: 'json' };

/** One file a room, so that rooms can be written side by side; a key belongs to one room only (a test holds it). */
export const VI = { ...viShell, ...viSignIn, ...viErrors, ...viCharts, ...viDay, ...viSpan, ...viOverview, ...viAlerts, ...viReports, ...viSettings, ...viFleet, ...viLibrary, ...viPeople };

export type WordKey = keyof typeof VI;

export const EN: Readonly<Record<WordKey, string>> = { ...enShell, ...enSignIn, ...enErrors, ...enCharts, ...enDay, ...enSpan, ...enOverview, ...enAlerts, ...enReports, ...enSettings, ...enFleet, ...enLibrary, ...enPeople };
