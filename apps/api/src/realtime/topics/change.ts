import type { Delta } from '@foundry/messaging/contracts';

/** One change of a topic on its way to sockets. It is written as JSON once, however many sockets get it. */
export class Change {
  #json: string | undefined;
  #frame: Buffer | undefined;
  #hidden: Change | undefined;

  constructor(
    readonly delta: Delta,
    /** When it was committed, in milliseconds; null when the wire does not say. */
    readonly committedAt: number | null = null,
  ) {}

  get version(): number {
    return this.delta.version;
  }

  /** `{version, type, data}`, as `resumed` carries it. */
  get json(): string {
    const { version, type, data } = this.delta;
    return (this.#json ??= JSON.stringify({ version, type, data: data ?? null }));
  }

  /** The `delta` frame, the same bytes for every socket. */
  get frame(): Buffer {
    return (this.#frame ??= Buffer.from(
      `{"op":"delta","topic":${JSON.stringify(this.delta.topic)},${this.json.slice(1)}`,
    ));
  }

  /** What a viewer gets who may not see it: only the version counts. */
  get hidden(): Change {
    const { topic, version } = this.delta;
    return (this.#hidden ??= new Change({ topic, version, type: 'hidden', data: {} }, this.committedAt));
  }
}
