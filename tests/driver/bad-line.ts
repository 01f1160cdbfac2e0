import { connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to a connection once it has carried some bytes. */
export const LINE_FATES = ['whole', 'dropped', 'cut in the body', 'half open', 'answer lost', 'answer late', 'slow drip'] as const;
export type LineFate = (typeof LINE_FATES)[number];

export type BadLineOptions = {
  readonly to: number;
  /** In [0, 1); each connection draws its fate and where it befalls it. */
  readonly random: () => number;
  /** Each way, ms. */
  readonly latency: number;
  /** Share of connections that nothing happens to. */
  readonly wholeShare: number;
  /** Silence of a half-open connection before it is dropped at last, and the delay of a late answer, ms. */
  readonly silence: number;
};

/** Bytes a connection carries to the server before its fate at most. */
const LONGEST = 3_000;
const DRIP_MS = 120;
const DRIP_BYTES = 64;

/** A line to a server on this machine that loses, cuts, delays and drips, each connection in its own way. */
export class BadLine {
  readonly #options: BadLineOptions;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #isWhole = false;
  /** How often each fate came. */
  readonly fates = new Map<LineFate, number>();
  port = 0;

  private constructor(options: BadLineOptions) {
    this.#options = options;
    this.#server = createServer((near) => this.#join(near));
  }

  static async open(options: BadLineOptions): Promise<BadLine> {
    const line = new BadLine(options);
    await new Promise<void>((done) => void line.#server.listen(0, '127.0.0.1', done));
    const address = line.#server.address();
    if (typeof address === 'object' && address !== null) line.port = address.port;
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** From now on nothing happens any more. */
  mend(): void {
    this.#isWhole = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.mend();
    await new Promise<void>((done) => void this.#server.close(() => done()));
  }

  #join(near: Socket): void {
    const far = connect(this.#options.to, '127.0.0.1');
    for (const socket of [near, far]) this.#hold(socket);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    const fate = this.#drawFate();
    this.fates.set(fate, (this.fates.get(fate) ?? 0) + 1);
    this.#carry(near, far, fate, Math.floor(this.#options.random() * LONGEST));
  }

  #drawFate(): LineFate {
    if (this.#isWhole || this.#options.random() < this.#options.wholeShare) return 'whole';
    return LINE_FATES[1 + Math.floor(this.#options.random() * (LINE_FATES.length - 1))] ?? 'whole';
  }

  #carry(near: Socket, far: Socket, fate: LineFate, after: number): void {
    const { latency, silence } = this.#options;
    const isOver = (bytes: number): boolean => fate !== 'whole' && bytes >= after;
    let sent = 0;
    near.on('data', (piece: Buffer) => {
      const before = sent;
      sent += piece.length;
      if (fate === 'dropped' && isOver(sent)) return void near.destroy();
      if (fate === 'half open' && isOver(sent)) return void setTimeout(() => near.destroy(), silence).unref();
      const carried = fate === 'cut in the body' && isOver(sent) ? piece.subarray(0, Math.max(1, after - before)) : piece;
      return void setTimeout(() => {
        if (!far.destroyed) far.write(carried);
        if (carried.length < piece.length) near.destroy();
      }, latency);
    });
    far.on('data', (piece: Buffer) => {
      if (fate === 'answer lost' && isOver(sent)) return void near.destroy();
      if (fate === 'slow drip' && isOver(sent)) return void drip(near, piece).then(() => near.destroy());
      // A connection that is kept alive would have one fate for ever.
      if (sent > 2 * LONGEST) return void near.end(piece);
      return void setTimeout(() => near.destroyed || near.write(piece), fate === 'answer late' && isOver(sent) ? silence : latency);
    });
  }

  #hold(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
  }
}

async function drip(to: Socket, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length && !to.destroyed; from += DRIP_BYTES) {
    to.write(bytes.subarray(from, from + DRIP_BYTES));
    await new Promise((done) => setTimeout(done, DRIP_MS));
  }
}
