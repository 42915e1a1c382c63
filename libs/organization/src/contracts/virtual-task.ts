import { z } from 'zod';
import { exampleTask, TaskSummary } from './task-views.js';

/** A task that nobody used yet, where the detail of a task is asked for: its row is all there is of it. */
export const VirtualTask = z
  .object({
    virtual: z.literal(true).meta({ description: 'Nobody used it yet.' }),
    summary: TaskSummary.meta({ description: 'Its row of the list.' }),
  })
  .meta({
    id: 'VirtualTask',
    description: 'A task that shows a pull request and that nobody used yet.',
    examples: [{ virtual: true as const, summary: exampleTask }],
  });
export type VirtualTask = z.infer<typeof VirtualTask>;
