import {
  type Access,
  type ApiRequest,
  type Caller,
  NotFound,
  Refusal,
  type Role,
  RoleTooLow,
  routeOf,
} from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { accessAt } from './access-at.js';
import { Memberships } from './memberships.js';
import { RefusedActs } from './refused-acts.js';

const RANK: Record<Role, number> = { viewer: 0, member: 1, admin: 2, owner: 3 };

/** Enforces `@Allow`. A path with an `organizationId` needs at least a viewer there, whatever the route says. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly memberships: Memberships,
    private readonly refused: RefusedActs,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessAt(context);
    const { caller, params } = context.switchToHttp().getRequest<ApiRequest>();
    if (access.public || (access.signedOutToo && !caller)) return true;
    if (!caller) throw new Error('A route that is not public was reached without a caller.');
    mustHaveScope(access, caller);
    if (access.operator && !caller.operator) throw new RoleTooLow('operator');
    const { organizationId } = params;
    if (typeof organizationId !== 'string') return true;
    const role = await this.mustBelong(caller, organizationId);
    const route = routeOf(context.getHandler());
    const needed = access.role ?? 'viewer';
    if (RANK[role] >= RANK[needed] || (access.auditRefusal && route?.command)) return true;
    const refusal = new RoleTooLow(needed);
    if (access.auditRefusal && route) await this.refused.tell(route, caller, organizationId, refusal.code);
    throw refusal;
  }

  /** Unknown, another tenant's and out of the token's reach are one answer. */
  private async mustBelong(caller: Caller, organizationId: string): Promise<Role> {
    const limited = caller.organizationId !== null && caller.organizationId !== organizationId;
    if (limited || !Id64.safeParse(organizationId).success) throw new NotFound();
    const role = await this.memberships.roleOf(caller.actor.userId, organizationId);
    if (!role) throw new NotFound();
    return role;
  }
}

function mustHaveScope({ scope, sessionOnly }: Access, { scopes }: Caller): void {
  if (scopes === 'all') return;
  if (sessionOnly) throw new Refusal('token.scope_missing', 'No API token may do this; use the web app.');
  if (scope && !scopes.includes(scope)) {
    throw new Refusal('token.scope_missing', `This needs an API token with the scope ${scope}.`);
  }
}
