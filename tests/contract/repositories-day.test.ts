import { describe } from 'vitest';
import { dayContract } from './repositories-day.ts';
import { STORES } from './stores.ts';

describe.each(STORES)('targets, alerts and headings over $name', ({ open }) => {
  dayContract(open);
});
