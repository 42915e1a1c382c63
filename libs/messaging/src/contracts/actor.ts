import { z } from 'zod';
import { Id64 } from './ids.js';

/** A person, in the browser or with an API token. */
export const UserActor = z
  .object({ kind: z.literal('user'), userId: Id64, via: z.enum(['session', 'api_token']) })
  .meta({ id: 'UserActor', description: 'A person, in the browser or with an API token.' });
export type UserActor = z.infer<typeof UserActor>;

/** Foundry itself: a schedule, a reaction, an effect's report. `onBehalfOf` is the person whose command began it. */
export const SystemActor = z
  .object({
    kind: z.literal('system'),
    module: z.string().max(40),
    onBehalfOf: Id64.optional(),
  })
  .meta({ id: 'SystemActor', description: 'Foundry itself: a schedule, a reaction, an effect. Maybe for a person.' });
export type SystemActor = z.infer<typeof SystemActor>;

/** Who asked. Handlers take identity from here only; a payload never says who is acting. */
export const Actor = z.discriminatedUnion('kind', [UserActor, SystemActor]);
export type Actor = z.infer<typeof Actor>;

/** Scope of an idempotency key, and the sender's mark in history: `user:42`, `system:organization`. */
export const actorKey = (actor: Actor): string =>
  actor.kind === 'user' ? `user:${actor.userId}` : `system:${actor.module}`;
