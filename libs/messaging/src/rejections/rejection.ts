import type { RejectionKind } from '../contracts/index.js';

export interface RejectionOptions {
  /** The refusal itself is an entry of the audit log (audit-log, coverage rule 5). */
  audited?: boolean;
  /** Extra members of the problem, safe to show: `current`, `blockedBy`, the id that is taken. */
  details?: Record<string, unknown>;
}

/**
 * The caller is wrong: recorded as the command's outcome, never retried, answered as a 4xx problem.
 * A refusal is a subclass, a stable code `noun.reason` and a sentence that says what to do.
 */
export class Rejection extends Error {
  readonly audited: boolean;
  readonly details: Record<string, unknown>;

  constructor(
    readonly code: string,
    readonly kind: RejectionKind,
    message: string,
    options: RejectionOptions = {},
  ) {
    super(message);
    this.name = new.target.name;
    this.audited = options.audited ?? false;
    this.details = options.details ?? {};
  }
}

/** Unknown, or another tenant's: both answer alike. */
export class NotFound extends Rejection {
  constructor(thing = 'This resource') {
    super('resource.not_found', 'missing', `${thing} does not exist, or you may not see it.`);
  }
}

/** A known member without the right. Written to the audit log when `audited`. */
export class RoleTooLow extends Rejection {
  constructor(needed: string, options: RejectionOptions = {}) {
    super('role.too_low', 'forbidden', `This needs the role ${needed} or above; ask an admin.`, options);
  }
}

/** Somebody changed it since the version that `If-Match` names. `current` is the present state. */
export class VersionConflict extends Rejection {
  constructor(current: unknown) {
    super('version.conflict', 'conflict', 'It changed since you read it; read it again and repeat your change.', {
      details: { current },
    });
  }
}

/** The body was read, but the entity's rules refuse it. */
export class Invalid extends Rejection {
  constructor(message: string, errors: readonly { pointer: string; code: string; detail: string }[] = []) {
    super('request.invalid', 'invalid', message, { details: { errors } });
  }
}
