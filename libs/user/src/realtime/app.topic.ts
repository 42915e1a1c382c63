import { DiscoveryOf } from '@foundry/github-data/contracts';
import { ask, type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { AccountOf, ApiTokensOf, PreferencesOf, TokenScope, UserOf } from '../contracts/index.js';
import { AppOrganizations } from '../queries/app-organizations.js';
import { HiddenItems } from '../queries/hidden-items.js';
import { PersonalSnapshots } from '../queries/personal-snapshot.js';

const InboxFrame = z.looseObject({ items: z.array(z.looseObject({ taskId: z.string() })) });

/** `app:<userId>`: what only this person sees. Theirs alone, with a session or a token that nothing limits. */
@Injectable()
@Topic('app')
export class AppTopic implements ShowsTopic {
  readonly idPattern = /^[1-9][0-9]{0,18}$/;

  /** Tasks in the inbox that each socket may not see, as it was when its right to read was last checked. */
  private readonly hiddenTasks = new WeakMap<Subscriber, ReadonlySet<string>>();

  constructor(
    private readonly queries: QueryBus,
    private readonly appOrganizations: AppOrganizations,
    private readonly personal: PersonalSnapshots,
    private readonly hiddenItems: HiddenItems,
  ) {}

  async mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    const { actor, scopes, organizationId } = subscriber;
    const unrestricted =
      organizationId === null && (scopes === 'all' || TokenScope.options.every((scope) => scopes.includes(scope)));
    if (actor.userId !== id || !unrestricted) return false;
    this.hiddenTasks.set(subscriber, new Set(await this.hiddenItems.of(id)));
    return true;
  }

  /** Whoever may see a task no more, or again, starts again with what is in the inbox then. */
  sightOf(subscriber: Subscriber): string {
    return [...(this.hiddenTasks.get(subscriber) ?? [])].sort().join();
  }

  async snapshot({ actor }: Subscriber, id: string): Promise<unknown> {
    const organizations = await this.appOrganizations.of(id);
    const organizationIds = organizations.map((organization) => organization.id);
    const [me, account, personal, preferences, discovery, apiTokens] = await Promise.all([
      ask(this.queries, new UserOf(id)),
      ask(this.queries, new AccountOf(id)),
      this.hiddenItems.of(id).then((hiddenTasks) => this.personal.of(id, organizationIds, hiddenTasks)),
      ask(this.queries, new PreferencesOf(id)),
      ask(this.queries, new DiscoveryOf(id)),
      actor.via === 'session' ? ask(this.queries, new ApiTokensOf(id)) : [],
    ]);
    return { me, account, organizations, preferences, discovery, apiTokens, ...personal };
  }

  /** A token never sees the tokens of its person, and an inbox nothing about tasks that its person may not see. */
  view(subscriber: Subscriber, delta: Delta): Delta | null {
    if (delta.type === 'apiTokens') return subscriber.actor.via === 'api_token' ? null : delta;
    const hidden = this.hiddenTasks.get(subscriber);
    if (delta.type !== 'inbox' || !hidden || hidden.size === 0) return delta;
    const { items, ...rest } = InboxFrame.parse(delta.data);
    const seen = items.filter(({ taskId }) => !hidden.has(taskId));
    return seen.length === items.length ? delta : { ...delta, data: { items: seen, ...rest } };
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
