import { AccessOf } from '@foundry/github-data/contracts';
import { ask, type Caller, Refusal } from '@foundry/messaging';
import { MembershipOf } from '@foundry/organization/contracts';
import { IdentityOf } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { TaskPerson, TaskSeed } from '../contracts/index.js';

/** Below these nobody pushes. */
const TOO_LOW: readonly string[] = ['none', 'read', 'triage'];

const refused = (code: string, detail: string) => new Refusal(code, detail, {}, {}, 409);

/** Who may be made the owner of a task by hand. */
@Injectable()
export class NextOwners {
  constructor(private readonly queries: QueryBus) {}

  /**
   * The person as the task shows them. Throws `owner.not_member`, `owner.no_access`, `owner.not_linked`, and
   * `token.scope_missing` for a token that chooses somebody else than its person.
   */
  async choose(caller: Caller, { organizationId, repositoryId }: TaskSeed, userId: string): Promise<TaskPerson> {
    if (caller.scopes !== 'all' && userId !== caller.actor.userId) {
      throw new Refusal('token.scope_missing', 'With an API token you can only make yourself the owner.');
    }
    const [membership, access, identity] = await Promise.all([
      ask(this.queries, new MembershipOf(userId, organizationId)),
      ask(this.queries, new AccessOf(organizationId, userId, [repositoryId])),
      ask(this.queries, new IdentityOf(userId)),
    ]);
    if (!membership || membership.role === 'viewer')
      throw refused('owner.not_member', 'Only a member of the organization who may act can own a task.');
    if (access.some(({ permission }) => TOO_LOW.includes(permission)))
      throw refused('owner.no_access', 'GitHub does not let this person write to the repository.');
    if (!identity)
      throw refused('owner.not_linked', 'This person never signed in here, so nothing can be done for them.');
    const { login, avatarUrl } = identity;
    return { userId, login, avatarUrl };
  }
}
