import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type DeliveryState, GithubMemberView, type PullRequestState } from '../contracts/index.js';
import { DeliveryRow } from '../rows/delivery-rows.js';
import { PullRequestRow } from '../rows/pull-request-rows.js';
import { RepositoryRow } from '../rows/repository-rows.js';
import { RunViewRow } from '../rows/status-rows.js';

/** Where a page ends: a time or text that orders the list, and an id for what has the same. */
export const Position = z.tuple([z.string(), z.string()]);
export type Position = z.infer<typeof Position>;

const LAST = '9999-12-31T00:00:00Z';
const Branch = z.array(z.object({ name: z.string() }));
const RunError = z.array(z.object({ repositoryId: z.string(), fullName: z.string(), error: z.string() }));

/** Of which repositories anything is shown; `all` with no ids, or these alone. */
export interface Shown {
  all: boolean;
  ids: readonly string[];
}

/** Lists of what is known of GitHub, each of one organization. */
@Injectable()
export class GithubLists {
  constructor(private readonly database: Database) {}

  /** By name, then id. */
  async repositories(
    organizationId: string,
    shown: Shown,
    { q, state }: { q?: string | undefined; state: 'available' | 'removed' | 'all' },
    after: Position | null,
    take: number,
  ) {
    const [name, id] = after ?? ['', '0'];
    const rows = await this.database.sql`
      select organization_id as "organizationId", repository_id as "repositoryId", full_name as "fullName", private,
        archived, fork, default_branch as "defaultBranch", pushed_at as "pushedAt", state, removed_at as "removedAt",
        pulls_synced_at as "pullsSyncedAt", sync_error as "syncError", version
      from github_data.repositories where organization_id = ${organizationId}
        and (${shown.all}::boolean or repository_id = any(${shown.ids}::bigint[]))
        and (${state} = 'all' or state = ${state})
        and (${q ?? null}::text is null or position(lower(${q ?? ''}) in lower(full_name)) > 0)
        and (lower(full_name) collate "C", repository_id) > (${name} collate "C", ${id}::bigint)
      order by lower(full_name) collate "C", repository_id limit ${take}`;
    return RepositoryRow.array().parse(rows);
  }

  /** The last changed first; at the same time by repository and number, which the id joins. */
  async pullRequests(
    organizationId: string,
    shown: Shown,
    filter: { state?: PullRequestState | undefined; repositoryId?: string | undefined; author?: string | undefined },
    after: Position | null,
    take: number,
  ) {
    const [at, id] = after ?? [LAST, '~'];
    const rows = await this.database.sql`
      select organization_id as "organizationId", repository_id as "repositoryId", number, title, state, draft, url,
        head_branch as "headBranch", head_sha as "headSha", head_repository_id as "headRepositoryId",
        base_branch as "baseBranch", author_id as "authorId", author_login as "authorLogin",
        author_avatar_url as "authorAvatarUrl", labels, review, checks, created_at as "createdAt",
        github_updated_at as "githubUpdatedAt", closed_at as "closedAt", closed_by as "closedBy",
        merged_at as "mergedAt", version
      from github_data.pull_requests where organization_id = ${organizationId}
        and (${shown.all}::boolean or repository_id = any(${shown.ids}::bigint[]))
        and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
        and (${filter.repositoryId ?? null}::bigint is null or repository_id = ${filter.repositoryId ?? null}::bigint)
        and (${filter.author ?? null}::text is null or lower(author_login) = lower(${filter.author ?? ''}))
        and (github_updated_at, (repository_id || '#' || number) collate "C") < (${at}::timestamptz, ${id} collate "C")
      order by github_updated_at desc, (repository_id || '#' || number) collate "C" desc limit ${take}`;
    return PullRequestRow.array().parse(rows);
  }

  /** By login, then id. */
  async members(organizationId: string, q: string | undefined, after: Position | null, take: number) {
    const [login, id] = after ?? ['', '0'];
    const rows = await this.database.sql`
      select user_id as "userId", login, name, avatar_url as "avatarUrl", role from github_data.members
      where organization_id = ${organizationId}
        and (${q ?? null}::text is null or position(lower(${q ?? ''}) in lower(login || ' ' || coalesce(name, ''))) > 0)
        and (lower(login) collate "C", user_id) > (${login} collate "C", ${id}::bigint)
      order by lower(login) collate "C", user_id limit ${take}`;
    return GithubMemberView.array().parse(rows);
  }

  /** The newest first, after that run; when it was pruned by now, so was every older one. */
  async runs(organizationId: string, afterRunId: string | null, take: number) {
    const rows = await this.database.sql`
      select run_id as "runId", trigger, scope, state, phase, done, total, failed, requests,
        not_before as "waitingUntil", waiting_reason as "waitingReason", started_at as "startedAt",
        finished_at as "finishedAt", error_code as "errorCode", error_text as "errorText"
      from github_data.sync_runs where organization_id = ${organizationId}
        and (${afterRunId}::uuid is null or (requested_at, run_id) < (select requested_at, run_id
          from github_data.sync_runs where organization_id = ${organizationId} and run_id = ${afterRunId}::uuid))
      order by requested_at desc, run_id desc limit ${take}`;
    return RunViewRow.array().parse(rows);
  }

  /** Repositories that this run could not read. */
  async runErrors(organizationId: string, shown: Shown, runId: string) {
    const rows = await this.database.sql`
      select f.repository_id as "repositoryId", r.full_name as "fullName", f.error
      from github_data.sync_run_repositories f join github_data.repositories r
        on r.organization_id = ${organizationId} and r.repository_id = f.repository_id
      where f.run_id = ${runId} and f.state = 'failed'
        and (${shown.all}::boolean or f.repository_id = any(${shown.ids}::bigint[])) order by r.full_name limit 500`;
    return RunError.parse(rows);
  }

  /** The newest first. */
  async deliveries(organizationId: string, state: DeliveryState | undefined, after: Position | null, take: number) {
    const [at, id] = after ?? [LAST, '~'];
    const rows = await this.database.sql`
      select delivery_id as "deliveryId", event, action, repository_id as "repositoryId", received_at as "receivedAt",
        size, state, reason, attempts, processed_at as "processedAt"
      from github_data.webhook_deliveries where organization_id = ${organizationId}
        and (${state ?? null}::text is null or state = ${state ?? null})
        and (date_trunc('milliseconds', received_at), delivery_id collate "C") < (${at}::timestamptz, ${id} collate "C")
      order by date_trunc('milliseconds', received_at) desc, delivery_id collate "C" desc limit ${take}`;
    return DeliveryRow.array().parse(rows);
  }

  /** Names that were seen, the newest first, at most 50. */
  async branches(organizationId: string, repositoryId: string, q: string | undefined): Promise<string[]> {
    const rows = await this.database.sql`
      select name from github_data.branches where organization_id = ${organizationId}
        and repository_id = ${repositoryId} and head_sha is not null
        and (${q ?? null}::text is null or position(lower(${q ?? ''}) in lower(name)) > 0)
      order by seen_at desc, name limit 50`;
    return Branch.parse(rows).map(({ name }) => name);
  }
}
