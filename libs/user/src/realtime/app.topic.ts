import { DiscoveryOf } from '@foundry/github-data/contracts';
import { ask, type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AccountOf, ApiTokensOf, PreferencesOf, TokenScope, UserOf } from '../contracts/index.js';
import { AppOrganizations } from '../queries/app-organizations.js';
import { PersonalSnapshots } from '../queries/personal-snapshot.js';

/** `app:<userId>`: what only this person sees. Theirs alone, with a session or a token that nothing limits. */
@Injectable()
@Topic('app')
export class AppTopic implements ShowsTopic {
  readonly idPattern = /^[1-9][0-9]{0,18}$/;

  constructor(
    private readonly queries: QueryBus,
    private readonly appOrganizations: AppOrganizations,
    private readonly personal: PersonalSnapshots,
  ) {}

  mayRead({ actor, scopes, organizationId }: Subscriber, id: string): Promise<boolean> {
    const unrestricted =
      organizationId === null && (scopes === 'all' || TokenScope.options.every((scope) => scopes.includes(scope)));
    return Promise.resolve(actor.userId === id && unrestricted);
  }

  async snapshot({ actor }: Subscriber, id: string): Promise<unknown> {
    const organizations = await this.appOrganizations.of(id);
    const organizationIds = organizations.map((organization) => organization.id);
    const [me, account, personal, preferences, discovery, apiTokens] = await Promise.all([
      ask(this.queries, new UserOf(id)),
      ask(this.queries, new AccountOf(id)),
      this.personal.of(id, organizationIds),
      ask(this.queries, new PreferencesOf(id)),
      ask(this.queries, new DiscoveryOf(id)),
      actor.via === 'session' ? ask(this.queries, new ApiTokensOf(id)) : [],
    ]);
    return { me, account, organizations, preferences, discovery, apiTokens, ...personal };
  }

  /** A token never sees the tokens of its person. */
  view({ actor }: Subscriber, delta: Delta): Delta | null {
    return delta.type === 'apiTokens' && actor.via === 'api_token' ? null : delta;
  }

  /**
   * A slow reader gets the newest state of each token, task, draft and organization, its removal included. What is about
   * several things at once is never left out.
   */
  entityOf({ type, data }: Delta): string | null {
    if (typeof data !== 'object' || data === null) return null;
    if (type === 'taskState' && 'taskId' in data && typeof data.taskId === 'string') return `task ${data.taskId}`;
    if (type === 'draft' && 'scope' in data && typeof data.scope === 'string') return `draft ${data.scope}`;
    if ('tokenId' in data && typeof data.tokenId === 'string') return `token ${data.tokenId}`;
    if (type === 'user' || type === 'account' || type === 'preferences' || type === 'discovery') return type;
    const organization = type === 'organization' || type === 'organizationRemoved';
    return organization && 'id' in data && typeof data.id === 'string' ? `organization ${data.id}` : null;
  }
}
