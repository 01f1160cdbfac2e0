import { posix, relative, sep } from 'node:path';
import { ROOT } from '../project-root.ts';
import { judgeImport, zoneOf } from './judge-import.ts';

/** What the rule needs of an import node; oxlint hands over ESTree. */
type ImportNode = { readonly source?: { readonly value?: unknown } | null };

type RuleContext = {
  readonly filename: string;
  readonly report: (problem: { readonly node: unknown; readonly message: string }) => void;
};

function createDoors(context: RuleContext): Readonly<Record<string, (node: ImportNode) => void>> {
  const file = relative(ROOT, context.filename).split(sep).join(posix.sep);
  const check = (node: ImportNode): void => {
    const specifier = node.source?.value;
    if (typeof specifier !== 'string') return;
    const message = judgeImport(file, specifier);
    if (message !== null) context.report({ node, message });
  };
  return {
    Program: (node) => {
      if (zoneOf(file) === null) context.report({ node, message: `${file} lies in no zone. Move it into a room, or name its zone in build/import-rules/zones.ts.` });
    },
    ImportDeclaration: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    ImportExpression: check,
  };
}

/** oxlint's plugin interface asks for a default export. */
export default {
  meta: { name: 'house' },
  rules: { doors: { create: createDoors } },
};
