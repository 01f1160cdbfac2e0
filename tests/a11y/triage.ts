type Unsure = { readonly rule: string; readonly place: string };

/**
 * What axe cannot decide by itself, and why it is all right; a person looked at each kind. What is not listed is
 * reported by `npm run a11y` and fails it.
 */
const LOOKED_AT: readonly { readonly rule: string; readonly place: RegExp; readonly reason: string }[] = [
  {
    rule: 'color-contrast',
    place: /elmPartiallyObscur|bgOverlap|pseudoContent/,
    reason: 'A page curtain, a plate or a ring drawn by ::before lies near the words. They stand on the plain ground of their box, and every role on every ground is computed from the tokens (tests/unit/renderer/ui/themes.test.ts).',
  },
  {
    rule: 'color-contrast',
    place: /shortTextContent|imgNode/,
    reason: 'A numeral on its own plate or in a chart: the roles of its plate and ink are computed from the tokens.',
  },
  {
    rule: 'label-content-name-mismatch',
    place: /key-letters|key-digits|key-marks|aria-label/,
    reason: 'A key shows a sign; its name says the sign in words (E123). Nobody can say "." to a button.',
  },
];

export function reasonFor(unsure: Unsure): string | null {
  return LOOKED_AT.find(({ rule, place }) => rule === unsure.rule && place.test(unsure.place))?.reason ?? null;
}
