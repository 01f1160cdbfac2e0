import { satisfactionOf } from '#domain/satisfaction.ts';
import { NO_SCORES, satisfiedTaps, subtractScores, totalTaps, type ScoreCounts } from '#domain/score.ts';
import type { ReasonText } from '../../repositories/summaries.ts';
import { eachCell, type DailyCell, type DailyParts } from './daily-rows.ts';

/** Taps of a day are fewer, nearly always: what is remembered of satisfaction is found by one number. */
const MOST_TAPS = 1 << 20;

/**
 * DailySummary of contract/summaries.ts as JSON, written by hand: made as objects and then made text, a province's
 * month takes three times as long (measured). A test holds it equal to what the objects say.
 */
export function dailyText(parts: DailyParts<ReasonText>): string {
  const satisfactionText = satisfactionTexts();
  const ids = new Map(parts.points.map((point) => [point.no, JSON.stringify(point.id)]));
  let days = '';
  eachCell(parts, (cell) => {
    days += `${days === '' ? '' : ','}${cellText(cell, ids.get(cell.point.no) ?? '""', satisfactionText)}`;
  });
  return `{"days":[${days}]}`;
}

function cellText({ day, row, asked, reasons, completeness }: DailyCell<ReasonText>, id: string, satisfactionText: (counts: ScoreCounts) => string): string {
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

/** Satisfaction as JSON; the same few shares come again and again. */
function satisfactionTexts(): (counts: ScoreCounts) => string {
  const known = new Map<number, string>();
  return (counts) => {
    const taps = totalTaps(counts);
    if (taps >= MOST_TAPS) return JSON.stringify(satisfactionOf(counts));
    const key = satisfiedTaps(counts) * MOST_TAPS + taps;
    const found = known.get(key);
    if (found !== undefined) return found;
    const text = JSON.stringify(satisfactionOf(counts));
    known.set(key, text);
    return text;
  };
}
