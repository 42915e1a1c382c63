import { command, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { code, keyed, organizationId, organizationOf, requests } from './command-fields.js';
import { MembershipRole, SyncScope, SyncTrigger } from './names.js';
import { SyncRunView } from './run-views.js';

/** Starts a run, or queues one behind the running one; a queued one takes the scope in. Answers the run that works. */
export class RequestSync extends command({
  name: 'github-data.requestSync',
  ...keyed,
  payload: z.object({ organizationId, runId: Uuid, trigger: SyncTrigger, scope: SyncScope }),
  result: z.object({ runId: Uuid }),
  audit: { kind: 'github.sync_requested', entry: organizationOf, each: true },
}) {}

/** Ends a run; nothing is swept, and what arrives late is ignored. */
export class CancelSync extends command({
  name: 'github-data.cancelSync',
  ...keyed,
  payload: z.object({ organizationId, runId: Uuid }),
  result: SyncRunView,
  audit: { kind: 'github.sync_cancelled', entry: organizationOf },
}) {}

/** A page of the repository list was stored under (run, `repositories`, page). */
export class RecordRepositories extends command({
  name: 'github-data.recordRepositories',
  ...keyed,
  payload: z.object({
    organizationId,
    runId: Uuid,
    page: z.int().min(1),
    total: z.int().min(0),
    last: z.boolean(),
    observedAt: Timestamp,
    requests,
  }),
  audit: { none: 'progress' },
}) {}

/** A page of the members with one role was stored; `error`: they could not be read, so nobody is removed. */
export class RecordMembers extends command({
  name: 'github-data.recordMembers',
  ...keyed,
  payload: z.object({
    organizationId,
    runId: Uuid,
    role: MembershipRole,
    page: z.int().min(1),
    last: z.boolean(),
    error: code.nullable(),
    observedAt: Timestamp,
    requests,
  }),
  audit: { none: 'progress' },
}) {}

/** The pull requests of a batch of repositories were stored, one part for each repository and page. */
export class RecordPullRequests extends command({
  name: 'github-data.recordPullRequests',
  ...keyed,
  payload: z.object({
    organizationId,
    runId: Uuid,
    batch: z.int().min(0),
    repositories: z
      .array(
        z.object({
          repositoryId: Id64,
          error: code.nullable(),
          /** The list is as it was: what is known counts as seen. */
          unchanged: z.boolean(),
          observedAt: Timestamp,
        }),
      )
      .max(20),
    requests,
  }),
  audit: { none: 'progress' },
}) {}

/** Sweeps and closes the run. */
export class FinishSync extends command({
  name: 'github-data.finishSync',
  ...keyed,
  payload: z.object({ organizationId, runId: Uuid }),
  audit: { none: 'progress' },
}) {}

/** GitHub asked to wait: the run keeps its cursor and goes on at `until`. */
export class DeferRun extends command({
  name: 'github-data.deferRun',
  ...keyed,
  payload: z.object({ organizationId, runId: Uuid, until: Timestamp, reason: code }),
  audit: { none: 'progress' },
}) {}

/** The time that GitHub asked for is over. */
export class ContinueRun extends command({
  name: 'github-data.continueRun',
  ...keyed,
  payload: z.object({ organizationId, runId: Uuid }),
  audit: { none: 'progress' },
}) {}

/** Ends a run as failed; what is known stays. */
export class FailRun extends command({
  name: 'github-data.failRun',
  ...keyed,
  payload: z.object({ organizationId, runId: Uuid, code, text: z.string().max(500) }),
  audit: { kind: 'github.sync_failed', entry: organizationOf, each: true },
}) {}

/** Looks whether a run made progress lately, and ends it when not. */
export class CheckRun extends command({
  name: 'github-data.checkRun',
  ...keyed,
  payload: z.object({ organizationId, runId: Uuid }),
  audit: { kind: 'github.sync_failed', entry: organizationOf, each: true },
}) {}
