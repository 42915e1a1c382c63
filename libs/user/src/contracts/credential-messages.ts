import { command, effect, event, Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { CredentialEnd, CredentialPurpose } from './credentials.js';

const keyed = { entity: 'userId', organization: null } as const;
const ofPerson = ({ userId }: { userId: string }) => ({ subject: { type: 'user', id: userId } });

/**
 * Ends leases of a person: those that fit everything that is named. Sent by reactions, by the holder that is done, and by
 * the module that gives a machine to another owner.
 */
export class EndCredentials extends command({
  name: 'user.endCredentials',
  ...keyed,
  payload: z.object({
    userId: Id64,
    organizationId: Id64.optional(),
    repositoryIds: z.array(Id64).max(500).optional(),
    holderId: Uuid.optional(),
    leaseIds: z.array(Uuid).max(500).optional(),
    reason: CredentialEnd,
  }),
  audit: { kind: 'credential.ended', entry: ofPerson, each: true },
}) {}

/** What became of the end of a token at GitHub. Either way its copy here is erased. */
export class RecordCredentialEnded extends command({
  name: 'user.recordCredentialEnded',
  ...keyed,
  payload: z.object({ userId: Id64, leaseId: Uuid, isEnded: z.boolean() }),
  audit: { none: 'progress' },
}) {}

/** Looks for leases whose time is over, or whose holder has ended without a word. Sent by a schedule, every minute. */
export class SweepCredentials extends command({
  name: 'user.sweepCredentials',
  entity: 'installation',
  organization: null,
  payload: z.object({ installation: z.literal('credentials') }),
  audit: { none: 'progress' },
}) {}

/** Leases, by person, whose holder no worker holds. */
export class RecordEndedHolders extends command({
  name: 'user.recordEndedHolders',
  entity: 'installation',
  organization: null,
  payload: z.object({
    installation: z.literal('credentials'),
    leases: z.array(z.object({ userId: Id64, leaseId: Uuid })).max(500),
  }),
  audit: { none: 'progress' },
}) {}

/** Ends a token at GitHub. If GitHub cannot be asked the token lapses by itself. */
export class EndGithubCredential extends effect({
  name: 'user.endGithubCredential',
  entity: 'userId',
  payload: z.object({ userId: Id64, leaseId: Uuid }),
  timeoutMs: 20_000,
  deadlineMs: 120_000,
  maxAttempts: 5,
}) {}

/** Asks the kernel which holders of live leases a worker still holds. */
export class FindEndedHolders extends effect({
  name: 'user.findEndedHolders',
  entity: 'installation',
  payload: z.object({ installation: z.literal('credentials') }),
  timeoutMs: 20_000,
  deadlineMs: 50_000,
  maxAttempts: 2,
  exclusive: () => 'user.findEndedHolders',
}) {}

/** Leases of a person ended before their time; whoever put what they lent on a machine takes it off. No token is in it. */
export class CredentialsEnded extends event({
  name: 'user.credentialsEnded',
  ...keyed,
  payload: z.object({
    userId: Id64,
    version: z.number().int(),
    reason: CredentialEnd,
    leases: z
      .array(
        z.object({
          leaseId: Uuid,
          holderId: Uuid,
          organizationId: Id64,
          repositoryId: Id64,
          purpose: CredentialPurpose,
        }),
      )
      .min(1)
      .max(500),
  }),
}) {}
