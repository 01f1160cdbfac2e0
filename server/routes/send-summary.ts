import type { FastifyReply } from 'fastify';
import type { FieldSummary, HeatMap, Overview, ReasonSummary, StuckSteps, WeekSummary } from '#contract/day.ts';
import type { DailySummary, HourSummary, ProcedureSummary, StepSummary } from '#contract/summaries.ts';

export type AnySummary =
  | { readonly kind: 'daily'; readonly value: DailySummary }
  | { readonly kind: 'hourly'; readonly value: HourSummary }
  | { readonly kind: 'procedures'; readonly value: ProcedureSummary }
  | { readonly kind: 'steps'; readonly value: StepSummary }
  | { readonly kind: 'overview'; readonly value: Overview }
  | { readonly kind: 'week'; readonly value: WeekSummary }
  | { readonly kind: 'heat-map'; readonly value: HeatMap }
  | { readonly kind: 'reasons'; readonly value: ReasonSummary }
  | { readonly kind: 'fields'; readonly value: FieldSummary }
  | { readonly kind: 'stuck-steps'; readonly value: StuckSteps };

export type FileWish = { readonly format?: 'json' | 'csv' | 'xlsx' | 'html' | undefined; readonly lang?: 'vi' | 'en' | undefined; readonly audience?: 'internal' | 'public' | undefined };
export type SendSummary = (reply: FastifyReply, wish: FileWish, summary: AnySummary) => Promise<FastifyReply>;
