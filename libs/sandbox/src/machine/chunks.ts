/** What a stream of bytes says, part by part. */
export async function* chunksOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const part of stream) if (Buffer.isBuffer(part)) yield part;
}

/** Everything that it says. */
export async function wholeOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of chunksOf(stream)) parts.push(part);
  return Buffer.concat(parts);
}
