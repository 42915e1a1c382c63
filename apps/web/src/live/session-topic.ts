import type { TopicChange } from '@foundry/messaging/contracts';
import { ItemView, MessageView, PermissionView, SessionView, TranscriptPage } from '@foundry/task/contracts';
import { z } from 'zod';
import type { TopicShape } from './live-topic.js';
import { type Transcript, withAppend, withItem, withTail } from './transcript.js';
import { newer, withRows } from './versioned.js';

/** A conversation: how it stands, what waits in it, and the part of its transcript that was read. */
export interface SessionState {
  readonly session: SessionView;
  /** Messages by id that no agent has yet, failed ones too. */
  readonly queue: ReadonlyMap<string, MessageView>;
  /** Requests by id whose newest state came by a frame. */
  readonly permissions: ReadonlyMap<string, PermissionView>;
  readonly transcript: Transcript;
}

const Snapshot = z.object({ session: SessionView, queue: z.array(MessageView), transcript: TranscriptPage });
const AppendData = z.object({ seq: z.int(), rev: z.int(), at: z.int(), text: z.string() });

const NO_PERMISSIONS: ReadonlyMap<string, PermissionView> = new Map();
const byMessage = ({ messageId }: MessageView): string => messageId;

const isOver = ({ state }: MessageView): boolean => state === 'delivered' || state === 'cancelled';

/** A message that the agent has, or that was taken back, waits no more. */
export function withMessage(state: SessionState, message: MessageView): SessionState {
  if (!isOver(message)) return { ...state, queue: withRows(state.queue, [message], byMessage) };
  const known = state.queue.get(message.messageId);
  if (!known || known.version > message.version) return state;
  const queue = new Map(state.queue);
  queue.delete(message.messageId);
  return { ...state, queue };
}

export const SESSION_SHAPE: TopicShape<SessionState> = {
  read(data, held) {
    const { session, queue, transcript } = Snapshot.parse(data);
    return {
      session,
      queue: new Map(queue.map((message) => [message.messageId, message])),
      permissions: held?.permissions ?? NO_PERMISSIONS,
      transcript: withTail(held?.transcript ?? null, transcript),
    };
  },
  apply(state, { type, data }: TopicChange) {
    switch (type) {
      case 'session':
        return { ...state, session: newer(state.session, SessionView.parse(data)) };
      case 'message':
        return withMessage(state, MessageView.parse(data));
      case 'permission': {
        const permission = PermissionView.parse(data);
        return { ...state, permissions: withRows(state.permissions, [permission], ({ permissionId }) => permissionId) };
      }
      case 'item':
        return { ...state, transcript: withItem(state.transcript, ItemView.parse(data)) };
      case 'append':
        return { ...state, transcript: withAppend(state.transcript, AppendData.parse(data)) };
      default:
        return state;
    }
  },
};
