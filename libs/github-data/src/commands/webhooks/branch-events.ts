import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { BranchDeleted, BranchPushed } from '../../contracts/index.js';
import { type GithubRepository, repositoryFacts } from '../../reading/repository.js';
import { byOf } from '../../reading/values.js';
import { PushPayload, RefPayload } from '../../reading/webhook.js';
import { storeRepositories } from '../store-repositories.js';
import { takeVersions } from '../versions.js';
import { type Applies, ignored, PROCESSED, readPayload } from './delivered.js';

const HEADS = 'refs/heads/';

/** GitHub's time of a push; of what has none, when it came. */
const timeOf = (row: GithubRepository, at: Date): Date => (row.pushed_at ? new Date(row.pushed_at) : at);

async function isThere(tx: Tx, organizationId: string, row: GithubRepository, at: Date): Promise<boolean> {
  const source = { observedAt: at, by: 'event' } as const;
  return (await storeRepositories(tx, organizationId, [repositoryFacts(row)], source)).has(row.id);
}

/** Keeps the head of a branch unless something newer is known; true when it was kept. */
async function keepHead(tx: Tx, ids: [string, string, string], sha: string | null, seenAt: Date): Promise<boolean> {
  const [organizationId, repositoryId, name] = ids;
  const kept = await tx.sql`
    insert into github_data.branches as b (organization_id, repository_id, name, head_sha, seen_at)
    values (${organizationId}, ${repositoryId}, ${name}, ${sha}, ${seenAt})
    on conflict (organization_id, repository_id, name) do update set head_sha = excluded.head_sha, seen_at = excluded.seen_at
    where b.seen_at <= excluded.seen_at returning name`;
  return kept.length > 0;
}

/** Never creates a task, and asks GitHub nothing: what a push does to a pull request comes with an event of its own. */
export const push: Applies = async (tx, { organizationId, payload, at }) => {
  const { ref, after, deleted, forced, created: isNew, repository, sender } = readPayload(PushPayload, payload);
  if (!ref.startsWith(HEADS)) return ignored('not_a_branch');
  if (!(await isThere(tx, organizationId, repository, at))) return ignored('repository_removed');
  const branch = ref.slice(HEADS.length);
  const time = timeOf(repository, at);
  const gone = deleted === true;
  if (!(await keepHead(tx, [organizationId, repository.id, branch], gone ? null : after, time)))
    return ignored('older');
  const version = await takeVersions(tx, organizationId);
  const told = {
    organizationId,
    version,
    repositoryId: repository.id,
    branch,
    by: byOf(sender),
    at: time.toISOString(),
  };
  const pushed = { ...told, headSha: after, forced: forced === true, created: isNew === true };
  tx.emit(gone ? new BranchDeleted(told) : new BranchPushed(pushed));
  return PROCESSED;
};

export const created: Applies = async (tx, { organizationId, payload, at }) => {
  const { ref, ref_type: type, repository } = readPayload(RefPayload, payload);
  if (type !== 'branch') return ignored('not_a_branch');
  if (!(await isThere(tx, organizationId, repository, at))) return ignored('repository_removed');
  // The push that comes with it says which commit; here only the name is new.
  await tx.sql`
    insert into github_data.branches (organization_id, repository_id, name, head_sha, seen_at)
    values (${organizationId}, ${repository.id}, ${ref}, null, ${timeOf(repository, at)})
    on conflict (organization_id, repository_id, name) do nothing`;
  return PROCESSED;
};

const Head = z.array(z.object({ sha: z.string().nullable() }));

/** GitHub tells a deletion twice, here and as a push; the second finds it done. */
export const deleted: Applies = async (tx, { organizationId, payload, at }) => {
  const { ref, ref_type: type, repository, sender } = readPayload(RefPayload, payload);
  if (type !== 'branch') return ignored('not_a_branch');
  if (!(await isThere(tx, organizationId, repository, at))) return ignored('repository_removed');
  const [known] = Head.parse(
    await tx.sql`select head_sha as sha from github_data.branches where organization_id = ${organizationId}
      and repository_id = ${repository.id} and name = ${ref}`,
  );
  const time = timeOf(repository, at);
  if (known?.sha === null || !(await keepHead(tx, [organizationId, repository.id, ref], null, time))) return PROCESSED;
  const version = await takeVersions(tx, organizationId);
  const told = {
    organizationId,
    version,
    repositoryId: repository.id,
    branch: ref,
    by: byOf(sender),
    at: time.toISOString(),
  };
  tx.emit(new BranchDeleted(told));
  return PROCESSED;
};
