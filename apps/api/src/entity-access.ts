import { ask, EntityAccess, type EntityRights, type KnownEntity, type Subscriber } from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { MembershipOf, OrganizationsOf } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

const ADMINS: readonly string[] = ['admin', 'owner'];

/** What a token needs to read the history of a module's entities; what is not listed needs `organization:read`. */
const SCOPE_OF_MODULE = new Map([
  ['task', 'tasks:read'],
  ['sandbox', 'tasks:read'],
  ['audit-log', 'audit:read'],
]);

/** Modules whose entities are organizations, also where nothing happened to one yet; a person's account is one too. */
const KEYED_BY_ORGANIZATION = new Set(['organization', 'github-data', 'audit-log']);

/** Members of an organization read its entities, and its admins act on them; what a person keeps is theirs alone. */
@Injectable()
export class MemberEntityAccess extends EntityAccess {
  constructor(private readonly queries: QueryBus) {
    super();
  }

  override async rightsOf(person: Subscriber, entity: KnownEntity): Promise<EntityRights> {
    const { actor, scopes, organizationId: reach } = person;
    const { module, entityId } = entity;
    if (module === 'user') return scopes === 'all' && entityId === actor.userId ? 'read' : 'none';
    if (scopes !== 'all' && !scopes.includes(SCOPE_OF_MODULE.get(module) ?? 'organization:read')) return 'none';
    const organizationId = entity.organizationId ?? (KEYED_BY_ORGANIZATION.has(module) ? entityId : null);
    if (organizationId === null || !Id64.safeParse(organizationId).success) return 'none';
    if (reach !== null && reach !== organizationId) return 'none';
    const membership = await ask(this.queries, new MembershipOf(actor.userId, organizationId));
    if (!membership) return 'none';
    return ADMINS.includes(membership.role) ? 'administer' : 'read';
  }

  override async administeredBy({ actor, organizationId: reach }: Subscriber): Promise<readonly string[]> {
    const entries = await ask(this.queries, new OrganizationsOf(actor.userId));
    return entries
      .filter(({ id, role }) => ADMINS.includes(role) && (reach === null || reach === id))
      .map(({ id }) => id);
  }
}
