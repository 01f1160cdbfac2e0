import { parseSync } from 'vite';

/** Every module a file names: imports, re-exports, dynamic imports of a plain text, types too. */
export function findImports(file: string, code: string): readonly string[] {
  const { module } = parseSync(file, code);
  const found = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map((entry) => quoted(code.slice(entry.moduleRequest.start, entry.moduleRequest.end))),
    ...requireCalls(code),
  ];
  return found.filter((name): name is string => name !== undefined && name !== null);
}

function quoted(text: string): string | null {
  return /^(['"`])([^'"`]*)\1$/.exec(text)?.[2] ?? null;
}

/** `require('y')` does not show in the module record. */
function requireCalls(code: string): readonly string[] {
  return [...code.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1] ?? '');
}
