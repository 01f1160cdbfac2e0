import { editText, ODD_SIGNS, type Edit, type Pantry } from './text-edits.ts';

/** Nodes deeper than this stay as they are: walking down would need the stack that the code under test needs. */
const DEEPEST = 60;
const MOST_NODES = 20_000;
const MOST_GROWN = 2_500;

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { kind: value };
  return value;
}

const DEEP = nested(3_000);
/** What lies deeper than is counted is taken to be this long: nothing else here is so deep. */
const DEEP_SIGNS = JSON.stringify(DEEP).length;
const STEPS = [1, -1, 0.5, 86_400_000, -86_400_000, 2 ** 31];
const ODD_VALUES: readonly unknown[] = [null, true, false, 0, -1, 1, 5, 6, 0.5, -0, 1e308, -1e308, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 2, 8_640_000_000_000_001, '', '5', 'tap', [], {}, [[]], [null], DEEP, 'a'.repeat(65), 'ế'.repeat(500), JSON.parse('{"__proto__":{"kind":"tap"}}'), { toString: 1, valueOf: null, toJSON: 'x' }, { length: 3 }];

/** A change of one node of a JSON value; the value itself stays as it was. */
export function editJson(input: unknown, edit: Edit, pantry: Pantry): unknown {
  const count = countNodes(input, 0);
  const changed = changeNode(input, { left: count === 0 ? 0 : edit.at % count }, 0, (node) => editNode(node, edit, pantry, count));
  // Doubling what was doubled makes inputs that no door lets through, of many parts or of few long ones.
  const isOver = (count > MOST_GROWN && countNodes(changed, 0) > count) || countSigns(changed, 0, pantry.largest) > pantry.largest;
  return isOver ? input : changed;
}

function editNode(node: unknown, edit: Edit, pantry: Pantry, count: number): unknown {
  const { how, what } = edit;
  switch (how % 8) {
    case 0:
      return ODD_VALUES[what % ODD_VALUES.length];
    case 1:
      return without(node, what);
    case 2:
      return withMore(node, what, count);
    case 3:
      return pickNode(pantry.donor, what);
    case 4:
      return Array.isArray(node) ? node.toReversed() : typeof node === 'number' ? -node : [node];
    case 5:
      return typeof node === 'number' ? node * 1000 : typeof node === 'string' && pantry.words.length > 0 ? pantry.words[what % pantry.words.length] : { value: node };
    default:
      return leaf(node, edit, pantry);
  }
}

function leaf(node: unknown, edit: Edit, pantry: Pantry): unknown {
  if (typeof node === 'string') return editText(node, { how: edit.how >>> 3, at: edit.what >>> 7, what: edit.what }, pantry);
  if (typeof node === 'number') return node + (STEPS[edit.what % STEPS.length] ?? 1);
  if (typeof node === 'boolean') return !node;
  return withMore(node, edit.what, 1);
}

function without(node: unknown, what: number): unknown {
  if (Array.isArray(node)) return node.toSpliced(node.length === 0 ? 0 : what % node.length, 1);
  if (typeof node !== 'object' || node === null) return null;
  const entries = Object.entries(node);
  return Object.fromEntries(entries.toSpliced(entries.length === 0 ? 0 : what % entries.length, 1));
}

function withMore(node: unknown, what: number, count: number): unknown {
  if (Array.isArray(node)) {
    const one: unknown = node[node.length === 0 ? 0 : what % node.length];
    // Seldom very many: a list has a limit somewhere.
    return count < MOST_NODES / 20 && what % 64 === 0 ? [...node, ...Array<unknown>(1 + (what % 600)).fill(one)] : [...node, one];
  }
  if (typeof node !== 'object' || node === null) return [node, node];
  const key = ODD_SIGNS[(what >>> 4) % ODD_SIGNS.length] ?? '';
  return Object.fromEntries([...Object.entries(node), [key, ODD_VALUES[what % ODD_VALUES.length]]]);
}

function countNodes(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return 1;
  let count = 1;
  for (const child of Object.values(value)) {
    count += countNodes(child, depth + 1);
    if (count > MOST_NODES) break;
  }
  return count;
}

/** Signs of all texts and names, up to a little more than `most`. */
function countSigns(value: unknown, depth: number, most: number): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  if (depth >= DEEPEST) return DEEP_SIGNS;
  let signs = 0;
  for (const [name, child] of Object.entries(value)) {
    signs += name.length + countSigns(child, depth + 1, most - signs);
    if (signs > most) break;
  }
  return signs;
}

/** Rebuilds only the way down to the node whose number is left to go to. */
function changeNode(value: unknown, way: { left: number }, depth: number, change: (node: unknown) => unknown): unknown {
  if (way.left === 0) {
    way.left = -1;
    return change(value);
  }
  way.left -= 1;
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const changed = changeNode(value[index], way, depth + 1, change);
      if (way.left < 0) return value.with(index, changed);
    }
    return value;
  }
  for (const [key, child] of Object.entries(value)) {
    const changed = changeNode(child, way, depth + 1, change);
    if (way.left < 0) return Object.fromEntries(Object.entries(value).map(([name, old]) => [name, name === key ? changed : old]));
  }
  return value;
}

function pickNode(value: unknown, what: number): unknown {
  let picked = value;
  const count = countNodes(value, 0);
  changeNode(value, { left: count === 0 ? 0 : what % count }, 0, (node) => (picked = node));
  return picked;
}
