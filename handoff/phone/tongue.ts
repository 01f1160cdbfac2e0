import { elements } from './page-guide.ts';

export type Tongue = 'vi' | 'en';

/** Shows one language: the style sheet hides the other, so both are there before any script runs. */
export function speak(tongue: Tongue): void {
  const root = document.documentElement;
  root.lang = tongue;
  root.classList.toggle('en', tongue === 'en');
  const title = tongue === 'en' ? root.dataset['titleEn'] : root.dataset['titleVi'];
  if (title !== undefined) document.title = `${title} · Một Chạm`;
}

/** The links switch by `#en` without a script; with one they leave the fragment to step and answers. */
export function wireTongue(): void {
  for (const link of elements(document, '[data-tongue]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      speak(link.dataset['tongue'] === 'en' ? 'en' : 'vi');
      elements(document, '[data-tongue]').find((other) => other !== link)?.focus();
    });
  }
}
