/** `note`: works, with something worth knowing. `fault`: a command of the project will fail. */
export type Finding = {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'fault';
  readonly says: string;
  /** What to do about it; empty when nothing is to be done. */
  readonly remedy: string;
};

export function ok(name: string, says: string): Finding {
  return { name, state: 'ok', says, remedy: '' };
}

export function note(name: string, says: string, remedy: string): Finding {
  return { name, state: 'note', says, remedy };
}

export function fault(name: string, says: string, remedy: string): Finding {
  return { name, state: 'fault', says, remedy };
}

const MARKS = { ok: '✓', note: '·', fault: '✗' } as const;

export function findingLine(finding: Finding): string {
  const line = `${MARKS[finding.state]} ${finding.name.padEnd(14)} ${finding.says}`;
  return finding.remedy === '' ? line : `${line}\n  ${' '.repeat(14)} → ${finding.remedy}`;
}
