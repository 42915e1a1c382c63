import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server on which nothing comes through any more when it is told so; what is sent there still does. */
export class SlowWay {
  private readonly back = new Set<Socket>();

  private constructor(
    private readonly door: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<SlowWay> {
    const { hostname, port } = new URL(url);
    const door = createServer();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const address = door.address();
    if (address === null || typeof address === 'string') throw new Error('The way has no port.');
    const way = new SlowWay(door, `http://127.0.0.1:${String(address.port)}`);
    door.on('connection', (near) => {
      way.join(near, connect(Number(port), hostname));
    });
    return way;
  }

  /** Connections that are there stop reading what the server says; those that come later are as usual. */
  hold(): void {
    for (const far of this.back) far.pause();
  }

  release(): void {
    for (const far of this.back) far.resume();
  }

  async stop(): Promise<void> {
    for (const far of this.back) far.destroy();
    await new Promise((resolve) => this.door.close(resolve));
  }

  private join(near: Socket, far: Socket): void {
    this.back.add(far);
    near.pipe(far);
    far.on('data', (part) => near.write(part));
    far.on('end', () => near.end());
    far.on('close', () => {
      this.back.delete(far);
      near.destroy();
    });
    near.on('close', () => far.destroy());
    // A connection that breaks is closed, which is told above.
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  }
}
