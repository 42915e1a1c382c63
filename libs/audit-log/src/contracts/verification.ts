import { command, effect } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { StreamId } from './stream-id.js';

/** What is wrong with the first bad entry. */
export const AuditFault = z.enum([
  'edited',
  'details_changed',
  'details_missing',
  'deleted',
  'inserted',
  'reordered',
  'truncated',
  'signature',
]);
export type AuditFault = z.infer<typeof AuditFault>;

export const Seq = z.string().regex(/^[0-9]{1,19}$/);

/** The entity whose mailbox the runs go through. */
export const VERIFICATION_RUNS = 'verification-runs';

/** Asks for the verification of every stream that grew; `complete`: of every stream, from its start. */
export class VerifyStreams extends command({
  name: 'audit-log.verifyStreams',
  entity: 'runs',
  payload: z.object({
    runs: z.literal(VERIFICATION_RUNS).default(VERIFICATION_RUNS),
    complete: z.boolean(),
    /** Streams up to this one were asked for by the command before. */
    after: StreamId.nullable().default(null),
  }),
  audit: { none: 'progress' },
}) {}

/** Reads a stream from its last verified checkpoint, or from its start when `complete`, and reports what it found. */
export class VerifyStream extends effect({
  name: 'audit-log.verifyStream',
  entity: 'streamId',
  payload: z.object({ streamId: StreamId, complete: z.boolean() }),
  timeoutMs: 30 * 60_000,
  deadlineMs: 2 * 60 * 60_000,
  maxAttempts: 3,
  retry: 'safe',
  exclusive: ({ streamId }) => `audit-verify:${streamId}`,
}) {}

/** The stream is intact up to `verifiedSeq`; null when the run could not be finished, which changes nothing. */
export class RecordVerification extends command({
  name: 'audit-log.recordVerification',
  entity: 'streamId',
  payload: z.object({ streamId: StreamId, verifiedSeq: Seq.nullable() }),
  audit: { none: 'progress' },
}) {}

/** The stream is broken at `seq`: kept beside the head, and told in the instance's stream. */
export class RecordVerificationFault extends command({
  name: 'audit-log.recordVerificationFault',
  entity: 'streamId',
  payload: z.object({ streamId: StreamId, seq: Seq, fault: AuditFault }),
  audit: {
    kind: 'audit.verification_failed',
    entry: ({ streamId, seq, fault }) => ({
      streamId: '0',
      subject: { type: 'stream', id: streamId },
      details: { seq, fault },
    }),
  },
}) {}
