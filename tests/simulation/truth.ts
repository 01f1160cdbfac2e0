import type { Score } from '#domain/score.ts';

/** What the page was told of something it recorded: 'unknown' when nobody was there to tell, or the disk failed halfway. */
export type Told = 'thanked' | 'refused' | 'unknown';

/** A tap as the citizen made it. */
export type TrueTap = {
  readonly id: string;
  readonly kiosk: number;
  readonly disk: string;
  readonly point: string;
  readonly timeZone: string;
  /** By the world's time, ms. */
  readonly at: number;
  readonly boot: string;
  /** How wrong the wall clock was, ms. */
  readonly clockError: number;
  readonly score: Score;
  told: Told;
  stream: string | null;
  seq: number | null;
  /** 'maybe': nobody knows whether the retraction is on the disk. */
  retracted: 'yes' | 'no' | 'maybe';
  /** Any of these may stand; null: none was said. */
  reasons: (readonly string[] | null)[];
  /** When something was last said of it, ms; null: never. */
  saidAt: number | null;
};

/** What one kiosk's program told the centre last of a stream, and was answered. */
export type ToldHead = { readonly kiosk: number; readonly head: number; readonly days: Readonly<Record<string, number>>; readonly at: number };

/** The books that the simulation keeps of what truly happened. */
export class Truth {
  readonly taps = new Map<string, TrueTap>();
  /** Stream → what heartbeats that were answered said of it. */
  readonly heads = new Map<string, ToldHead>();
  /** Stream → the numbers up to which heartbeats told of it that nobody need have answered: the centre may have kept them. */
  readonly offeredHeads = new Map<string, Set<number>>();
  /** Disks that are gone, with the mark that their ledger knew. */
  readonly lostDisks = new Map<string, { readonly mark: number; readonly stream: string; readonly at: number }>();
  /** Disks that two machines have or had, since when. */
  readonly clonedDisks = new Map<string, number>();
  /** Stream → the highest number that the centre ever said it has. */
  readonly acknowledged = new Map<string, number>();
  /** Stream → the highest number that the centre said it has since it was last set back. */
  readonly promised = new Map<string, number>();
  /** Token → device, as the centre gave them. */
  readonly tokens = new Map<string, string>();
  /** Devices that staff revoked, since when; a centre that is set back knows of none. */
  readonly revoked = new Map<string, number>();
  /** When each kiosk's heartbeats were answered. */
  readonly beats: { readonly kiosk: number; readonly at: number }[] = [];
  /** What was seen to be wrong while it happened. */
  readonly wrongs = new Set<string>();
  /** Kiosks whose clock was wrong at any time. */
  readonly wrongClocks = new Set<number>();

  /** The centre knows an earlier state again. */
  setBack(): void {
    this.promised.clear();
    this.revoked.clear();
  }

  thanked(): readonly TrueTap[] {
    return [...this.taps.values()].filter(({ told }) => told === 'thanked');
  }
}
