import { Type } from 'typebox';
import { PhoneAnswer, PhoneSummary, PhoneSummaryQuery } from '../phone-answers.ts';

/** What citizens' phones say at the end of a guide, and what staff see of it. */
export const PHONE_ROUTES = {
  phoneAnswer: { method: 'POST', path: '/api/v1/phone-answers', access: 'anyone', request: PhoneAnswer, answer: Type.Null(), status: 204 },
  phoneSummary: { method: 'GET', path: '/api/v1/summaries/phone', access: 'staff', request: PhoneSummaryQuery, answer: PhoneSummary, status: 200 },
} as const;
