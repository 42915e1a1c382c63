import type { ToolDoor } from '@foundry/messaging';
import { z } from 'zod';
import type { Browser } from './browser.js';

const Page = z.looseObject({ items: z.array(z.looseObject({ seq: z.int() })), headSeq: z.int() });
const PAGE = 100;

/** Lets a session that is idle have so many entries. */
export async function lengthen({ database: { sql } }: ToolDoor, sessionId: string, total: number): Promise<void> {
  await sql`insert into task.items (session_id, seq, rev, kind, text, data, open, bytes, created_at, updated_at)
    select ${sessionId}, n, 1, 'assistant_text', 'What was said in entry ' || n || repeat(' and so on', 20), '{}', false,
      250, now(), now()
    from task.sessions s, generate_series(s.head_seq + 1, ${total}) n where s.session_id = ${sessionId}`;
  await sql`update task.sessions set head_seq = ${total} where session_id = ${sessionId}`;
  await sql`analyze task.items`;
}

/** How long each of `times` newest pages took, and each page back from anywhere, in ms. */
export async function pages(
  browser: Browser,
  sessionId: string,
  total: number,
  times: number,
): Promise<{ tail: number[]; back: number[] }> {
  const path = `/v1/sessions/${sessionId}/transcript?limit=${String(PAGE)}`;
  const read = async (query: string, last: number): Promise<number> => {
    const { body, ms } = await browser.read(path + query);
    const { items } = Page.parse(body);
    if (items.length !== PAGE || items.at(-1)?.seq !== last)
      throw new Error(`Not the page before ${String(last + 1)}.`);
    return ms;
  };
  const [tail, back]: [number[], number[]] = [[], []];
  for (let index = 0; index < times; index += 1) {
    tail.push(await read('', total));
    const before = total - Math.floor(((total - PAGE) / times) * index);
    back.push(await read(`&before=${String(before)}`, before - 1));
  }
  return { tail, back };
}
