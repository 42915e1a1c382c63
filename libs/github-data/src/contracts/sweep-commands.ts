import { command, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed, organizationId } from './command-fields.js';
import { DeliveryId, InstallationFacts } from './names.js';

/** Sweep of one organization: reads what may have changed without a webhook. */
export class Reconcile extends command({
  name: 'github-data.reconcile',
  ...keyed,
  payload: z.object({ organizationId }),
  audit: { none: 'progress' },
}) {}

/** Sweep of the App: its installations and the deliveries that failed. Its entity is `app`. */
export class ReconcileApp extends command({
  name: 'github-data.reconcileApp',
  entity: 'entityId',
  payload: z.object({ entityId: z.literal('app'), part: z.enum(['deliveries', 'installations', 'organizations']) }),
  audit: { none: 'progress' },
}) {}

/** What the sweep of the App saw. */
export class RecordAppSweep extends command({
  name: 'github-data.recordAppSweep',
  entity: 'entityId',
  payload: z.object({
    entityId: z.literal('app'),
    installations: z.array(InstallationFacts).max(100),
    redelivered: z.array(DeliveryId).max(500),
    observedAt: Timestamp,
  }),
  audit: { none: 'derived' },
}) {}

/** Drops what is kept no longer. */
export class Prune extends command({
  name: 'github-data.prune',
  entity: 'entityId',
  payload: z.object({ entityId: z.literal('app') }),
  audit: { none: 'progress' },
}) {}
