import type { AuditEntryView, SignedPointView } from '../contracts/index.js';
import type { ChainRow, SignedRow } from './chain-rows.js';

/** An entry as the API shows it. */
export function entryView({ entry, details, recorded_at: recordedAt }: ChainRow): AuditEntryView {
  return {
    streamId: entry.stream_id,
    seq: entry.seq,
    entryId: entry.entry_id,
    occurredAt: `${entry.occurred_at.slice(0, 23)}Z`,
    recordedAt: recordedAt.toISOString(),
    kind: entry.kind,
    outcome: entry.outcome,
    code: entry.code,
    actor: { kind: entry.actor_kind, id: entry.actor_id },
    onBehalfOf: entry.on_behalf_of,
    via: entry.via,
    commandId: entry.command_id,
    correlationId: entry.correlation_id,
    subject: { type: entry.subject_type, id: entry.subject_id },
    taskId: entry.task_id,
    repositoryId: entry.repository_id,
    branch: entry.branch,
    details: details?.data ?? null,
    erasedBy: details?.erased_by ?? null,
  };
}

export const signedView = ({ seq, hash, signature, key_id: keyId }: SignedRow): SignedPointView => ({
  seq,
  hash,
  signature,
  keyId,
});
