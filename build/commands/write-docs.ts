import { writeFileSync } from 'node:fs';
import { errorCodesPage } from '../docs/error-codes.ts';
import { inProject } from '../project-root.ts';

/** Writes the pages of docs/ that are made from code. */
writeFileSync(inProject('docs', 'error-codes.md'), errorCodesPage());
console.log('docs/error-codes.md is written.');
