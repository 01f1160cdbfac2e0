import { ERRORS } from '#contract/errors.ts';

const HEAD = `# Error codes

Every expected failure of kiosk and centre has one code. The table is written from \`contract/errors.ts\` by
\`node build/commands/write-docs.ts\`; a test compares it both ways, and the kiosk's texts (\`errors.*\` in
\`renderer/i18n\`) hold the same codes.

*info*: nothing is broken. *warning*: something waits or is left out, and mends itself or can be mended at leisure.
*fault*: staff should act.

| code | status | severity | what it means | what to do |
|---|---|---|---|---|
`;

/** docs/error-codes.md, whole, from the one table. */
export function errorCodesPage(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, entry]) => `| \`${code}\` | ${entry.status} | ${entry.severity} | ${entry.message} | ${entry.remedy} |\n`,
  );
  return HEAD + rows.join('');
}
