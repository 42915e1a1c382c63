import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { actorKey } from '../contracts/index.js';
import { Answer } from './answer.js';
import type { Asked } from './asked.js';
import { Refusal } from './refusal.js';

/** The query fields of every list; `pageQuery({ … })` adds the filters of one. */
export function pageQuery<F extends z.core.$ZodLooseShape>(
  filters: F,
  limits: { most: number; usual: number } = { most: 100, usual: 50 },
) {
  const { most, usual } = limits;
  return z.strictObject({
    ...filters,
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(most)
      .default(usual)
      .meta({
        description: `How many items at most: 1 to ${String(most)}, ${String(usual)} when absent.`,
        examples: [usual],
      }),
    cursor: z
      .string()
      .max(2000)
      .optional()
      .meta({
        description: 'The `nextCursor` of the page before, as it was given.',
        examples: ['eyJhZnRlciI6NDJ9.c2lnbmVk'],
      }),
  });
}

/** The view of a list: `{ items, nextCursor, topicVersion? }`. Name it: `.meta({ id: 'MemberPage', … })`. */
export const pageOf = <I extends z.ZodType>(item: I) =>
  z.strictObject({
    items: z.array(item).meta({ description: 'The items of this page.' }),
    nextCursor: z.string().nullable().meta({ description: 'Where the next page begins; null on the last.' }),
  });

/** The same for a list that feeds a realtime topic. */
export const topicPageOf = <I extends z.ZodType>(item: I) =>
  pageOf(item).extend({
    topicVersion: z
      .int()
      .min(0)
      .meta({ description: 'Version of the topic that this list feeds, read before the items.' }),
  });

/** Secret for cursors; the API hands it in. All instances need the same. */
export class CursorKey {
  constructor(readonly bytes: Buffer) {}
}

/** One page of a list that is being asked for. */
export interface Page<Position> {
  /** Rows to read: one more than are shown, which tells whether there is a next page. */
  readonly take: number;
  /** The position of the last item before this page; null on the first. */
  readonly after: Position | null;
  /** The answer, of at most `take` rows in the list's order. */
  of<Row>(rows: readonly Row[], positionOf: (row: Row) => Position, more?: { topicVersion: number }): Answer;
}

/** Lists by cursor. A cursor is signed and works for one route, its filters and one caller. */
@Injectable()
export class Pages {
  constructor(private readonly key: CursorKey) {}

  /**
   * Opens the page that `query` (of a `pageQuery`) asks for; `position` is the schema of what orders the list, plain JSON.
   * Throws `cursor.invalid` for a cursor that is not ours, or of another route, filter or caller.
   */
  open<P extends z.ZodType>(
    asked: Asked,
    query: { limit: number; cursor?: string | undefined },
    position: P,
  ): Page<z.output<P>> {
    const { limit, cursor, ...filters } = query;
    const bound = canonicalize([asked.template, asked.request.params, filters, actorKey(asked.caller.actor)]) ?? '';
    return {
      take: limit + 1,
      after: cursor === undefined ? null : this.read(cursor, bound, position),
      of: (rows, positionOf, more) => {
        const items = rows.slice(0, limit);
        const last = items.at(-1);
        const nextCursor = rows.length > limit && last !== undefined ? this.write(positionOf(last), bound) : null;
        const link: Record<string, string> =
          nextCursor === null ? {} : { Link: `<${nextAddress(asked, nextCursor)}>; rel="next"` };
        return new Answer(200, { items, nextCursor, ...more }, link);
      },
    };
  }

  private sign(content: string, bound: string): Buffer {
    return createHmac('sha256', this.key.bytes).update(`${content}\n${bound}`).digest().subarray(0, 18);
  }

  private write(position: unknown, bound: string): string {
    const content = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${content}.${this.sign(content, bound).toString('base64url')}`;
  }

  private read<P extends z.ZodType>(cursor: string, bound: string, position: P): z.output<P> {
    const [content = '', signature = ''] = cursor.split('.');
    const given = Buffer.from(signature, 'base64url');
    const ours = this.sign(content, bound);
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) throw foreign();
    return position.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
  }
}

const foreign = () =>
  new Refusal('cursor.invalid', 'This cursor belongs to another list, filter or caller; start again without it.', {
    errors: [{ pointer: 'query:cursor', code: 'cursor_invalid', detail: 'is not a cursor of this list' }],
  });

/** The same address with the next cursor, without the origin, which a proxy may change. */
function nextAddress(asked: Asked, cursor: string): string {
  const address = new URL(asked.request.originalUrl, 'http://origin.invalid');
  address.searchParams.set('cursor', cursor);
  return `${address.pathname}${address.search}`;
}
