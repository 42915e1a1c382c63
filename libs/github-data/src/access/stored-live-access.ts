import { Database, Outbox } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { type LiveAnswer, LiveAccess, Permission, type PersonOnRepository, RecordAccess } from '../contracts/index.js';
import { GithubRepository, permissionOf } from '../reading/repository.js';

const Known = z.array(
  z.object({ permission: Permission.nullable(), isReachable: z.boolean(), fullName: z.string().nullable() }),
);

/** Answers of GitHub that say no, whatever is tried: to this person the repository is not there, or is closed. */
const DENIALS = ['missing', 'forbidden', 'suspended'];

/** What GitHub says now; what it said within a minute counts as now, and is kept in the rows that all workers share. */
@Injectable()
export class StoredLiveAccess extends LiveAccess {
  constructor(
    private readonly github: Github,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async known(on: PersonOnRepository): Promise<Permission | null> {
    const { permission, isReachable } = await this.read(on);
    return isReachable ? permission : 'none';
  }

  async ask(on: PersonOnRepository, token: string, abort: AbortSignal): Promise<LiveAnswer> {
    const { fullName } = await this.read(on);
    if (fullName === null) return { permission: 'none' };
    const checkedAt = new Date().toISOString();
    const answer = await this.question(on, fullName, token, abort);
    if ('permission' in answer) await this.keep(on, answer.permission, checkedAt);
    return answer;
  }

  private async question(
    { userId, repositoryId }: PersonOnRepository,
    fullName: string,
    token: string,
    abort: AbortSignal,
  ): Promise<LiveAnswer> {
    const [owner = '', repo = ''] = fullName.split('/');
    try {
      const answer = await this.github.ask({
        authority: { as: 'user', userId, token },
        route: 'GET /repos/{owner}/{repo}',
        parameters: { owner, repo },
        answer: GithubRepository,
        urgency: 'person',
        tries: 2,
        abort,
      });
      // The name may be another repository's by now; ours is found by the next sync, under its new name.
      const isOurs = answer.changed && answer.data.id === repositoryId;
      return isOurs ? { permission: permissionOf(answer.data) } : { refused: 'repository.access_unknown' };
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      if (DENIALS.includes(error.kind)) return { permission: 'none' };
      return { refused: error.kind === 'unauthorized' ? 'unauthorized' : 'repository.access_unknown' };
    }
  }

  private async keep(
    { organizationId, userId, repositoryId }: PersonOnRepository,
    permission: Permission,
    checkedAt: string,
  ): Promise<void> {
    const access = [{ repositoryId, permission }];
    const command = new RecordAccess({ organizationId, userId, access, checkedAt, complete: false });
    const actor = { kind: 'system', module: 'github-data' } as const;
    await this.database.transaction((sql) => this.outbox.put(sql, [command], { actor }));
  }

  private async read({ organizationId, userId, repositoryId }: PersonOnRepository) {
    const rows = await this.database.sql`
      select r.full_name as "fullName", i.state is not null as "isReachable",
        case when not a.stale and a.checked_at > now() - interval '60 seconds' then a.permission end as permission
      from github_data.repositories r
      left join github_data.installations i on i.organization_id = r.organization_id and i.state = 'active'
      left join github_data.repository_access a on a.organization_id = r.organization_id
        and a.repository_id = r.repository_id and a.user_id = ${userId}
      where r.organization_id = ${organizationId} and r.repository_id = ${repositoryId} and r.state = 'available'`;
    return Known.parse(rows)[0] ?? { permission: null, isReachable: false, fullName: null };
  }
}
