import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import { capturePage, devtoolsPipe, type DevtoolsPipe } from './devtools-pipe.ts';

/** A picture of a window, base64; null when it cannot be taken. */
export type TakePicture = () => Promise<string | null>;

/** Electron draws itself and is asked over the channel between processes; it answers with the same number. */
const PATIENCE = 25_000;

/** The browser's DevTools, when it was started with the two pipes for them. */
export function browserPipe(child: ChildProcess): DevtoolsPipe | null {
  const [, , , write, read] = child.stdio;
  return isWritable(write) && isReadable(read) ? devtoolsPipe(write, read) : null;
}

export function browserPicture(pipe: DevtoolsPipe | null, url: string): TakePicture {
  return async () => (pipe === null ? null : capturePage(pipe, url));
}

export function electronPicture(child: ChildProcess): TakePicture {
  let asked = 0;
  return () =>
    new Promise((resolve) => {
      asked += 1;
      const ask = asked;
      const stop = (picture: string | null): void => {
        clearTimeout(timer);
        child.off('message', hear);
        resolve(picture);
      };
      const timer = setTimeout(() => stop(null), PATIENCE);
      const hear = (message: unknown): void => {
        if (typeof message !== 'object' || message === null || !('ask' in message) || message.ask !== ask) return;
        stop('picture' in message && typeof message.picture === 'string' ? message.picture : null);
      };
      child.on('message', hear);
      child.once('exit', () => stop(null));
      child.send({ kind: 'capture', ask });
    });
}

function isWritable(stream: Readable | Writable | Duplex | null | undefined): stream is Writable {
  return stream !== null && stream !== undefined && 'write' in stream;
}

function isReadable(stream: Readable | Writable | Duplex | null | undefined): stream is Readable {
  return stream !== null && stream !== undefined && 'read' in stream;
}
