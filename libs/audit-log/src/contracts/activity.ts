import { type Id64, QueryMessage, type Uuid } from '@foundry/messaging/contracts';
import type { AuditEntryView } from './views.js';

/**
 * What was done in one task, newest first, before the entry of that number: without addresses, and of credentials only that
 * something happened. Whoever asks checks who may see the task.
 */
export class ActivityOf extends QueryMessage<AuditEntryView[]> {
  constructor(
    readonly organizationId: Id64,
    readonly taskId: Uuid,
    readonly before: string | null,
    readonly take: number,
  ) {
    super();
  }
}
