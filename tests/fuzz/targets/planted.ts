import { textTarget, type Target } from '../target.ts';

/** Faults put in on purpose: a fuzzer that does not find them would not find others. */
export const plantedThrow: Target = textTarget({
  name: 'planted-throw',
  what: 'throws for one text of eight letters that only coverage leads to',
  share: 1,
  largest: 64,
  planted: true,
  open: async () => {
    const { throwsForOneText } = await import('#tests/fixtures/fuzz/planted-faults.ts');
    return { seeds: ['mot'], run: throwsForOneText };
  },
});

export const plantedSlow: Target = textTarget({
  name: 'planted-slow',
  what: 'takes time in the square of a text’s length',
  share: 1,
  largest: 64 * 1024,
  planted: true,
  open: async () => {
    const { squaresItsTime } = await import('#tests/fixtures/fuzz/planted-faults.ts');
    return { seeds: ['a,b'], run: squaresItsTime };
  },
});

export const plantedHang: Target = textTarget({
  name: 'planted-hang',
  what: 'never ends for a text with a certain letter',
  share: 1,
  largest: 64,
  planted: true,
  open: async () => {
    const { neverEnds } = await import('#tests/fixtures/fuzz/planted-faults.ts');
    return { seeds: ['a'], run: neverEnds };
  },
});
