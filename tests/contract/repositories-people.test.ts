import { describe } from 'vitest';
import { repositoriesPeopleContract } from './repositories-people.ts';
import { STORES } from './stores.ts';

describe.each(STORES)('people, log and messages over $name', ({ open }) => {
  repositoriesPeopleContract(open);
});
