import type { Language } from '#contract/content-pack.ts';
import type { KioskSettings } from '#contract/kiosk-channels.ts';
import type { EntryBody } from '#contract/ledger.ts';

/** What the machine wants done, as data; run-effects.ts does it and answers with events. */
export type Effect =
  | { readonly kind: 'load' }
  | { readonly kind: 'load-content' }
  /** Answered with `tap-recorded` or `tap-failed` under the same ticket. */
  | { readonly kind: 'record-tap'; readonly ticket: number; readonly body: EntryBody }
  /** Answered only when it fails. */
  | { readonly kind: 'record'; readonly body: EntryBody }
  | { readonly kind: 'report-clip'; readonly clip: string; readonly reason: string }
  | { readonly kind: 'report-bug'; readonly message: string }
  /** By the host, or by the page itself; answered with `print-ended`. */
  | { readonly kind: 'print'; readonly by: 'host' | 'page'; readonly widthMm: number; readonly heightMm: number }
  /** Answered with `rephrase-ended` under the same ticket. */
  | { readonly kind: 'rephrase'; readonly ticket: number; readonly question: string; readonly passages: readonly string[]; readonly lang: Language }
  | { readonly kind: 'staff-unlock'; readonly pin: string }
  /** `key` is null while no PIN is set. */
  | { readonly kind: 'staff-set-pin'; readonly pin: string; readonly key: string | null }
  | { readonly kind: 'staff-lock'; readonly key: string }
  | { readonly kind: 'staff-load'; readonly key: string }
  | { readonly kind: 'send-now'; readonly key: string }
  | { readonly kind: 'leave-kiosk'; readonly key: string }
  | { readonly kind: 'enrol'; readonly centreUrl: string; readonly pairingCode: string; readonly key: string | null }
  | { readonly kind: 'save-settings'; readonly settings: KioskSettings; readonly finish: boolean; readonly key: string | null }
  | { readonly kind: 'reload-page' };
