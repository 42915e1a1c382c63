import { Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DraftView, PinRank, TaskStateView } from '../contracts/index.js';

const SESSION = '0190c6a0-0000-7000-8000-000000000002';
const taskId = Uuid.meta({ description: 'Id of the task.' });

export const OwnTaskPath = z.strictObject({ taskId });
export type OwnTaskPath = z.infer<typeof OwnTaskPath>;

export const OwnSessionPath = z.strictObject({ taskId, sessionId: Uuid.meta({ description: 'Id of the session.' }) });
export type OwnSessionPath = z.infer<typeof OwnSessionPath>;

export const OwnTask = z
  .object({
    state: TaskStateView.meta({ description: 'Active session, pin and unread.' }),
    drafts: z.array(DraftView).meta({ description: 'What you are writing in it, the newest first.' }),
    topicVersion: z.int().min(0).meta({ description: 'Version of your own topic, read before the rest.' }),
  })
  .meta({
    id: 'OwnTask',
    description: 'What you keep of a task.',
    examples: [
      {
        state: {
          taskId: '0190c6a0-0000-7000-8000-000000000001',
          organizationId: '9919',
          activeSessionId: null,
          pinRank: null,
          participant: false,
          unread: false,
          sessions: [],
          version: 0,
        },
        drafts: [],
        topicVersion: 12,
      },
    ],
  });
export type OwnTask = z.infer<typeof OwnTask>;

export const OpenBody = z
  .strictObject({
    activeSessionId: Uuid.nullable()
      .default(null)
      .meta({ description: 'The session that is shown; null or absent: the one that was open last stays.' }),
  })
  .meta({ id: 'OpenTaskBody', description: 'What of a task is looked at.', examples: [{ activeSessionId: SESSION }] });
export type OpenBody = z.infer<typeof OpenBody>;

export const PinBody = z
  .strictObject({
    rank: PinRank.nullable().meta({
      description: 'Place among your pins, which are ordered as text; null takes the pin away.',
    }),
  })
  .meta({ id: 'PinTaskBody', description: 'Where a task is pinned.', examples: [{ rank: 'a0' }] });
export type PinBody = z.infer<typeof PinBody>;

export const ViewedBody = z
  .strictObject({
    seq: z.int().min(0).max(2_147_483_647).meta({ description: 'Number of the newest item that is shown.' }),
  })
  .meta({ id: 'MarkViewedBody', description: 'How far a session was shown.', examples: [{ seq: 42 }] });
export type ViewedBody = z.infer<typeof ViewedBody>;
