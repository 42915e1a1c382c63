import { command, Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { code, keyed, organizationId } from './command-fields.js';
import { PullRequestFacts } from './names.js';

/** Asks GitHub for one pull request; what it answers wins. */
export class RefreshPullRequest extends command({
  name: 'github-data.refreshPullRequest',
  ...keyed,
  payload: z.object({ organizationId, repositoryId: Id64, number: z.int().min(1) }),
  audit: { none: 'progress' },
}) {}

/** What GitHub answered about one pull request; null: it is gone. */
export class RecordPullRequest extends command({
  name: 'github-data.recordPullRequest',
  ...keyed,
  payload: z.object({
    organizationId,
    repositoryId: Id64,
    number: z.int().min(1),
    pullRequest: PullRequestFacts.nullable(),
    /** GitHub could not be asked: nothing changes. */
    error: code.nullable(),
    observedAt: Timestamp,
  }),
  audit: { none: 'derived' },
}) {}
