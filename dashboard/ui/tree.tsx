import { useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';

export type TreeNode = { readonly id: string; readonly name: string; readonly children: readonly TreeNode[] };

type TreeProps = {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /** What stands in a node's row: a link or a button with its name, and figures beside it. */
  readonly row: (node: TreeNode) => ReactNode;
  /** Levels that are open at first. */
  readonly openLevels?: number;
};

/** Nested lists that open and close: plain lists and buttons, which every screen reader knows. */
export function Tree({ label, nodes, row, openLevels = 2 }: TreeProps): ReactElement {
  return (
    <nav className="tree" aria-label={label}>
      <Branches nodes={nodes} row={row} level={1} openLevels={openLevels} />
    </nav>
  );
}

function Branches({ nodes, level, ...rest }: { readonly nodes: readonly TreeNode[]; readonly level: number; readonly row: TreeProps['row']; readonly openLevels: number }): ReactElement {
  return (
    <ul>
      {nodes.map((node) => (
        <Branch key={node.id} node={node} level={level} {...rest} />
      ))}
    </ul>
  );
}

function Branch({ node, level, row, openLevels }: { readonly node: TreeNode; readonly level: number; readonly row: TreeProps['row']; readonly openLevels: number }): ReactElement {
  const { say } = useWords();
  const [open, setOpen] = useState(level < openLevels + 1);
  return (
    <li>
      <div className="tree-row">
        {node.children.length === 0 ? (
          <span className="tree-leaf" />
        ) : (
          <button type="button" className="twist" aria-expanded={open} aria-label={say(open ? 'collapseNamed' : 'expandNamed', { name: node.name })} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'down' : 'forward'} className="icon" />
          </button>
        )}
        {row(node)}
      </div>
      {open && node.children.length > 0 ? <Branches nodes={node.children} level={level + 1} row={row} openLevels={openLevels} /> : null}
    </li>
  );
}

/** The units of a scope as a tree, by name; one whose parent lies outside the scope stands at the top. */
export function treeOf(units: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[]): readonly TreeNode[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = (parent: string | null): readonly TreeNode[] =>
    units
      .filter((unit) => (unit.parent !== null && known.has(unit.parent) ? unit.parent : null) === parent)
      .toSorted((left, right) => left.name.localeCompare(right.name, 'vi'))
      .map((unit) => ({ id: unit.id, name: unit.name, children: below(unit.id) }));
  return below(null);
}
