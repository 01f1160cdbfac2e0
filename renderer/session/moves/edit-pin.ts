import type { StaffEvent } from '../event.ts';

const LONGEST_PIN = 12;
export const SHORTEST_PIN = 6;

/** The PIN as typed so far after one more key. */
export function editPin(typed: string, event: Extract<StaffEvent, { kind: 'pin-digit' | 'pin-delete' | 'pin-clear' }>): string {
  switch (event.kind) {
    case 'pin-digit':
      return /^[0-9]$/.test(event.digit) ? (typed + event.digit).slice(0, LONGEST_PIN) : typed;
    case 'pin-delete':
      return typed.slice(0, -1);
    case 'pin-clear':
      return '';
  }
}
