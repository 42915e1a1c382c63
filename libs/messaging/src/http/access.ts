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
  /** Of a browser; absent for a token. */
  session?: CallerSession;
}

/** The session of a browser. Its id is no credential. */
export interface CallerSession {
  id: string;
  /** What the browser sends as `X-CSRF-Token` with everything that changes something. */
  csrfToken: string;
  signedInAt: string;
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
  /**
   * For things that belong to an organization that only the controller finds out: it refuses members who do not administer
   * it. `unless_sent`: whoever sent the command of the path may as well.
   */
  administers?: 'always' | 'unless_sent';
  /** Role that the controller demands in the organization of the thing, which only it finds out. */
  demands?: Role;
  /** Refused to API tokens whatever their scopes. */
  sessionOnly?: boolean;
  /** Answers those who are signed out as well: the request has a caller when it carries good credentials. */
  signedOutToo?: boolean;
  /**
   * A refusal of this act for its role is an entry of the audit log. Where the route sends a command, the guard lets every
   * member through and the handler refuses, with a `RoleTooLow` that is `audited`; else the guard writes the entry.
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
