import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

interface Pair {
  near: Socket;
  far: Socket;
}

/**
 * A cable between one process and a broker or database, which a test can cut, stretch or hold:
 * `const wire = await Wire.to(amqpUrl)`, and the process gets `wire.url`.
 */
export class Wire {
  private readonly pairs = new Set<Pair>();
  private severed = false;
  private deaf = false;
  private delayMs = 0;
  /** Bytes that were taken from the process and never passed on. */
  swallowed = 0;
  /** Bytes that the process sent. */
  carried = 0;
  private cutAt = Infinity;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    readonly url: string,
  ) {}

  static async to(address: string): Promise<Wire> {
    const target = new URL(address);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = server.address();
    if (typeof at !== 'object' || at === null) throw new Error('A server that listens has an address.');
    const near = new URL(address);
    near.hostname = '127.0.0.1';
    near.port = String(at.port);
    const wire = new Wire(server, target, near.href);
    server.on('connection', (socket) => {
      wire.join(socket);
    });
    return wire;
  }

  /** Ends every connection, and refuses new ones until `mend`. */
  cut(): void {
    this.severed = true;
    for (const pair of this.pairs) drop(pair);
  }

  /** Cuts once the process sent this many bytes: the same place in each run, whatever the machine's speed. */
  cutAfter(bytes: number): void {
    this.cutAt = bytes;
  }

  /** What the process sends is taken and never arrives; nothing comes back. Neither side is told: a half-open link. */
  deafen(): void {
    this.deaf = true;
  }

  /** Everything takes this much longer, both ways. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  /** As good as new. Connections that were deaf are ended: bytes are missing in them. */
  mend(): void {
    if (this.deaf) for (const pair of this.pairs) drop(pair);
    this.severed = false;
    this.deaf = false;
    this.delayMs = 0;
    this.cutAt = Infinity;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    if (this.severed) {
      near.destroy();
      return;
    }
    const port = Number(this.target.port || (this.target.protocol.startsWith('amqp') ? 5672 : 5432));
    const pair = { near, far: connect(port, this.target.hostname) };
    this.pairs.add(pair);
    this.pass(near, pair.far, pair);
    this.pass(pair.far, near, pair);
  }

  private pass(from: Socket, to: Socket, pair: Pair): void {
    const end = () => {
      this.pairs.delete(pair);
      drop(pair);
    };
    from.setNoDelay(true);
    from.on('error', end);
    from.on('close', end);
    from.on('data', (bytes: Buffer) => {
      if (from === pair.near) this.carried += bytes.length;
      if (this.carried > this.cutAt) this.cut();
      else if (this.deaf) this.swallowed += from === pair.near ? bytes.length : 0;
      else if (this.delayMs === 0) to.write(bytes);
      else void wait(this.delayMs).then(() => to.write(bytes));
    });
  }
}

function drop({ near, far }: Pair): void {
  near.destroy();
  far.destroy();
}
