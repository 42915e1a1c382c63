import { Duplex } from 'node:stream';

/**
 * Lets what is written in one turn of the event loop leave in one system call. The drivers of Postgres and RabbitMQ
 * write each statement and each frame on its own; for a batch of commands those calls cost more than the work itself.
 */
export function coalesceWrites<S extends Duplex>(stream: S): S {
  // Corks are counted: a driver's own cork and uncork around a statement does not end this one.
  let corked = false;
  const cork = (): void => {
    if (corked) return;
    corked = true;
    stream.cork();
    setImmediate(() => {
      corked = false;
      stream.uncork();
    });
  };
  const write = stream.write.bind(stream);
  stream.write = (chunk: unknown, encoding?: BufferEncoding | Done, done?: Done) => {
    cork();
    return typeof encoding === 'string' ? write(chunk, encoding, done) : write(chunk, encoding ?? done);
  };
  return stream;
}

type Done = (error: Error | null | undefined) => void;

/** The same for a library that keeps its socket to itself; without one, writes stay as they are. */
export function coalesceWritesOf(owner: object): void {
  if ('stream' in owner && owner.stream instanceof Duplex) coalesceWrites(owner.stream);
}
