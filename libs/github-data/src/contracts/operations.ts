import { Id64, text, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const BODY_BYTES = 65_536;
const number = z.int().min(1);
const headSha = z.string().regex(/^[0-9a-f]{40,64}$/, 'must be the full name of a commit');
const branch = z.string().min(1).max(255);

/** Markdown of a pull request: at most 64 KiB. Postgres keeps no NUL. */
const body = z
  .string()
  .max(BODY_BYTES)
  .transform((value) => value.replaceAll('\0', ''))
  .refine((value) => new TextEncoder().encode(value).length <= BODY_BYTES, 'must have at most 64 KiB');

export const MergeMethod = z.enum(['merge', 'squash', 'rebase']);
export type MergeMethod = z.infer<typeof MergeMethod>;

/** What each kind of operation needs to know. A branch is one of the repository itself, never of a fork. */
export const operationInputs = {
  open: z.object({ branch, base: branch, title: text(256).min(1), body: body.default(''), draft: z.boolean() }),
  /** `expectedHeadSha`: the commit that the person saw; with another one at GitHub nothing is merged. */
  merge: z.object({ number, method: MergeMethod, expectedHeadSha: headSha }),
  close: z.object({ number }),
  mark_ready: z.object({ number }),
  delete_branch: z.object({ branch, expectedHeadSha: headSha }),
};

export const Operation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), ...operationInputs.open.shape }),
  z.object({ kind: z.literal('merge'), ...operationInputs.merge.shape }),
  z.object({ kind: z.literal('close'), ...operationInputs.close.shape }),
  z.object({ kind: z.literal('mark_ready'), ...operationInputs.mark_ready.shape }),
  z.object({ kind: z.literal('delete_branch'), ...operationInputs.delete_branch.shape }),
]);
export type Operation = z.infer<typeof Operation>;
export type OperationOf<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** Who asked for what: the person's own authority is used, and nobody else's. `taskId` is a label. */
export const operationFields = {
  organizationId: Id64,
  operationId: Uuid,
  taskId: Uuid,
  repositoryId: Id64,
  userId: Id64,
};

/** What GitHub did. `existing`: it was so already, and nothing was changed. */
export const OperationResult = z.object({
  existing: z.boolean(),
  /** Of the pull request; null for a branch. */
  number: number.nullable(),
  url: z.string().max(2_000).nullable(),
  /** The commit that the pull request or the branch had. */
  headSha: z.string().max(64).nullable(),
});
export type OperationResult = z.infer<typeof OperationResult>;

/** Why GitHub did not do it. `text` is for people: what happened, with GitHub's own words where it gave some. */
export const OperationError = z.object({
  code: z.string().max(80),
  text: z.string().max(1_000),
  /** The same may work later without anything else being changed. */
  retryable: z.boolean(),
  /** GitHub asked to wait until then. */
  until: Timestamp.nullable(),
});
export type OperationError = z.infer<typeof OperationError>;
