import { Id64, text, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const ISO = '2030-01-01T12:00:00.000Z';
const TASK = '0190c6a0-0000-7000-8000-000000000001';
const SESSION = '0190c6a0-0000-7000-8000-000000000002';

/** Order of a pin among the pins of its person: plain text, compared character by character. */
export const PinRank = text(40).min(1);

/** What one person has seen of a session. */
export const SessionStateView = z
  .object({
    sessionId: Uuid.meta({ description: 'Id of the session.' }),
    unread: z.boolean().meta({ description: 'Something came that was not shown yet, or it was marked so.' }),
    unreadAt: Timestamp.nullable().meta({ description: 'Since when it is unread.' }),
    viewedSeq: z.int().min(0).meta({ description: 'Newest item of the transcript that was shown.' }),
    version: z.int().meta({ description: 'Rises with each change that is shown.' }),
  })
  .meta({
    id: 'SessionState',
    description: 'What you have seen of a session.',
    examples: [{ sessionId: SESSION, unread: true, unreadAt: ISO, viewedSeq: 40, version: 3 }],
  });
export type SessionStateView = z.infer<typeof SessionStateView>;

/** What one person keeps of a task. Nobody else ever sees it. */
export const TaskStateView = z
  .object({
    taskId: Uuid.meta({ description: 'Id of the task.' }),
    organizationId: Id64.meta({ description: 'Organization of the task.' }),
    activeSessionId: Uuid.nullable().meta({ description: 'The session that was open last.' }),
    pinRank: PinRank.nullable().meta({ description: 'Place among your pins; null: not pinned.' }),
    participant: z.boolean().meta({
      description:
        'Whether you took part: messaged, answered, pinned, owned or created it. Only then it becomes unread.',
    }),
    unread: z.boolean().meta({ description: 'Whether one of its sessions is unread.' }),
    sessions: z.array(SessionStateView).meta({ description: 'Its sessions that you have seen or should see.' }),
    version: z.int().min(0).meta({ description: 'Rises with each change; 0 when nothing is kept.' }),
  })
  .meta({
    id: 'TaskState',
    description: 'What you keep of a task; nobody else sees it.',
    examples: [
      {
        taskId: TASK,
        organizationId: '9919',
        activeSessionId: SESSION,
        pinRank: null,
        participant: true,
        unread: true,
        sessions: [{ sessionId: SESSION, unread: true, unreadAt: ISO, viewedSeq: 40, version: 3 }],
        version: 7,
      },
    ],
  });
export type TaskStateView = z.infer<typeof TaskStateView>;

/** Of a task of which nothing is kept. */
export const emptyTaskState = (organizationId: Id64, taskId: Uuid): TaskStateView => ({
  taskId,
  organizationId,
  activeSessionId: null,
  pinRank: null,
  participant: false,
  unread: false,
  sessions: [],
  version: 0,
});
