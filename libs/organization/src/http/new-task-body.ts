import { Id64, text, Uuid } from '@foundry/messaging/contracts';
import { FirstMessage } from '@foundry/task/contracts';
import { z } from 'zod';
import { SandboxProvider, TaskBranch } from '../contracts/index.js';

const ID = '0190c6a0-0000-7000-8000-000000000001';

/** What a person says of a new task. Name and default branch of the repository are read here, never taken from them. */
export const NewTaskBody = z
  .strictObject({
    taskId: Uuid.optional().meta({
      description:
        'Id of the task, minted by the sender; the same again gives the same answer. Minted here when absent.',
    }),
    repositoryId: Id64.meta({ description: 'GitHub id of the repository.' }),
    branch: TaskBranch,
    title: text(200)
      .min(1)
      .optional()
      .meta({ description: 'The title; without one it is the first line of the message.' }),
    sandboxProvider: SandboxProvider.optional().meta({ description: 'Where it runs; the usual place when absent.' }),
    firstMessage: FirstMessage,
  })
  .meta({
    id: 'NewTaskBody',
    description: 'A task to begin.',
    examples: [
      {
        taskId: ID,
        repositoryId: '1296269',
        branch: { new: null },
        firstMessage: { messageId: ID, sessionId: ID, text: 'Greet people by name' },
      },
    ],
  });
export type NewTaskBody = z.infer<typeof NewTaskBody>;
