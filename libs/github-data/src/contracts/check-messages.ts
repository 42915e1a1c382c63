import { command, effect, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed } from './command-fields.js';
import { ChecksState } from './names.js';

const ofCommit = { organizationId: Id64, repositoryId: Id64, headSha: z.string().min(1).max(64) };
const SECOND = 1_000;

/** Which pull requests somebody works on: only their checks are read. */
export class WatchPullRequests extends command({
  name: 'github-data.watchPullRequests',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    pullRequests: z
      .array(z.object({ repositoryId: Id64, number: z.int().min(1), watched: z.boolean() }))
      .min(1)
      .max(100),
  }),
  audit: { none: 'derived' },
}) {}

/** Nothing was told of the checks of a commit for a while: what they add up to is read, if somebody watches it. */
export class RefreshChecks extends command({
  name: 'github-data.refreshChecks',
  ...keyed,
  payload: z.object(ofCommit),
  audit: { none: 'progress' },
}) {}

/** What statuses and check suites of a commit add up to; open pull requests with that head show it. */
export class RecordChecks extends command({
  name: 'github-data.recordChecks',
  ...keyed,
  payload: z.object({ ...ofCommit, checks: ChecksState }),
  audit: { none: 'derived' },
}) {}

/** Reads statuses and check suites of one commit. */
export class FetchChecks extends effect({
  name: 'github-data.fetchChecks',
  ...keyed,
  payload: z.object({
    ...ofCommit,
    installationId: Id64,
    permissions: z.record(z.string(), z.string()),
    fullName: z.string().min(3).max(255),
  }),
  timeoutMs: 30 * SECOND,
  maxAttempts: 2,
  exclusive: ({ repositoryId, headSha }) => `checks:${repositoryId}:${headSha}`,
}) {}
