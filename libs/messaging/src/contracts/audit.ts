import { z } from 'zod';
import { Id64, Uuid } from './ids.js';

/** Why a command class makes no audit entry: its cause is audited, it is a person's own view, or it is a step of a run. */
export type Unaudited = { none: 'derived' | 'private' | 'progress' };

/** What an entry is about. The actor comes from the envelope. */
export const AuditSubject = z.object({
  /** For commands whose outcomes have several kinds (a member joined, or changed role). Absent: the declared kind. */
  kind: z.string().max(80).optional(),
  subject: z.object({ type: z.string().max(40), id: z.string().max(80) }),
  /** Stream (chain) of the entry. Absent: the command's organization, else the user it concerns, else `0`. */
  streamId: z.string().max(20).optional(),
  taskId: Uuid.optional(),
  repositoryId: Id64.optional(),
  branch: z.string().max(255).optional(),
  details: z.record(z.string(), z.unknown()).default({}),
});
export type AuditSubject = z.input<typeof AuditSubject>;

/** The kind of the entry, and what it is about. A method, so that classes of different payloads fit one registry. */
export interface AuditedAs<Payload> {
  kind: string;
  entry(payload: Payload): AuditSubject;
  /** The handler makes each entry with `tx.audit`, for none, one or many subjects; without a call there is none. */
  each?: true;
}

/** The audit declaration of a command class: a kind with the subject drawn from the payload, or none with a reason. */
export type AuditDeclaration<Payload> = Unaudited | AuditedAs<Payload>;

/** One entry as the kernel hands it to the audit log, in the transaction of the change it tells of. */
export const AuditRecord = AuditSubject.extend({
  entryId: Uuid,
  streamId: z.string().max(20),
  kind: z
    .string()
    .regex(/^[a-z_A-Z]+\.[a-z_]+$/)
    .max(80),
  occurredAt: z.iso.datetime(),
  outcome: z.enum(['done', 'refused']),
  code: z.string().max(80).optional(),
  actor: z.object({ kind: z.enum(['user', 'agent', 'system', 'github']), id: z.string().max(120) }),
  onBehalfOf: z.string().max(120).optional(),
  via: z.enum(['session', 'api_token', 'webhook', 'schedule', 'reaction']),
  commandId: Uuid,
  correlationId: Uuid,
});
export type AuditRecord = z.infer<typeof AuditRecord>;
