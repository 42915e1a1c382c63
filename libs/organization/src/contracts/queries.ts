import { type Id64, QueryMessage } from '@foundry/messaging/contracts';
import type { SandboxProvider } from './settings.js';
import type { Membership, OrganizationEntry } from './views.js';

/** The role of a person in an organization now, or null for everybody who is not an active member. Never cached. */
export class MembershipOf extends QueryMessage<Membership | null> {
  constructor(
    readonly userId: Id64,
    readonly organizationId: Id64,
  ) {
    super();
  }
}

/** Every organization of which the person is an active member, by login. */
export class OrganizationsOf extends QueryMessage<OrganizationEntry[]> {
  constructor(readonly userId: Id64) {
    super();
  }
}

/** What this instance can run machines on, whatever an organization switched on. */
export class OfferedProviders extends QueryMessage<readonly SandboxProvider[]> {}
