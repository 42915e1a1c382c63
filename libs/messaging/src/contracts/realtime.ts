import { z } from 'zod';
import { Outcome } from './envelope.js';
import { Id64, Timestamp, Uuid } from './ids.js';

/** The subprotocol that a client asks for when it opens `GET /v1/realtime`. */
export const REALTIME_PROTOCOL = 'foundry.realtime.v1';

export const REALTIME_CLOSE = {
  stopping: 1001,
  notUnderstood: 4000,
  signedOut: 4001,
  tooSlow: 4008,
  tooManySockets: 4009,
  frameTooLarge: 4013,
  tooManyFrames: 4029,
  ourFault: 4500,
} as const;

/** A longer name is no topic. */
export const MAX_TOPIC_LENGTH = 120;

const FrameId = z.int().min(1).max(2_147_483_648);
const Version = z.int().min(0);
/** Any text: what is not a topic is refused with an answer, not by closing the socket. */
const TopicName = z.string();

/** What a client may send. Unknown fields are refused, so that a typing error surfaces. */
export const ClientFrame = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('subscribe'), id: FrameId, topic: TopicName, since: Version.optional() }),
  z.strictObject({ op: z.literal('unsubscribe'), id: FrameId, topic: TopicName }),
  z.strictObject({ op: z.literal('presence'), topic: TopicName, state: z.enum(['viewing', 'typing', 'away']) }),
  z.strictObject({ op: z.literal('ping'), n: z.int() }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** One change of a topic. A type that the reader does not know counts as its version only. */
export const TopicChange = z.object({ version: Version, type: z.string().max(40), data: z.unknown() });
export type TopicChange = z.infer<typeof TopicChange>;

export const RealtimeLimits = z.object({
  topics: z.int(),
  frameBytes: z.int(),
  framesPerSecond: z.int(),
  burst: z.int(),
});

export const RefusedCode = z.enum(['not_found', 'topic.invalid', 'topic.limit', 'unavailable']);
export type RefusedCode = z.infer<typeof RefusedCode>;

export const RevokedCode = z.enum(['forbidden', 'deleted']);
export type RevokedCode = z.infer<typeof RevokedCode>;

const Person = z.object({
  userId: Id64,
  login: z.string(),
  avatarUrl: z.string().nullable(),
  state: z.enum(['viewing', 'typing']),
});

/** What the server sends. `snapshot` and `resumed` without `id` are the server repairing a gap by itself. */
export const ServerFrame = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('hello'),
    connectionId: Uuid,
    userId: Id64,
    instance: z.string(),
    serverTime: Timestamp,
    heartbeatSeconds: z.int(),
    limits: RealtimeLimits,
  }),
  z.object({
    op: z.literal('snapshot'),
    id: FrameId.optional(),
    topic: TopicName,
    version: Version,
    data: z.unknown(),
  }),
  z.object({
    op: z.literal('resumed'),
    id: FrameId.optional(),
    topic: TopicName,
    from: Version,
    version: Version,
    changes: z.array(TopicChange),
  }),
  TopicChange.extend({ op: z.literal('delta'), topic: TopicName }),
  z.object({ op: z.literal('refused'), id: FrameId, topic: TopicName, code: RefusedCode }),
  z.object({ op: z.literal('revoked'), topic: TopicName, code: RevokedCode }),
  z.object({ op: z.literal('unsubscribed'), id: FrameId, topic: TopicName }),
  z.object({ op: z.literal('presence'), topic: TopicName, people: z.array(Person), more: z.int().min(0).optional() }),
  z.object({
    op: z.literal('outcome'),
    commandId: Uuid,
    outcome: Outcome,
    code: z.string().optional(),
    message: z.string().optional(),
  }),
  z.object({ op: z.literal('notice'), kind: z.literal('reconnect'), afterMs: z.int().min(0) }),
  z.object({ op: z.literal('pong'), n: z.int(), serverTime: Timestamp }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

type FrameOf<F extends { op: string }, O extends F['op']> = Extract<F, { op: O }>;

/** Who looks at a topic now: at most so many people, and how many `more` there are. */
export type PresenceFrame = FrameOf<ServerFrame, 'presence'>;

/** What somebody does with a topic; `away`: nothing any more. */
export type PresenceState = FrameOf<ClientFrame, 'presence'>['state'];
