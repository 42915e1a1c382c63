import {
  type Access,
  type ApiRequest,
  type Caller,
  NotFound,
  Refusal,
  type Role,
  RoleTooLow,
} from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { accessAt } from './access-at.js';
import { Memberships } from './memberships.js';

const RANK: Record<Role, number> = { viewer: 0, member: 1, admin: 2, owner: 3 };

/** Enforces `@Allow`. A path with an `organizationId` needs at least a viewer there, whatever the route says. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly memberships: Memberships) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessAt(context);
    const { caller, params } = context.switchToHttp().getRequest<ApiRequest>();
    if (access.public || (access.signedOutToo && !caller)) return true;
    if (!caller) throw new Error('A route that is not public was reached without a caller.');
    mustHaveScope(access, caller);
    if (access.operator && !caller.operator) throw new RoleTooLow('operator');
    const { organizationId } = params;
    if (typeof organizationId === 'string') await this.mustBelong(neededRole(access), caller, organizationId);
    return true;
  }

  /** Unknown, another tenant's and out of the token's reach are one answer. */
  private async mustBelong(needed: Role, caller: Caller, organizationId: string): Promise<void> {
    const limited = caller.organizationId !== null && caller.organizationId !== organizationId;
    if (limited || !Id64.safeParse(organizationId).success) throw new NotFound();
    const role = await this.memberships.roleOf(caller.actor.userId, organizationId);
    if (!role) throw new NotFound();
    if (RANK[role] < RANK[needed]) throw new RoleTooLow(needed);
  }
}

/** An act whose refusal is audited is refused by its command, which can tell the audit log. */
const neededRole = ({ role, auditRefusal }: Access): Role => (auditRefusal ? 'viewer' : (role ?? 'viewer'));

function mustHaveScope({ scope, sessionOnly }: Access, { scopes }: Caller): void {
  if (scopes === 'all') return;
  if (sessionOnly) throw new Refusal('token.scope_missing', 'No API token may do this; use the web app.');
  if (scope && !scopes.includes(scope)) {
    throw new Refusal('token.scope_missing', `This needs an API token with the scope ${scope}.`);
  }
}
