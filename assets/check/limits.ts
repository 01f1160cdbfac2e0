import type { Language } from '#contract/content-pack.ts';

/** Longest texts in signs, so that 7 mm capitals fit their place on the portrait kiosk. */
export const LIMITS = {
  packTitle: both(80),
  eventTitle: both(34),
  reason: both(30),
  clipTitle: both(60),
  description: both(400),
  guideTitle: both(34),
  summary: both(110),
  decidedBy: both(60),
  headline: both(14),
  detail: both(70),
  exempt: both(110),
  paper: both(60),
  note: both(90),
  result: both(70),
  question: both(70),
  why: both(90),
  option: both(40),
  // Stations of the step track: seven of them share one line.
  stepName: { vi: 12, en: 12 },
  stepTitle: both(34),
  stepText: both(150),
  stuck: both(140),
  plate: both(20),
  hint: both(110),
  ask: both(70),
  answer: both(220),
  choice: both(50),
} as const satisfies Readonly<Record<string, Readonly<Record<Language, number>>>>;

export type TextKind = keyof typeof LIMITS;

/** E103: a sentence that is read standing up. */
export const LONGEST_SENTENCE_WORDS = 20;
/** E103: the longest list of steps. */
export const MOST_STEPS = 7;
export const FEWEST_STEPS = 3;
/** E156. */
export const MOST_REASONS_A_SIDE = 6;
/** Bytes: QR version 4 at level M (E130). */
export const LONGEST_HANDOFF_URL = 62;
/** The longest host a centre may have without spoiling E130. */
export const LONGEST_CENTRE_HOST = 24;
/** A kiosk on a commune's line fetches this in a minute at 0.5 Mbit/s. */
export const LARGEST_CLIP_BYTES = 4 * 1024 * 1024;
/** A fact older than a year is checked again, even where nothing is known to change. */
export const LONGEST_FACT_DAYS = 366;
/** E088: captions may stand this far (s) outside the clip. */
export const CAPTION_TOLERANCE_SECONDS = 0.1;
/** Staff are warned this many days before a fact is hidden. */
export const EXPIRY_WARNING_DAYS = 60;

function both(limit: number): Readonly<Record<Language, number>> {
  return { vi: limit, en: limit };
}
