import { Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { operationInputs } from '../contracts/index.js';

const ID = '0190c6a0-0000-7000-8000-000000000003';
const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';

/** With it a repetition is the same operation, without an idempotency key as well. */
const operationId = Uuid.meta({ description: 'Id of the operation, minted by the sender.' });

export const PushBody = z.strictObject({ operationId, ...operationInputs.push.shape }).meta({
  id: 'PushBody',
  description: 'How to push.',
  examples: [{ operationId: ID, commitMessage: 'Greet by name' }],
});
export type PushBody = z.infer<typeof PushBody>;

export const SyncBody = z.strictObject({ operationId, ...operationInputs.sync.shape }).meta({
  id: 'BranchSyncBody',
  description: 'How to bring in what is new.',
  examples: [{ operationId: ID, method: 'merge' }],
});
export type SyncBody = z.infer<typeof SyncBody>;

export const PublishBody = z.strictObject({ operationId, ...operationInputs.publish.shape }).meta({
  id: 'PublishBody',
  description: 'The pull request to open.',
  examples: [{ operationId: ID, title: 'Greet people by name', body: 'Closes #7.' }],
});
export type PublishBody = z.infer<typeof PublishBody>;

export const MergeBody = z.strictObject({ operationId, ...operationInputs.merge.shape }).meta({
  id: 'MergeBody',
  description: 'What to merge, and how.',
  examples: [{ operationId: ID, number: 7, method: 'squash', expectedHeadSha: SHA }],
});
export type MergeBody = z.infer<typeof MergeBody>;

export const CloseBody = z
  .strictObject({ operationId, ...operationInputs.close.shape })
  .meta({ id: 'ClosePullRequestBody', description: 'What to close.', examples: [{ operationId: ID, number: 7 }] });
export type CloseBody = z.infer<typeof CloseBody>;

export const ReadyBody = z
  .strictObject({ operationId, ...operationInputs.ready.shape })
  .meta({ id: 'ReadyBody', description: 'What is ready.', examples: [{ operationId: ID, number: 7 }] });
export type ReadyBody = z.infer<typeof ReadyBody>;

export const RevertBody = z.strictObject({ operationId, ...operationInputs.revert.shape }).meta({
  id: 'RevertBody',
  description: 'Which file, and to what.',
  examples: [{ operationId: ID, path: 'src/index.ts', to: 'base' }],
});
export type RevertBody = z.infer<typeof RevertBody>;
