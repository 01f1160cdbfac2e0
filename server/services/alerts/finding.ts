import type { Standing } from '#domain/alert-rule.ts';
import type { AlertChanges, AlertFigures, AlertRow, AlertSubject } from '../../repositories/alerts.ts';

/** What one look says about one subject. What a look does not speak of is over: its kiosk or service point is gone. */
export type Finding = AlertSubject & { readonly standing: Standing; readonly figures: AlertFigures };

/** What is to be opened, brought up to date and closed, when `open` stands and a look found `findings`. */
export function planAlerts(open: readonly AlertRow[], findings: readonly Finding[], makeId: () => string): Omit<AlertChanges, 'now'> {
  const standing = new Map(open.map((row) => [keyOf(row), row]));
  const found = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const opened = findings.filter((finding) => finding.standing === 'stands' && !standing.has(keyOf(finding)));
  return {
    opened: opened.map(({ kind, pointNo, deviceId, field, figures }) => ({ id: makeId(), kind, pointNo, deviceId, field, figures })),
    updated: open.flatMap((row) => {
      const finding = found.get(keyOf(row));
      return finding === undefined || finding.standing === 'ended' || isSame(finding.figures, row.figures) ? [] : [{ id: row.id, figures: finding.figures }];
    }),
    closed: open.filter((row) => (found.get(keyOf(row))?.standing ?? 'ended') === 'ended').map(({ id }) => id),
  };
}

function keyOf({ kind, pointNo, deviceId, field }: AlertSubject): string {
  return JSON.stringify([kind, pointNo, deviceId, field]);
}

function isSame(left: AlertFigures, right: AlertFigures): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
