import { randomUUID } from 'node:crypto';
import type { AuditKind } from '../contracts/index.js';
import type { EntryDraft } from '../domain/chained-entry.js';

/** An entry of an offline tool, which has no command; its own id stands for it. */
export function maintenanceEntry(
  streamId: string,
  kind: AuditKind,
  subject: EntryDraft['subject'],
  details: Record<string, unknown>,
  now: Date,
): EntryDraft {
  const entryId = randomUUID();
  return {
    streamId,
    entryId,
    kind,
    occurredAt: now.toISOString(),
    outcome: 'done',
    actor: { kind: 'system', id: 'audit-log' },
    via: 'schedule',
    commandId: entryId,
    correlationId: randomUUID(),
    subject,
    details,
  };
}
