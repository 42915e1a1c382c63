import {
  MessagePlace,
  PermissionView,
  type PermissionAnswer,
  SessionView,
  TranscriptPage,
} from '@foundry/task/contracts';
import { answered } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { settled } from '../api/settled.js';

export type Attachment = View['DraftAttachment'];

export interface NewMessage {
  messageId: string;
  text: string;
  attachments: Attachment[];
}

export interface SessionChoice {
  sessionId: string;
  agent?: string;
  model?: string;
}

const session = (sessionId: string) => ({ params: { path: { sessionId } } });
const task = (taskId: string) => ({ params: { path: { taskId } } });
const message = (messageId: string) => ({ params: { path: { messageId } } });

export const sendMessage = async (sessionId: string, body: NewMessage): Promise<void> => {
  await settled(api.POST('/v1/sessions/{sessionId}/messages', { ...session(sessionId), body }), MessagePlace);
};

/** Opens a session with its first message; a task that nobody used yet becomes real by it. */
export const sendFirstMessage = async (taskId: string, body: NewMessage & SessionChoice): Promise<void> => {
  await settled(api.POST('/v1/tasks/{taskId}/messages', { ...task(taskId), body }), MessagePlace);
};

export const createSession = (taskId: string, body: SessionChoice): Promise<SessionView> =>
  settled(api.POST('/v1/tasks/{taskId}/sessions', { ...task(taskId), body }), SessionView);

export const renameSession = (sessionId: string, name: string): Promise<SessionView> =>
  settled(api.PATCH('/v1/sessions/{sessionId}', { ...session(sessionId), body: { name } }), SessionView);

/** What is chosen of an agent; null: its own choice. Absent: as it is. */
export type AgentChange = Pick<View['SessionSettings'], 'model' | 'mode' | 'reasoning'>;

export const configureSession = (sessionId: string, body: AgentChange): Promise<SessionView> =>
  settled(api.POST('/v1/sessions/{sessionId}/configure', { ...session(sessionId), body }), SessionView);

export const closeSession = (sessionId: string): Promise<SessionView> =>
  settled(api.POST('/v1/sessions/{sessionId}/close', session(sessionId)), SessionView);

export const retrySession = (sessionId: string): Promise<SessionView> =>
  settled(api.POST('/v1/sessions/{sessionId}/retry', session(sessionId)), SessionView);

export const releaseQueue = (sessionId: string): Promise<SessionView> =>
  settled(api.POST('/v1/sessions/{sessionId}/release-queue', session(sessionId)), SessionView);

export const stopTurn = (sessionId: string, turnId: string): Promise<SessionView> =>
  settled(api.POST('/v1/sessions/{sessionId}/stop', { ...session(sessionId), body: { turnId } }), SessionView);

export const editMessage = async (messageId: string, text: string): Promise<void> => {
  await settled(api.PATCH('/v1/messages/{messageId}', { ...message(messageId), body: { text } }), MessagePlace);
};

export const cancelMessage = async (messageId: string): Promise<void> => {
  await settled(api.DELETE('/v1/messages/{messageId}', message(messageId)), MessagePlace);
};

export const retryMessage = async (messageId: string, withoutCredential = false): Promise<void> => {
  await settled(
    api.POST('/v1/messages/{messageId}/retry', { ...message(messageId), body: { withoutCredential } }),
    MessagePlace,
  );
};

export interface RequestAnswer {
  answer?: PermissionAnswer;
  text?: string;
}

export const answerRequest = (permissionId: string, body: RequestAnswer): Promise<PermissionView> =>
  settled(
    api.POST('/v1/permissions/{permissionId}/answer', { params: { path: { permissionId } }, body }),
    PermissionView,
  );

/** The page of the transcript before an item. Reading it needs no machine. */
export const readOlder = async (sessionId: string, before: number, limit = 100): Promise<TranscriptPage> =>
  TranscriptPage.parse(
    await answered(
      api.GET('/v1/sessions/{sessionId}/transcript', {
        params: { path: { sessionId }, query: { before, limit } },
      }),
    ),
  );
