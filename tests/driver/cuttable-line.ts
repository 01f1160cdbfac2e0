import { connect, createServer, type Server, type Socket } from 'node:net';

/** How the line between browser and server is: whole, cut (nobody is there), hanging, or losing every answer. */
export type LineState = 'whole' | 'cut' | 'hanging' | 'deaf';

/** A line to a server on this machine that can be cut, so that a browser's worker is without network too. */
export class CuttableLine {
  readonly #to: number;
  readonly #sockets = new Set<Socket>();
  #server: Server;
  #state: LineState = 'whole';
  #waiting: (() => void)[] = [];
  port = 0;

  private constructor(to: number) {
    this.#to = to;
    this.#server = this.#make();
  }

  static async open(to: number): Promise<CuttableLine> {
    const line = new CuttableLine(to);
    await line.#listen();
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async set(state: LineState): Promise<void> {
    const before = this.#state;
    this.#state = state;
    if (state === 'cut') {
      const closed = new Promise<void>((done) => void this.#server.close(() => done()));
      for (const socket of this.#sockets) socket.destroy();
      await closed;
      return;
    }
    if (before === 'cut') {
      this.#server = this.#make();
      await this.#listen();
    }
    // Connections that were kept alive would go on as they are.
    if (state !== 'whole') for (const socket of this.#sockets) socket.destroy();
    else for (const go of this.#waiting.splice(0)) go();
  }

  async close(): Promise<void> {
    if (this.#state !== 'cut') await this.set('cut');
  }

  #make(): Server {
    return createServer((near) => {
      this.#hold(near);
      if (this.#state === 'hanging') this.#waiting.push(() => this.#join(near));
      else this.#join(near);
    });
  }

  #join(near: Socket): void {
    const far = connect(this.#to, '127.0.0.1');
    this.#hold(far);
    near.pipe(far);
    if (this.#state === 'deaf') far.once('data', () => near.destroy());
    else far.pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  }

  #hold(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  async #listen(): Promise<void> {
    await new Promise<void>((done) => void this.#server.listen(this.port, '127.0.0.1', done));
    const address = this.#server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }
}
