import { writeFileSync } from 'node:fs';
import { errorCodesPage } from '../docs/error-codes.ts';
import { licencesPage } from '../docs/licences.ts';
import { inProject } from '../project-root.ts';

/** Writes the pages of docs/ that are made from code. */
writeFileSync(inProject('docs', 'error-codes.md'), errorCodesPage());
writeFileSync(inProject('docs', 'licences.md'), licencesPage());
console.log('docs/error-codes.md and docs/licences.md are written.');
