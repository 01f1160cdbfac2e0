import { describe } from 'vitest';
import { phoneContract } from './repositories-phone.ts';
import { STORES } from './stores.ts';

describe.each(STORES)('answers from phones over $name', ({ open }) => {
  phoneContract(open);
});
