import { ask, type Role } from '@foundry/messaging';
import { MembershipOf } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Memberships } from './memberships.js';

/** Roles, as the organization module keeps them; read on every request. */
@Injectable()
export class StoredMemberships extends Memberships {
  constructor(private readonly queries: QueryBus) {
    super();
  }

  async roleOf(userId: string, organizationId: string): Promise<Role | null> {
    const membership = await ask(this.queries, new MembershipOf(userId, organizationId));
    return membership?.role ?? null;
  }
}
