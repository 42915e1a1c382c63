import { event, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { ItemView } from './views.js';

/** An entry of a transcript is new or changed by a command; those of a running turn are streamed. */
export class ItemChanged extends event({
  name: 'task.itemChanged',
  entity: 'taskId',
  organization: 'organizationId',
  payload: z.object({
    organizationId: Id64,
    taskId: Uuid,
    version: z.int().min(1),
    title: z.string().max(1_024),
    at: Timestamp,
    sessionId: Uuid,
    item: ItemView,
  }),
}) {}
