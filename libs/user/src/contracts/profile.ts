import { command, event, Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { UserView } from './views.js';

const keyed = { entity: 'userId', organization: null } as const;

/**
 * What GitHub says of a person. `email` null: GitHub shows no verified one. Older than what is known: ignored, and so is
 * what is said of somebody who never came, or left.
 */
export class RecordProfile extends command({
  name: 'user.recordProfile',
  ...keyed,
  payload: z.object({
    userId: Id64,
    login: z.string().min(1).max(100),
    name: z.string().max(255).nullable(),
    avatarUrl: z.string().max(2_000).nullable(),
    email: z.string().max(320).nullable(),
    observedAt: Timestamp,
  }),
  audit: { none: 'derived' },
}) {}

/** Login, name, picture or address of a person changed. The address itself is not told. `version` is the person's. */
export class ProfileChanged extends event({
  name: 'user.profileChanged',
  ...keyed,
  payload: z.object({ userId: Id64, version: z.int(), user: UserView }),
}) {}
