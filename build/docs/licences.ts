import { shippedPackages } from '../supply/locked-packages.ts';

const HEAD = `# Licences

What a centre or a kiosk is made of besides our own code (MIT), from \`package-lock.json\`, written by
\`node build/commands/write-docs.ts\`; a test holds this page to the lock, and refuses any licence that an MIT product
cannot keep. \`npm run sbom\` writes the same as CycloneDX, with hashes, and every licence's text, into \`dist/\`. Clips,
pictures, texts and voices of the content pack carry their terms beside them ([content-pack.md](content-pack.md)).

Tools that only build and test are not listed: they are held to the same list of licences, with MPL-2.0 and one named
exception (LGPL, decodes QR codes in tests).

| package | version | licence |
|---|---|---|
`;

/** docs/licences.md, whole. Packages for single systems are left out: they come with the one they serve. */
export function licencesPage(): string {
  const rows = shippedPackages().filter(({ isOptional }) => !isOptional).map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |\n`);
  return HEAD + [...new Set(rows)].join('');
}
