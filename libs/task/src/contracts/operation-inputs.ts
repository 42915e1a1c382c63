import { text } from '@foundry/messaging/contracts';
import { z } from 'zod';

const BODY_BYTES = 65_536;

export const CommitSha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'must be the full name of a commit');
const number = z.int().min(1).meta({ description: 'Number of the pull request.' });
const commitMessage = text(10_000)
  .nullable()
  .default(null)
  .meta({ description: 'Commits everything with this message before; null: only what is committed is pushed.' });

/** `with_lease`: the remote branch is replaced if it is at the expected commit. Never in another way. */
const Force = z
  .strictObject({
    kind: z.literal('with_lease').meta({ description: 'How it is replaced; never in another way.' }),
    expectedSha: CommitSha.meta({ description: 'The commit that the person saw at GitHub.' }),
  })
  .nullable()
  .default(null)
  .meta({ description: 'Replaces the remote branch, if it is at the commit that the person saw.' });

/** Markdown of a pull request: at most 64 KiB. Postgres keeps no NUL. */
const body = z
  .string()
  .max(BODY_BYTES)
  .transform((value) => value.replaceAll('\0', ''))
  .refine((value) => new TextEncoder().encode(value).length <= BODY_BYTES, 'must have at most 64 KiB');

const afterwards = {
  deleteBranch: z.boolean().default(false).meta({ description: 'Deletes the branch at GitHub afterwards.' }),
  archive: z.boolean().default(false).meta({ description: 'Archives the task afterwards.' }),
};

/** What each kind of operation needs to know; also the bodies of its routes, beside the id of the operation. */
export const operationInputs = {
  push: z.object({ commitMessage, force: Force }),
  sync: z.object({
    method: z
      .enum(['merge', 'rebase'])
      .default('merge')
      .meta({ description: 'How the base branch comes in where the branch cannot simply move forward.' }),
  }),
  publish: z.object({
    commitMessage,
    title: text(256).min(1).meta({ description: 'Title of the pull request.' }),
    body: body.default('').meta({ description: 'Its description, Markdown.' }),
    base: z
      .string()
      .min(1)
      .max(255)
      .nullable()
      .default(null)
      .meta({ description: 'The branch it goes to; null: the base of the task, else the default branch.' }),
    draft: z.boolean().default(false).meta({ description: 'Opens it as a draft.' }),
  }),
  merge: z.object({
    number,
    method: z.enum(['merge', 'squash', 'rebase']).meta({ description: 'How GitHub merges it.' }),
    expectedHeadSha: CommitSha.meta({ description: 'The commit that the person saw; with another nothing is merged.' }),
    ...afterwards,
  }),
  close: z.object({
    number,
    expectedHeadSha: CommitSha.nullable()
      .default(null)
      .meta({ description: 'Commit of the branch that was seen; without it the branch is not deleted.' }),
    ...afterwards,
  }),
  ready: z.object({ number }),
  revert: z.object({
    path: z.string().max(8_192).meta({ description: 'Path as the list of changes has it.' }),
    to: z.enum(['base', 'head']).meta({ description: 'As the base branch has it, or as the last commit has it.' }),
  }),
};

const kind = <const Kind extends string>(name: Kind) => ({ kind: z.literal(name) });

/** What was asked for, as the row of an operation keeps it. */
export const GitOperationInput = z.discriminatedUnion('kind', [
  operationInputs.push.extend(kind('push')),
  operationInputs.sync.extend(kind('sync')),
  operationInputs.publish.extend(kind('publish')),
  operationInputs.merge.extend(kind('merge')),
  operationInputs.close.extend(kind('close')),
  operationInputs.ready.extend(kind('ready')),
  operationInputs.revert.extend(kind('revert')),
]);
export type GitOperationInput = z.infer<typeof GitOperationInput>;
