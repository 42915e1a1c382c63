import type { Attempt } from '@foundry/messaging';

/** Keeps a page for the command that will apply it, while the lease is ours. */
export async function keepPage(
  attempt: Attempt,
  place: { runId: string; batch: string; part?: number },
  page: unknown,
): Promise<void> {
  const { runId, batch, part = 0 } = place;
  await attempt.guarded(
    (sql) => sql`
      insert into github_data.sync_pages (run_id, batch, part, page)
      values (${runId}, ${batch}, ${part}, ${JSON.stringify(page)}::jsonb)
      on conflict (run_id, batch, part) do update set page = excluded.page`,
  );
}
