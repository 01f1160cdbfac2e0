import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GuideOrCard, PackHead, type Guide } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';
import { conditionWords } from '#handoff/pages/condition-words.ts';
import { onThePhone } from '#handoff/pages/on-the-phone.ts';
import { drawArt, drawTile, renderGuide } from '#handoff/pages/render.tsx';
import { inProject } from '#build/project-root.ts';

const json = (file: string): unknown => JSON.parse(readFileSync(inProject(file), 'utf8'));
const parse = parserOf(GuideOrCard);
const head = parserOf(PackHead)(json('assets/pack/pack.json'));
const guides = readdirSync(inProject('assets/pack/guides')).flatMap((name) => {
  const parsed = parse(json(`assets/pack/guides/${name}`));
  return parsed.ok ? [parsed.value] : [];
});
const drawn = drawArt();
const art = { sprite: drawn.sprite, mark: drawn.mark, event: '', scenes: {}, faces: {} };
const files = { style: '/h/style.css', script: '/h/phone.js', icon: '/h/mark.svg' };

function pageOf(guide: GuideOrCard, today: string): string {
  if (!head.ok) throw new Error(head.error.message);
  return renderGuide({ guide, head: head.value, art, files, today, edition: 'abc' });
}

function birth(): Guide {
  const guide = guides.find((each) => each.slug === 'khai-sinh');
  if (guide?.kind !== 'guide') throw new Error('the pack has no guide khai-sinh');
  return guide;
}

describe('the phone page', () => {
  it.each(guides.map((guide) => [guide.slug, guide] as const))('%s holds every paper, step and law without a script, and no inline code (strict CSP)', (_slug, guide) => {
    const page = pageOf(guide, '2026-11-23');
    const text = page.replaceAll(/&[a-z#0-9]+;/g, '');
    const seen = (words: string): boolean => text.includes(words.replaceAll(/["'<>&]/g, ''));
    const parts = guide.kind === 'guide' ? [...guide.papers.list.map((paper) => paper.text.vi), ...guide.steps.flatMap((step) => [step.title.vi, onThePhone(step.text).vi, step.stuck?.vi ?? '']), ...(guide.law.provenance.mark === 'C' ? [] : guide.law.list)] : (guide.hints ?? []).map((hint) => hint.vi);
    expect(parts.filter((words) => !seen(words))).toEqual([]);
    expect(page).not.toMatch(/ style="|<style|<script(?! type="module" src=)| on[a-z]+="/);
    expect(page).not.toContain('&quot;undefined');
  });

  it('asks nobody to scan a code with the phone that shows the page', () => {
    expect(birth().steps.some((step) => step.text.vi.startsWith('Quét mã'))).toBe(true);
    const page = pageOf(birth(), '2026-11-23');
    expect(page).not.toMatch(/Quét mã bằng điện thoại|Scan the code with your/);
    expect(page).toContain('Bấm “Mở Cổng để nộp” ở trang này. Địa chỉ phải là dichvucong.gov.vn.');
  });

  it('says in words when a paper or fee applies', () => {
    const page = pageOf(birth(), '2026-11-23');
    expect(page).toContain('Nếu “Bé đã có Giấy chứng sinh chưa?”: “Có, bản giấy”');
  });

  it('shows beside each fact how old it is and how long it may be used (promise 8)', () => {
    expect(pageOf(birth(), '2026-11-23')).toMatch(/18\/07\/2026[\s\S]{0,200}28\/02\/2027/);
  });

  it('leaves out what is stale when it is made, and sends to the desk instead (promise 8)', () => {
    const page = pageOf(birth(), '2027-03-01');
    expect(page).not.toContain('1 ngày</');
    expect(page).toContain('Hỏi cán bộ tại quầy');
    expect(page).toContain(birth().portalUrl);
  });

  it('leads to the portal with its host in clear', () => {
    for (const guide of guides) {
      const page = pageOf(guide, '2026-11-23');
      expect(page).toContain(`href="${guide.portalUrl}"`);
      expect(page).toContain(`<span>${new URL(guide.portalUrl).hostname}</span>`);
    }
  });
});

describe('a condition in words', () => {
  it('joins options with "hoặc" and questions with "và", in both languages', () => {
    const text = (words: string) => ({ vi: words, en: words });
    const questions = [
      { id: 'a', text: text('A?'), options: [{ id: '1', text: text('x') }, { id: '2', text: text('y') }] },
      { id: 'b', text: text('B?'), options: [{ id: '1', text: text('z') }, { id: '2', text: text('w') }] },
    ];
    const words = conditionWords(questions, { a: ['1', '2'], b: ['1'] });
    expect(words.vi).toBe('Nếu “A?”: “x” hoặc “y” và “B?”: “z”');
    expect(words.en).toBe('If “A?”: “x” or “y” and “B?”: “z”');
  });
});

describe('the floor of the phone page', () => {
  it('is the tile of renderer/art, drawn into a file for the style sheet', () => {
    expect(readFileSync(inProject('handoff/style/tile.svg'), 'utf8')).toBe(drawTile());
  });
});
