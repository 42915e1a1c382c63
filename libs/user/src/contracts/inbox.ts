import { Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** Items that are open at once; the oldest above it are done by themselves. */
export const OPEN_ITEMS = 500;

export const InboxKind = z.enum(['needs_you', 'finished', 'failed', 'owner_changed', 'pull_request']);
export type InboxKind = z.infer<typeof InboxKind>;

/** One thing that a person should know of, or should do. */
export const InboxItem = z
  .object({
    itemId: Uuid.meta({ description: 'Id of the item.' }),
    organizationId: Id64.meta({ description: 'Organization of the task.' }),
    taskId: Uuid.meta({ description: 'The task that it is about.' }),
    sessionId: Uuid.nullable().meta({ description: 'The session that it is about; null: the task as a whole.' }),
    kind: InboxKind.meta({ description: 'What kind of news it is.' }),
    reason: z.string().meta({
      description:
        'More exactly. needs_you: `permission`, `question`. finished: `finished`, `limit`, `refused`, `stopped`. failed: the ' +
        'code of the failure. owner_changed: `to_you`, `from_you`. pull_request: `review_requested`, `comment`, `merged`, `checks_failed`.',
    }),
    title: z.string().meta({ description: 'Title of the task when it came.' }),
    login: z.string().nullable().meta({ description: 'Who it came from; null: from nobody in particular.' }),
    permissionId: Uuid.nullable().meta({ description: 'The request to answer at once; null: there is none.' }),
    pullRequest: z.int().nullable().meta({ description: 'Number of the pull request; null: it is about none.' }),
    at: Timestamp.meta({ description: 'When it came; lists have the newest first.' }),
    doneAt: Timestamp.nullable().meta({ description: 'Since when it is done; null: open.' }),
    doneBy: z
      .enum(['user', 'self'])
      .nullable()
      .meta({ description: '`self`: it was settled elsewhere, for example answered by somebody.' }),
    version: z.int().min(1).meta({ description: 'Rises with each change.' }),
  })
  .meta({
    id: 'InboxItem',
    description: 'Something that you should know of, or do.',
    examples: [
      {
        itemId: '0190c6a0-0000-7000-8000-000000000003',
        organizationId: '9919',
        taskId: '0190c6a0-0000-7000-8000-000000000001',
        sessionId: '0190c6a0-0000-7000-8000-000000000002',
        kind: 'needs_you' as const,
        reason: 'permission',
        title: 'Greet people by name',
        login: 'octocat',
        permissionId: '0190c6a0-0000-7000-8000-000000000004',
        pullRequest: null,
        at: '2030-01-01T12:00:00.000Z',
        doneAt: null,
        doneBy: null,
        version: 1,
      },
    ],
  });
export type InboxItem = z.infer<typeof InboxItem>;

/** How many items of a person are open. */
export const InboxCount = z
  .object({ open: z.int().min(0).meta({ description: 'How many of your items are open now, in all organizations.' }) })
  .meta({ id: 'InboxCount', description: 'How many items of your inbox are open.', examples: [{ open: 3 }] });
export type InboxCount = z.infer<typeof InboxCount>;
