import type { LedgerBatch } from '#contract/ledger.ts';
import type { PackedBody } from '../../repositories/ledger.ts';

/** A batch whose envelope was understood, with who sent it and when it came (centre's time, ms). */
export type ParsedBatch = LedgerBatch & {
  readonly now: number;
  readonly deviceId: string;
  readonly point: { readonly no: number; readonly timezone: string };
  /** The very bytes that the envelope was read from. */
  readonly body: PackedBody;
};
