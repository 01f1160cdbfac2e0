/**
 * One range of bytes as RFC 9110, 14.1.2 writes it: first and last byte, both included.
 * Null: the whole file, also for several ranges and for units that nobody knows, as the RFC allows.
 */
export function parseRange(header: string | undefined, size: number): readonly [start: number, end: number] | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '') return Number(last) === 0 || size === 0 ? 'unsatisfiable' : [Math.max(0, size - Number(last)), size - 1];
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : [start, end];
}
