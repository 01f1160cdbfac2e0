import { describe } from 'vitest';
import { libraryContract } from './repositories-library.ts';
import { STORES } from './stores.ts';

describe.each(STORES)('the content library over $name', ({ open }) => {
  libraryContract(open);
});
