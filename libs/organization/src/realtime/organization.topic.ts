import { ask, type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { MembershipOf } from '../contracts/index.js';
import { MembersQuery } from '../queries/members.query.js';
import { OrganizationQuery } from '../queries/organization.query.js';

/** Members in a snapshot; the rest is paged over REST. */
const SHOWN_MEMBERS = 200;

/** `organization:<id>` for its members. Nothing is created or changed by looking. */
@Injectable()
@Topic('organization')
export class OrganizationTopic implements ShowsTopic {
  readonly idPattern = /^[1-9][0-9]{0,18}$/;

  constructor(
    private readonly queries: QueryBus,
    private readonly organizations: OrganizationQuery,
    private readonly members: MembersQuery,
  ) {}

  async mayRead({ actor, scopes, organizationId }: Subscriber, id: string): Promise<boolean> {
    if (organizationId !== null && organizationId !== id) return false;
    if (scopes !== 'all' && !scopes.includes('organization:read')) return false;
    return (await ask(this.queries, new MembershipOf(actor.userId, id))) !== null;
  }

  async snapshot({ actor }: Subscriber, id: string): Promise<unknown> {
    const [membership, found, members] = await Promise.all([
      ask(this.queries, new MembershipOf(actor.userId, id)),
      this.organizations.find(id),
      this.members.page(id, {}, null, SHOWN_MEMBERS + 1),
    ]);
    return {
      organization: found?.organization ?? null,
      settings: found ? { organizationId: id, settings: found.settings, version: found.organization.version } : null,
      role: membership?.role ?? null,
      members: members.slice(0, SHOWN_MEMBERS),
      truncated: members.length > SHOWN_MEMBERS ? ['members'] : [],
    };
  }

  /** A slow reader gets the newest state of each member, of the profile and of the settings. */
  entityOf({ type, data }: Delta): string | null {
    if (type === 'organization' || type === 'settings') return type;
    if (typeof data !== 'object' || data === null || !('userId' in data)) return null;
    return typeof data.userId === 'string' ? `member ${data.userId}` : null;
  }
}
