import { command, Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import {
  Account,
  DeliveryId,
  InstallationFacts,
  MembershipRole,
  Permission,
  PullRequestFacts,
  SyncScope,
  SyncTrigger,
} from './names.js';
import { DeliveryView, SyncRunView } from './views.js';

const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;
const organizationId = Id64;
const organizationOf = (payload: { organizationId: string }) => ({
  subject: { type: 'organization', id: payload.organizationId },
});
const code = z.string().max(80);
const requests = z.int().min(0);

/** Applies a stored delivery; marks it processed, ignored or failed with a reason. */
export class ReceiveDelivery extends command({
  name: 'github-data.receiveDelivery',
  ...keyed,
  payload: z.object({ organizationId, deliveryId: DeliveryId }),
  audit: { kind: 'github.installation_connected', entry: organizationOf, each: true },
}) {}

/** Applies a failed delivery again, while its payload is still kept. */
export class RetryDelivery extends command({
  name: 'github-data.retryDelivery',
  ...keyed,
  payload: z.object({ organizationId, deliveryId: DeliveryId }),
  result: DeliveryView,
  audit: {
    kind: 'github.delivery_retried',
    entry: ({ deliveryId }) => ({ subject: { type: 'delivery', id: deliveryId } }),
  },
}) {}

/** What GitHub says about the installation of an account at `observedAt`. Older than known: ignored. */
export class RecordInstallation extends command({
  name: 'github-data.recordInstallation',
  ...keyed,
  payload: z.object({ organizationId, installation: InstallationFacts, observedAt: Timestamp }),
  audit: { kind: 'github.installation_connected', entry: organizationOf, each: true },
}) {}

/** What the App read about an installation; null without an error: GitHub does not know it any more. */
export class RecordInstallationRead extends command({
  name: 'github-data.recordInstallationRead',
  ...keyed,
  payload: z.object({
    organizationId,
    installationId: Id64,
    installation: InstallationFacts.nullable(),
    error: code.nullable(),
    observedAt: Timestamp,
  }),
  audit: { kind: 'github.installation_connected', entry: organizationOf, each: true },
}) {}

/** A person came back from GitHub with an installation; GitHub is asked whether it is theirs. */
export class ClaimInstallation extends command({
  name: 'github-data.claimInstallation',
  entity: 'userId',
  payload: z.object({ userId: Id64, installationId: Id64, nonceHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  audit: {
    kind: 'github.claim_refused',
    entry: ({ installationId }) => ({ subject: { type: 'installation', id: installationId } }),
    each: true,
  },
}) {}

/** What GitHub answered to a claim. `reason` null: it is theirs. */
export class RecordClaim extends command({
  name: 'github-data.recordClaim',
  entity: 'userId',
  payload: z.object({
    userId: Id64,
    nonceHash: z.string(),
    installation: InstallationFacts.nullable(),
    reason: code.nullable(),
    observedAt: Timestamp,
  }),
  audit: {
    kind: 'github.claim_refused',
    entry: ({ userId }) => ({ subject: { type: 'user', id: userId } }),
    each: true,
  },
}) {}

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

/** Looks for the organizations of a person. While a search is running it is that one. */
export class DiscoverAccounts extends command({
  name: 'github-data.discoverAccounts',
  entity: 'userId',
  payload: z.object({ userId: Id64 }),
  audit: { none: 'progress' },
}) {}

/** What GitHub answered about a person. Closes the search. */
export class RecordDiscovery extends command({
  name: 'github-data.recordDiscovery',
  entity: 'userId',
  payload: z.object({
    userId: Id64,
    profile: z.object({ login: z.string(), name: z.string().nullable(), avatarUrl: z.string().nullable() }).nullable(),
    email: z.string().max(320).nullable(),
    accounts: z.array(Account).max(200),
    memberships: z.array(z.object({ organizationId: Id64, githubRole: MembershipRole })).max(200),
    denied: z.array(Id64).max(200),
    complete: z.boolean(),
    reason: code.nullable(),
    observedAt: Timestamp,
  }),
  audit: { none: 'derived' },
}) {}

/** The time of a search is over; if it is still running, it failed. */
export class ExpireDiscovery extends command({
  name: 'github-data.expireDiscovery',
  entity: 'userId',
  payload: z.object({ userId: Id64 }),
  audit: { none: 'progress' },
}) {}

/** What a person may do in these repositories; `complete`: in all others nothing. */
export class RecordAccess extends command({
  name: 'github-data.recordAccess',
  ...keyed,
  payload: z.object({
    organizationId,
    userId: Id64,
    access: z.array(z.object({ repositoryId: Id64, permission: Permission })).max(500),
    checkedAt: Timestamp,
    complete: z.boolean(),
  }),
  audit: { none: 'derived' },
}) {}

/** Sweep of one organization: reads what may have changed without a webhook. */
export class Reconcile extends command({
  name: 'github-data.reconcile',
  ...keyed,
  payload: z.object({ organizationId }),
  audit: { none: 'progress' },
}) {}

/** Sweep of the App: its installations and the deliveries that failed. Its entity is `app`. */
export class ReconcileApp extends command({
  name: 'github-data.reconcileApp',
  entity: 'entityId',
  payload: z.object({ entityId: z.literal('app'), part: z.enum(['deliveries', 'installations', 'organizations']) }),
  audit: { none: 'progress' },
}) {}

/** What the sweep of the App saw. */
export class RecordAppSweep extends command({
  name: 'github-data.recordAppSweep',
  entity: 'entityId',
  payload: z.object({
    entityId: z.literal('app'),
    installations: z.array(InstallationFacts).max(100),
    redelivered: z.array(DeliveryId).max(500),
    observedAt: Timestamp,
  }),
  audit: { none: 'derived' },
}) {}

/** Drops what is kept no longer. */
export class Prune extends command({
  name: 'github-data.prune',
  entity: 'entityId',
  payload: z.object({ entityId: z.literal('app') }),
  audit: { none: 'progress' },
}) {}
