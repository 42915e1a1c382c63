import { z } from 'zod';

/** What a task is doing, as its module derives it. `virtual` is the word of the task list for one that nobody used yet. */
export const TaskStatus = z.enum([
  'queued',
  'starting',
  'running',
  'needs_input',
  'idle',
  'error',
  'archiving',
  'archived',
  'killing',
  'killed',
]);
export type TaskStatus = z.infer<typeof TaskStatus>;
