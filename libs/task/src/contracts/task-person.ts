import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** A person as a task names them: whose identity it is, with what there is to show. */
export const TaskPerson = z
  .object({
    userId: Id64.meta({ description: 'GitHub id of the person.' }),
    login: z.string().max(100).meta({ description: 'Login at GitHub.' }),
    avatarUrl: z.string().max(2_000).nullable().meta({ description: 'Address of the picture.' }),
  })
  .meta({
    id: 'TaskPerson',
    description: 'A person as a task names them.',
    examples: [{ userId: '583231', login: 'octocat', avatarUrl: null }],
  });
export type TaskPerson = z.infer<typeof TaskPerson>;
