import { writeSupplyFiles } from '../supply/supply-files.ts';

/** `npm run sbom`: what the product is made of, and under which terms, into dist/. */
for (const line of await writeSupplyFiles()) console.log(line);
