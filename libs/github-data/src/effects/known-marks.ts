import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Fresh, Unchanged } from '../client/github.js';
import type { PageMark } from '../rows/pages.js';

const Known = z.object({
  etag: z.string(),
  tokenHash: z.string(),
  items: z.array(z.string()),
  nextPage: z.int().nullable(),
  total: z.int().nullable(),
});
export type Known = z.infer<typeof Known>;

/** How pages were read the last time. */
@Injectable()
export class KnownMarks {
  constructor(private readonly database: Database) {}

  async of(organizationId: string, requestKey: string): Promise<Known | undefined> {
    return (await this.ofAll(organizationId, [requestKey])).get(requestKey);
  }

  /** Those of these requests that were made before. */
  async ofAll(organizationId: string, requestKeys: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const rows = await this.database.sql`
      select request_key as "requestKey", etag, token_hash as "tokenHash", items, next_page as "nextPage", total
      from github_data.etags where organization_id = ${organizationId} and request_key = any(${requestKeys})`;
    const known = Known.extend({ requestKey: z.string() }).array().parse(rows);
    return new Map(known.map(({ requestKey, ...mark }) => [requestKey, mark]));
  }
}

/** How a page was read now. What is unchanged keeps its mark. */
export function markOf<T>(
  requestKey: string,
  known: Known | undefined,
  answer: Fresh<T> | Unchanged,
  items: readonly string[],
  total: number | null = null,
): PageMark {
  if (!answer.changed && known) return { requestKey, ...known };
  if (!answer.changed) throw new Error('GitHub says that nothing changed about what was not known.');
  const { tokenHash, etag, nextPage } = answer;
  return { requestKey, tokenHash, etag, items: [...items], nextPage, total };
}
