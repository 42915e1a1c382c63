import { command, effect, Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const keyed = { entity: 'userId', organization: null } as const;
const MINUTE_MS = 60_000;

/**
 * Ends an account: everything of the person goes but the id. `sessionId` is the session that asks; it must be less than
 * ten minutes old. Whoever asks has typed their login; the API compared it, so that it is in no queue.
 */
export class DeleteAccount extends command({
  name: 'user.deleteAccount',
  ...keyed,
  payload: z.object({ userId: Id64, sessionId: Uuid }),
  audit: {
    kind: 'user.deleted',
    entry: ({ userId }) => ({ subject: { type: 'user', id: userId }, streamId: userId }),
  },
}) {}

/** What became of the grant at GitHub: the tokens that it was asked with are of no use any more and go. */
export class RecordGrantEnded extends command({
  name: 'user.recordGrantEnded',
  ...keyed,
  payload: z.object({ userId: Id64, outcome: z.enum(['deleted', 'kept']) }),
  audit: { none: 'progress' },
}) {}

/** Takes back at GitHub what a person who deleted their account had granted, with the last tokens that they brought. */
export class DeleteGithubGrant extends effect({
  name: 'user.deleteGithubGrant',
  ...keyed,
  payload: z.object({ userId: Id64 }),
  timeoutMs: 30_000,
  deadlineMs: 10 * MINUTE_MS,
  maxAttempts: 5,
}) {}
