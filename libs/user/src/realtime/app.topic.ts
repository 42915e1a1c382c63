import { DiscoveryOf } from '@foundry/github-data/contracts';
import { ask, type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import { OrganizationsOf } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AccountOf, ApiTokensOf, PreferencesOf, TokenScope, UserOf } from '../contracts/index.js';

/** `app:<userId>`: what only this person sees. Theirs alone, with a session or a token that nothing limits. */
@Injectable()
@Topic('app')
export class AppTopic implements ShowsTopic {
  readonly idPattern = /^[1-9][0-9]{0,18}$/;

  constructor(private readonly queries: QueryBus) {}

  mayRead({ actor, scopes, organizationId }: Subscriber, id: string): Promise<boolean> {
    const unrestricted =
      organizationId === null && (scopes === 'all' || TokenScope.options.every((scope) => scopes.includes(scope)));
    return Promise.resolve(actor.userId === id && unrestricted);
  }

  async snapshot({ actor }: Subscriber, id: string): Promise<unknown> {
    const [me, account, organizations, preferences, discovery, apiTokens] = await Promise.all([
      ask(this.queries, new UserOf(id)),
      ask(this.queries, new AccountOf(id)),
      ask(this.queries, new OrganizationsOf(id)),
      ask(this.queries, new PreferencesOf(id)),
      ask(this.queries, new DiscoveryOf(id)),
      actor.via === 'session' ? ask(this.queries, new ApiTokensOf(id)) : [],
    ]);
    return { me, account, organizations, preferences, discovery, apiTokens };
  }

  /** A token never sees the tokens of its person. */
  view({ actor }: Subscriber, delta: Delta): Delta | null {
    return delta.type === 'apiTokens' && actor.via === 'api_token' ? null : delta;
  }

  /** A slow reader gets the newest state of each token and of each organization, its removal included. */
  entityOf({ type, data }: Delta): string | null {
    if (typeof data !== 'object' || data === null) return null;
    if ('tokenId' in data && typeof data.tokenId === 'string') return `token ${data.tokenId}`;
    if (type === 'user' || type === 'account' || type === 'preferences' || type === 'discovery') return type;
    const organization = type === 'organization' || type === 'organizationRemoved';
    return organization && 'id' in data && typeof data.id === 'string' ? `organization ${data.id}` : null;
  }
}
