import { satisfactionOf } from '#domain/satisfaction.ts';
import { NO_SCORES, satisfiedTaps, subtractScores, totalTaps, type ScoreCounts } from '#domain/score.ts';
import type { ReasonText } from '../../repositories/summaries.ts';
import { eachCell, type DailyCell, type DailyParts } from './daily-rows.ts';

/** Taps of a day are fewer, nearly always: what is remembered of satisfaction is found by one number. */
const MOST_TAPS = 1 << 20;
/** Most shares that are remembered, some 150 bytes each. */
const MOST_SHARES = 20_000;
/**
 * Longest text that is put together before it becomes bytes. V8 gives a string of more than 128 KiB pages of its own,
 * which stay until it looks through everything: as one text, each year of a service point left 430 KB behind.
 */
const PIECE = 16_384;

/**
 * DailySummary of contract/summaries.ts as JSON in UTF-8, written by hand: made as objects and then made text, a
 * province's month takes three times as long (measured). A test holds it equal to what the objects say.
 */
export function dailyJson(parts: DailyParts<ReasonText>): Buffer {
  const ids = new Map(parts.points.map((point) => [point.no, JSON.stringify(point.id)]));
  const pieces: Buffer[] = [];
  let text = '{"days":[';
  let comma = '';
  eachCell(parts, (cell) => {
    text += comma + cellText(cell, ids.get(cell.point.no) ?? '""');
    comma = ',';
    if (text.length < PIECE) return;
    pieces.push(Buffer.from(text));
    text = '';
  });
  return Buffer.concat([...pieces, Buffer.from(`${text}]}`)]);
}

function cellText({ day, row, asked, reasons, completeness }: DailyCell<ReasonText>, id: string): string {
  const scores = row?.scores ?? NO_SCORES;
  const flaggedScores = row?.flagged ?? NO_SCORES;
  const flagged = totalTaps(flaggedScores);
  const satisfiedRaw = satisfactionText(scores);
  const satisfied = flagged === 0 ? satisfiedRaw : satisfactionText(subtractScores(scores, flaggedScores));
  const known = `"completeness":{"made":${completeness?.made ?? null},"received":${completeness?.received ?? 0},"missing":${completeness?.missing ?? null}}`;
  return `{"day":"${day}","servicePoint":${id},"taps":${totalTaps(scores)},"scores":${listText(scores)},"flagged":${flagged},"flaggedScores":${listText(flaggedScores)},"satisfied":${satisfied},"satisfiedRaw":${satisfiedRaw},"corrected":${row?.corrected ?? 0},"unplaceable":${row?.unplaceable ?? 0},"asked":${asked},"reasons":${reasons?.text ?? '{}'},${known}}`;
}

function listText([one, two, three, four, five]: ScoreCounts): string {
  return `[${one},${two},${three},${four},${five}]`;
}

/** What satisfaction is follows from two counts alone, so what was said of them once stays true. */
const shares = new Map<number, string>();

/** Satisfaction as JSON; the same few shares come again and again. */
function satisfactionText(counts: ScoreCounts): string {
  const taps = totalTaps(counts);
  if (taps >= MOST_TAPS) return JSON.stringify(satisfactionOf(counts));
  const key = satisfiedTaps(counts) * MOST_TAPS + taps;
  const found = shares.get(key);
  if (found !== undefined) return found;
  const text = JSON.stringify(satisfactionOf(counts));
  if (shares.size >= MOST_SHARES) shares.clear();
  shares.set(key, text);
  return text;
}
