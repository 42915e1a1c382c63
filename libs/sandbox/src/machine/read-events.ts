import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { chunksOf } from './chunks.js';

export interface ServerEvent {
  id: string | null;
  data: unknown;
}

/** Server-sent events as they come, their data parsed as JSON; comments and what is no JSON are left out. */
export async function* readEvents(source: IncomingMessage): AsyncGenerator<ServerEvent> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const part of chunksOf(source)) {
    rest += decoder.write(part);
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseBlock(block);
      if (event) yield event;
    }
  }
}

function parseBlock(block: string): ServerEvent | null {
  const lines = block.split(/\r?\n/);
  const field = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  const data = field('data').join('\n');
  if (data === '') return null;
  try {
    return { id: field('id').at(-1) ?? null, data: JSON.parse(data) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
