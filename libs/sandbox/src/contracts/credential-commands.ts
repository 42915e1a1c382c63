import { command, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Code, keyed, sandbox } from './fields.js';
import { CredentialNeedKind } from './names.js';

const NeedId = z.string().min(1).max(120);

/**
 * Brings the credential of a person onto the machine and keeps it there while the need lasts. Ends in
 * `sandbox.credentialInstalled` or `sandbox.credentialFailed` with the need's id. Refused: `sandbox.not_ready`.
 */
export class InstallOwnerCredential extends command({
  name: 'sandbox.installCredential',
  ...keyed,
  payload: z.object({
    ...sandbox,
    userId: Id64,
    needId: NeedId,
    kind: CredentialNeedKind,
    /** GitHub refused the present one: it is made anew, whatever is known of it. */
    renew: z.boolean().default(false),
  }),
  audit: { none: 'derived' },
}) {}

/** One need ended. A minute after the last one the credential leaves the machine. */
export class ReleaseCredential extends command({
  name: 'sandbox.releaseCredential',
  ...keyed,
  payload: z.object({ ...sandbox, needId: NeedId }),
  audit: { none: 'derived' },
}) {}

/** Takes the credential off the machine at once: of this person, or whoever's it is. */
export class RemoveOwnerCredential extends command({
  name: 'sandbox.removeCredential',
  ...keyed,
  payload: z.object({ ...sandbox, userId: Id64.nullable().default(null), reason: Code }),
  audit: {
    kind: 'credential.removed',
    entry: ({ sandboxId, reason }) => ({ subject: { type: 'sandbox', id: sandboxId }, details: { reason } }),
    each: true,
  },
}) {}

/** A minute after the last need. Sent by its schedule. */
export class ExpireCredential extends command({
  name: 'sandbox.expireCredential',
  ...keyed,
  payload: z.object(sandbox),
  audit: {
    kind: 'credential.removed',
    entry: ({ sandboxId }) => ({ subject: { type: 'sandbox', id: sandboxId }, details: { reason: 'not_needed' } }),
    each: true,
  },
}) {}
