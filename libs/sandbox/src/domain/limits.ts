import type { HoldKind, SandboxState } from '../contracts/index.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long each state may last; the others have no limit, or another rule (idle, life). */
export const DEADLINES_MS: Partial<Record<SandboxState, number>> = {
  requested: 10 * SECOND,
  provisioning: 120 * SECOND,
  starting: 30 * SECOND,
  preparing: 15 * MINUTE,
  degraded: 90 * SECOND,
  pausing: 120 * SECOND,
  resuming: 60 * SECOND,
};

/** A hold is never set further ahead than this. */
export const HOLD_LIMIT_MS: Record<HoldKind, number> = {
  turn: 15 * MINUTE,
  permission: 30 * MINUTE,
  terminal: 15 * MINUTE,
  viewer: 2 * MINUTE,
  operation: 15 * MINUTE,
};

/** A warning comes this long before a machine pauses. */
export const WARNING_MS = 5 * MINUTE;
/** The credential leaves the machine this long after its last need. */
export const CREDENTIAL_REST_MS = 60 * SECOND;
/** A credential with less life than this is made anew. */
export const CREDENTIAL_FRESH_MS = 10 * MINUTE;

/** Attention is called to a machine that could not be ended after this. */
export const DESTROY_ALARM_MS = 10 * MINUTE;
export const PROCESS_LIMIT = 64;
export const VARIABLE_LIMIT = 100;
