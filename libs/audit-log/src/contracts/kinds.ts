import { z } from 'zod';

/** Details of a kind: the fields that it knows, all of them optional, because large ones are cut; others are kept too. */
const details = <S extends z.core.$ZodLooseShape>(shape: S) => z.looseObject(shape).partial();

const word = z.string().nullable();
const count = z.number().int().min(0);
const plain = details({});
const account = details({ login: word });
const change = details({ login: word, old: z.unknown(), new: z.unknown() });
const batch = details({ count });
const pullRequest = details({ number: count, title: word });
const credential = details({ leaseId: word, purpose: word, reason: word });
const inspected = details({ name: word, module: word, reason: word });
const machineCredential = details({ userId: word, reason: word, mode: word });
const program = details({ argv: z.array(z.string()), cwd: word });
const signIn = details({ addressPrefix: word, reason: word });

/**
 * Every kind of entry with the schema of its details: `<subject>.<past participle>`. Never renamed, only added.
 * A module that has a new kind adds it here.
 */
export const AUDIT_KINDS = {
  'organization.registered': details({ login: word, kind: word }),
  'organization.renamed': plain,
  'member.joined': change.extend({ role: word.optional() }),
  'member.role_changed': change,
  'member.role_granted': change,
  'member.removed': change.extend({ reason: word.optional() }),
  'settings.changed': details({ keys: z.array(z.string()) }),
  'task.created': plain,
  'task.virtual_created': batch,
  'task.virtual_archived': batch,
  'task.virtual_pruned': batch,
  'task.archived': details({ reason: word }),
  'task.restored': plain,
  'task.killed': plain,
  'task.renamed': plain,
  'task.policy_changed': details({ policy: word }),
  'task.trusted': plain,
  'task.prepared': plain,
  'task.owner_changed': details({ from: word, to: word, cause: word, mode: word }),
  'task.owner_cleared': details({ from: word, reason: word }),
  'task.error_dismissed': plain,
  'task.pushed': details({ headSha: word }),
  'task.synced': details({ headSha: word }),
  'file.reverted': details({ path: word }),
  'push.outside_branch': details({ branch: word }),
  'operation.cancelled': plain,
  'operation.retried': plain,
  'session.created': plain,
  'session.renamed': plain,
  'session.configured': details({ model: word, mode: word, reasoning: word }),
  'session.closed': plain,
  'session.retried': plain,
  'session.queue_released': plain,
  'message.sent': details({ length: count, digest: word }),
  'message.edited': plain,
  'message.cancelled': plain,
  'message.retried': plain,
  'turn.stopped': plain,
  'permission.answered': details({ answer: word }),
  'billing.changed': plain,
  'github.installation_connected': account,
  'github.installation_suspended': account,
  'github.installation_removed': account,
  'github.installation_permissions_changed': account,
  'github.app_registered': details({ slug: word }),
  'github.claim_refused': account,
  'github.sync_requested': plain,
  'github.sync_cancelled': plain,
  'github.sync_failed': plain,
  'github.delivery_retried': plain,
  'access.lowered': change,
  'pull_request.requested': pullRequest,
  'pull_request.opened': pullRequest,
  'pull_request.merged': pullRequest,
  'pull_request.closed': pullRequest,
  'pull_request.marked_ready': pullRequest,
  'pull_request.failed': pullRequest,
  'user.signed_in': signIn,
  'user.sign_in_refused': signIn,
  'user.signed_out': plain,
  'user.sessions_ended': batch,
  'user.authorization_revoked': plain,
  'user.deleted': plain,
  'token.created': details({ tokenId: word, name: word }),
  'token.revoked': details({ tokenId: word, name: word }),
  'credential.leased': credential,
  'credential.refused': credential,
  'credential.ended': credential,
  'credential.installed': machineCredential,
  'credential.removed': machineCredential,
  'sandbox.created': details({ provider: word }),
  'sandbox.resumed': plain,
  'sandbox.paused': details({ reason: word }),
  'sandbox.extended': details({ minutes: count }),
  'sandbox.recreated': plain,
  'sandbox.destroyed': details({ reason: word }),
  'sandbox.retried': plain,
  'process.started': program,
  'process.stopped': plain,
  'process.deleted': plain,
  'process.executed': program,
  'terminal.opened': plain,
  'variable.set': plain,
  'variable.removed': plain,
  'variable.tested': plain,
  'audit.exported': details({ from: word, to: word, format: z.enum(['jsonl', 'csv']) }),
  'audit.verification_failed': details({ fault: word, seq: word }),
  'audit.details_erased': details({ userId: word, count }),
  'audit.key_changed': details({ from: word, to: word }),
  'audit.pruned': details({ through: word, count, before: word }),
  'deadLetter.retried': inspected,
  'deadLetter.discarded': inspected,
  'command.cancelled': inspected,
  'effect.retried': inspected,
  'effect.cancelled': inspected,
} as const satisfies Record<string, z.ZodObject>;

export type AuditKind = keyof typeof AUDIT_KINDS;

/** Whether a kind is declared. */
export const isAuditKind = (kind: string): kind is AuditKind => Object.hasOwn(AUDIT_KINDS, kind);
