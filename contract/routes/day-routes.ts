import { DailySummary, DailySummaryQuery, HourSummary, ProcedureSummary, StepSummary } from '../summaries.ts';

/** The day: summaries, targets, alerts, reports. */
export const DAY_ROUTES = {
  daily: { method: 'GET', path: '/api/v1/summaries/daily', access: 'staff', request: DailySummaryQuery, answer: DailySummary, status: 200 },
  hourly: { method: 'GET', path: '/api/v1/summaries/hourly', access: 'staff', request: DailySummaryQuery, answer: HourSummary, status: 200 },
  procedures: { method: 'GET', path: '/api/v1/summaries/procedures', access: 'staff', request: DailySummaryQuery, answer: ProcedureSummary, status: 200 },
  steps: { method: 'GET', path: '/api/v1/summaries/steps', access: 'staff', request: DailySummaryQuery, answer: StepSummary, status: 200 },
} as const;
