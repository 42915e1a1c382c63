export * from './activity.js';
export { AppendAuditEntry, appendAuditEntry, AppendPayload } from './append-audit-entry.js';
export { AUDIT_KINDS, type AuditKind, isAuditKind } from './kinds.js';
export { addressPrefix, REDACTED, redactText } from './redaction.js';
export { MAX_DETAILS_BYTES, MAX_DETAILS_DEPTH } from './storable-details.js';
export { INSTANCE_STREAM, StreamId } from './stream-id.js';
export * from './verification.js';
export * from './views.js';
