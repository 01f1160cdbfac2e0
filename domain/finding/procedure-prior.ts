import { foldText } from '../text-folding.ts';
import type { CatalogueEntry, FindableGuide } from './finding.ts';

/** A complete guide helps more than a card, a card more than an official name alone. */
export const GUIDE_PRIOR: Readonly<Record<FindableGuide['kind'], number>> = { guide: 1.18, card: 1.14 };

const NOT_FOR_CITIZENS = 0.95;
const WITHIN_ADMINISTRATION = 0.6;
const AT_THE_COMMUNE = 1.04;
/** The same procedure, decided where hardly anybody at this desk goes. */
const AT_THE_MINISTRY = 0.9;
const AT_THE_PROVINCE = 0.97;
const OF_THE_ARMY = 0.9;

/** How likely a person at a one-stop desk or post office means this entry, around 1. */
export function entryPrior({ name, fields, agencies, issuedBy, scope, for: whom }: CatalogueEntry): number {
  let prior = 1;
  if (scope === 'STANDARD_INTERNAL') prior *= WITHIN_ADMINISTRATION;
  if (!whom.some((group) => /công dân|hợp tác xã|doanh nghiệp/iu.test(group))) prior *= NOT_FOR_CITIZENS;
  if (agencies.some((agency) => /cấp xã/iu.test(agency)) || /cấp xã/iu.test(name)) prior *= AT_THE_COMMUNE;
  if (/cấp trung ương|cấp bộ\b|ở trung ương/iu.test(name)) prior *= AT_THE_MINISTRY;
  else if (/cấp tỉnh/iu.test(name)) prior *= AT_THE_PROVINCE;
  if (issuedBy === 'Bộ Quốc phòng' || fields.some((field) => field.endsWith('BQP'))) prior *= OF_THE_ARMY;
  return prior;
}

/** "UBND tỉnh Bắc Ninh", "tỉnh Bắc Ninh" and "bac ninh" are one province. */
export function foldProvince(name: string): string {
  return foldText(name)
    .replace(/^.*\b(?:tinh|thanh pho|tp\.?)\s+/u, '')
    .replace(/^(?:ubnd|uy ban nhan dan)\s+/u, '')
    .replace(/[^a-z ]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
