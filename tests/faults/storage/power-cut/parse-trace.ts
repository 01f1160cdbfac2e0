import type { DiskEvent } from './disk-event.ts';
import { TOLD } from './tell.ts';

/** A call with its first file or name, as strace -y -xx writes it. */
const CALL = /^(\w+)\((.*)$/;

/** Reads the trace of one thread; files outside the folder, and the shared memory that no disk keeps, are left out. */
export function parseTrace(trace: string, folder: string): readonly DiskEvent[] {
  const events: DiskEvent[] = [];
  const there = new Set<string>();
  const nameOf = (path: string): string | null => (path.startsWith(`${folder}/`) && !path.endsWith('-shm') ? path.slice(folder.length + 1) : null);
  for (const line of trace.split('\n')) {
    const [, call = '', rest = ''] = CALL.exec(line) ?? [];
    if (/= -1 E/.test(rest.slice(-120))) continue;
    for (const event of eventsOf(call, rest, folder, nameOf)) {
      // An open of what is there makes nothing.
      if (event.kind === 'create' && there.has(event.file)) continue;
      if (event.kind === 'create') there.add(event.file);
      if (event.kind === 'remove' || event.kind === 'rename') there.delete(event.file);
      if (event.kind === 'rename') there.add(event.to);
      events.push(event);
    }
  }
  return events;
}

function eventsOf(call: string, rest: string, folder: string, nameOf: (path: string) => string | null): readonly DiskEvent[] {
  const opened = /^\d+<([^>]*)>/.exec(rest)?.[1];
  const path = opened === undefined ? '' : textOf(opened);
  const file = nameOf(path);
  switch (call) {
    case 'write':
      return rest.startsWith('1<') ? toldIn(rest) : file === null ? [] : unexpected(call, path);
    case 'pwrite64': {
      if (file === null) return [];
      const [, bytes = '', offset = ''] = /^[^,]*, "([^"]*)", \d+, (\d+)\)/.exec(rest) ?? [];
      return [{ kind: 'write', file, offset: Number(offset), bytes: bytesOf(bytes) }];
    }
    case 'ftruncate':
      return file === null ? [] : [{ kind: 'truncate', file, size: Number(/, (\d+)\)/.exec(rest)?.[1]) }];
    case 'fsync':
    case 'fdatasync':
      if (path === folder) return [{ kind: 'flush-names' }];
      return file === null ? [] : [{ kind: 'flush', file }];
    default:
      return nameEvents(call, rest, nameOf);
  }
}

function nameEvents(call: string, rest: string, nameOf: (path: string) => string | null): readonly DiskEvent[] {
  const [first = '', second = ''] = [...rest.matchAll(/"([^"]*)"/g)].map((match) => textOf(match[1] ?? ''));
  const file = nameOf(first);
  if (file === null) return [];
  if (call === 'openat') return rest.includes('O_CREAT') ? [{ kind: 'create', file }, ...(rest.includes('O_TRUNC') ? [{ kind: 'truncate', file, size: 0 } as const] : [])] : [];
  if (call.startsWith('unlink')) return [{ kind: 'remove', file }];
  const to = nameOf(second);
  return to === null ? unexpected(call, second) : [{ kind: 'rename', file, to }];
}

function toldIn(rest: string): readonly DiskEvent[] {
  const text = bytesOf(/"([^"]*)"/.exec(rest)?.[1] ?? '').toString();
  return text.startsWith(TOLD) ? [{ kind: 'told', what: JSON.parse(text.slice(TOLD.length)) }] : [];
}

function unexpected(call: string, path: string): never {
  throw new Error(`${call} to ${path}: the model of the disk does not know this`);
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}

const textOf = (hex: string): string => (hex.startsWith('\\x') ? bytesOf(hex).toString() : hex);
