import { describe, expect, it } from 'vitest';
import { firstEvents, firstServices } from '#renderer/screens/home/home-choices.ts';
import type { GuideOrCard, LifeEvent } from '#contract/content-pack.ts';

const both = (text: string) => ({ vi: text, en: text });
const event = (id: string): LifeEvent => ({ id, title: both(id), icon: 'birth' });
const card = (slug: string, events: readonly string[], mostUsed?: number): GuideOrCard => ({
  kind: 'card',
  number: 1,
  slug,
  code: '1.000001',
  officialName: slug,
  title: both(slug),
  field: 'Hộ tịch',
  events: [...events],
  synonyms: [],
  channels: ['online'],
  portalUrl: 'https://dichvucong.gov.vn/x',
  decidedBy: { text: both('UBND'), provenance: { source: 'nguồn', mark: 'A', checkedOn: '2026-01-01', expiresOn: '2027-01-01' } },
  summary: both(slug),
  ...(mostUsed === undefined ? {} : { mostUsed }),
});

describe('what stands on the home screen', () => {
  it('takes the five life events in which most can be done, in the order of the pack', () => {
    const events = ['a', 'b', 'c', 'd', 'e', 'f'].map(event);
    const guides = ['f', 'f', 'e', 'd', 'c', 'b'].map((id, index) => card(`g${index}`, [id]));
    expect(firstEvents({ events, guides }).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'e', 'f']);
  });

  it('puts the guide of the clip that was on the screen before the most used, and shows three', () => {
    const mostUsed = ['x', 'y', 'z'].map((slug, index) => card(slug, ['a'], index + 1));
    const shown = firstServices({ events: [], mostUsed, vneid: null, offer: card('y', ['a'], 2) });
    expect(shown.map(({ slug }) => slug)).toEqual(['y', 'x', 'z']);
  });
});
