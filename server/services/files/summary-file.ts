import type { FieldSummary, HeatMap, Overview, ReasonSummary, StuckSteps, WeekSummary } from '#contract/day.ts';
import type { DailySummary, HourSummary, ProcedureSummary, StepSummary } from '#contract/summaries.ts';
import { assertNever } from '#domain/assert-never.ts';
import { csvForPeople, csvOf } from './build-csv.ts';
import { htmlOf } from './build-html.ts';
import { dailySheets, fieldSheets, heatMapSheets, hourlySheets, procedureSheets, reasonSheets, stepSheets, stuckStepSheets, weekSheets } from './build-sheets.ts';
import { xlsxOf } from './build-xlsx.ts';
import { overviewSheets } from './overview-sheet.ts';
import type { SheetOptions } from './sheet-columns.ts';
import type { Lang, Sheets } from './table.ts';

type Span = { readonly from: string; readonly to: string };
export type AnySummary =
  | { readonly kind: 'daily'; readonly value: DailySummary; readonly span: Span }
  | { readonly kind: 'hourly'; readonly value: HourSummary; readonly span: Span }
  | { readonly kind: 'procedures'; readonly value: ProcedureSummary; readonly span: Span }
  | { readonly kind: 'steps'; readonly value: StepSummary; readonly span: Span }
  | { readonly kind: 'overview'; readonly value: Overview }
  | { readonly kind: 'week'; readonly value: WeekSummary }
  | { readonly kind: 'heat-map'; readonly value: HeatMap }
  | { readonly kind: 'reasons'; readonly value: ReasonSummary }
  | { readonly kind: 'fields'; readonly value: FieldSummary }
  | { readonly kind: 'stuck-steps'; readonly value: StuckSteps };

export type FileFormat = 'csv' | 'xlsx' | 'html';
export type SummaryFile = { readonly name: string; readonly type: string; readonly body: string | Uint8Array };

/** `lang` null: nobody said for whom. Files are for people then, in Vietnamese; only CSV is for programs. */
export type FileOptions = Omit<SheetOptions, 'lang'> & { readonly lang: Lang | null };

export async function buildFile(summary: AnySummary, format: FileFormat, wish: FileOptions): Promise<SummaryFile> {
  const options = { ...wish, lang: wish.lang ?? 'vi' };
  const sheets = sheetsOf(summary, options);
  const name = `mot-cham-${sheets.stem}-${sheets.from}-${sheets.to}${options.audience === 'public' ? '-public' : ''}.${format}`;
  switch (format) {
    case 'csv':
      return { name, type: 'text/csv; charset=utf-8', body: wish.lang === null ? csvOf(sheets) : csvForPeople(sheets, wish.lang) };
    case 'xlsx':
      return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await xlsxOf(sheets, options.lang, options.audience) };
    case 'html':
      return { name, type: 'text/html; charset=utf-8', body: htmlOf(sheets, options.lang, options.audience) };
    default:
      return assertNever(format, 'a file format that nobody builds');
  }
}

function sheetsOf(summary: AnySummary, options: SheetOptions): Sheets {
  switch (summary.kind) {
    case 'daily':
      return dailySheets(summary.value, summary.span, options);
    case 'hourly':
      return hourlySheets(summary.value, summary.span, options);
    case 'procedures':
      return procedureSheets(summary.value, summary.span, options);
    case 'steps':
      return stepSheets(summary.value, summary.span, options);
    case 'overview':
      return overviewSheets(summary.value, options);
    case 'week':
      return weekSheets(summary.value, options);
    case 'heat-map':
      return heatMapSheets(summary.value, options);
    case 'reasons':
      return reasonSheets(summary.value, options);
    case 'fields':
      return fieldSheets(summary.value, options);
    case 'stuck-steps':
      return stuckStepSheets(summary.value, options);
    default:
      return assertNever(summary, 'a summary without a table');
  }
}
