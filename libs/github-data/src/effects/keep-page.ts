import type { Attempt } from '@foundry/messaging';

/** About so much is sent to the database in one statement; one page may be larger. */
const STATEMENT_BYTES = 4 * 1024 * 1024;

interface Part {
  part: number;
  text: string;
}

/** Keeps pages for the command that will apply them, in their order, while the lease is ours. */
export async function keepPages(
  attempt: Attempt,
  { runId, batch }: { runId: string; batch: string },
  pages: readonly object[],
): Promise<void> {
  const parts = pages.map((page, part) => ({ part, text: JSON.stringify(page) }));
  for (const group of grouped(parts)) {
    await attempt.guarded(
      (sql) => sql`
        insert into github_data.sync_pages (run_id, batch, part, page)
        select ${runId}::uuid, ${batch}, kept.part, kept.text::jsonb
        from unnest(${group.map(({ part }) => part)}::int[], ${group.map(({ text }) => text)}::text[]) as kept(part, text)
        on conflict (run_id, batch, part) do update set page = excluded.page`,
    );
  }
}

function grouped(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  let room = 0;
  for (const part of parts) {
    const group = groups.at(-1);
    if (group && part.text.length <= room) {
      group.push(part);
      room -= part.text.length;
    } else {
      groups.push([part]);
      room = STATEMENT_BYTES - part.text.length;
    }
  }
  return groups;
}
