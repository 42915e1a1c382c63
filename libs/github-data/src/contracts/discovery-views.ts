import { z } from 'zod';
import { AT, atOrNull, count, textOrNull } from './view-fields.js';

/** How the search for a person's organizations goes: also the frame `discovery` of topic `app:<userId>`. */
export const DiscoveryView = z
  .object({
    state: z.enum(['never', 'running', 'done', 'failed']).meta({ description: 'How far it is.' }),
    startedAt: atOrNull('When it began.'),
    finishedAt: atOrNull('When it ended.'),
    reason: textOrNull('Why it failed.'),
    version: count('Rises with each change.'),
  })
  .meta({
    id: 'Discovery',
    description: 'How the search for the organizations of a person goes.',
    examples: [{ state: 'done', startedAt: AT, finishedAt: AT, reason: null, version: 2 }],
  });
export type DiscoveryView = z.infer<typeof DiscoveryView>;
