import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { UserActor } from '../contracts/index.js';

export type Role = 'viewer' | 'member' | 'admin' | 'owner';
export type Scope = 'tasks:read' | 'tasks:write' | 'organization:read' | 'organization:write' | 'audit:read';

/** Who calls: filled in by the API's authentication before any controller runs. */
export interface Caller {
  actor: UserActor;
  scopes: readonly Scope[] | 'all';
  /** A token may be limited to one organization. */
  organizationId: string | null;
  operator: boolean;
}

export interface RequestWithCaller {
  caller?: Caller;
  requestId?: string;
}

/** What a route asks of its caller; the guards of the API enforce it and the OpenAPI document shows it. */
export interface Access {
  /** No credentials needed at all. */
  public?: boolean;
  /** With `public`: the caller proves itself by a signature over the body, which the controller checks first of all. */
  signed?: boolean;
  /** Role in the organization of the path's `organizationId`. */
  role?: Role;
  scope?: Scope;
  operator?: boolean;
  /** Refused to API tokens whatever their scopes. */
  sessionOnly?: boolean;
  /**
   * A refusal of this act is an entry of the audit log: the guard lets every member through and the command's handler
   * refuses, with a `RoleTooLow` that is `audited`.
   */
  auditRefusal?: boolean;
}

export const ACCESS_METADATA = 'foundry:access';
export const Allow = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS_METADATA, access);

/** The caller of this request, as a controller's parameter. */
export const By = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestWithCaller>();
  if (!caller) throw new Error('A route without authentication asked for its caller; mark it with @Allow.');
  return caller;
});
