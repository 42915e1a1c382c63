import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import type { PageMark } from '../../rows/pages.js';

/** Reads what an effect kept for this batch, in order, and drops it. */
export async function takePages<T>(tx: Tx, runId: string, batch: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows = z
    .array(z.object({ page: schema, part: z.int() }))
    .parse(
      await tx.sql`delete from github_data.sync_pages where run_id = ${runId} and batch = ${batch} returning page, part`,
    );
  return rows.sort((a, b) => a.part - b.part).map(({ page }) => page);
}

/** How these pages were read, so that the next sync can ask whether they changed; only once they are applied. */
export async function keepMarks(tx: Tx, organizationId: string, marks: readonly PageMark[]): Promise<void> {
  const kept = marks.filter(({ etag }) => etag !== null);
  if (kept.length === 0) return;
  await tx.sql`
    insert into github_data.etags (organization_id, request_key, token_hash, etag, items, next_page, total, checked_at)
    select ${organizationId}::bigint, "requestKey", "tokenHash", etag,
      array(select jsonb_array_elements_text(items)::bigint), "nextPage", total, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as x("requestKey" text, "tokenHash" text, etag text,
      items jsonb, "nextPage" integer, total integer)
    on conflict (organization_id, request_key) do update set token_hash = excluded.token_hash, etag = excluded.etag,
      items = excluded.items, next_page = excluded.next_page, total = excluded.total, checked_at = excluded.checked_at`;
}
