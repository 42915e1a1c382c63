import type { EntryDraft } from './chained-entry.js';

/** The entry that stands between those of two signing keys. Foundry itself makes it, at the first append by the new key. */
export function keyChange(next: EntryDraft, from: string, to: string, entryId: string): EntryDraft {
  const { streamId, occurredAt, commandId, correlationId } = next;
  return {
    streamId,
    entryId,
    kind: 'audit.key_changed',
    occurredAt,
    outcome: 'done',
    actor: { kind: 'system', id: 'audit-log' },
    via: 'reaction',
    commandId,
    correlationId,
    subject: { type: 'stream', id: streamId },
    details: { from, to },
  };
}
