import { Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import {
  AccountKind,
  ChecksState,
  ClosedBy,
  DeliveryState,
  InstallationStatus,
  MembershipRole,
  Permission,
  PullRequestState,
  RepositoryState,
  ReviewState,
  RunState,
  SyncPhase,
  SyncScope,
  SyncStatus,
  SyncTrigger,
} from './names.js';

const AT = '2030-01-01T12:00:00.000Z';
const at = (description: string) => Timestamp.meta({ description });
const atOrNull = (description: string) => Timestamp.nullable().meta({ description });
const text = (description: string) => z.string().meta({ description });
const textOrNull = (description: string) => z.string().nullable().meta({ description });
const flag = (description: string) => z.boolean().meta({ description });
const count = (description: string) => z.int().min(0).meta({ description });
const organizationId = Id64.meta({ description: 'GitHub id of the account.' });
const repositoryId = Id64.meta({ description: 'GitHub id of the repository.' });
const version = count('Rises with each change; never repeats within an organization.');

const exampleRepository = {
  organizationId: '9919',
  repositoryId: '1296269',
  fullName: 'acme/orders',
  private: true,
  archived: false,
  fork: false,
  defaultBranch: 'main',
  pushedAt: AT,
  state: 'available' as const,
  removedAt: null,
  pullsSyncedAt: AT,
  syncError: null,
  version: 7,
};

/** A repository with how fresh its pull requests are. */
export const RepositoryView = z
  .object({
    organizationId,
    repositoryId,
    fullName: text('Owner and name.'),
    private: flag('Not visible to everybody at GitHub.'),
    archived: flag('Read-only at GitHub.'),
    fork: flag('Forked from another repository.'),
    defaultBranch: text('Branch that pull requests go to unless told otherwise.'),
    pushedAt: atOrNull('Time of the newest push.'),
    state: RepositoryState.meta({ description: 'Removed: the App cannot see it any more.' }),
    removedAt: atOrNull('Since when the App cannot see it.'),
    pullsSyncedAt: atOrNull('When its pull requests were last read.'),
    syncError: textOrNull('Why they could not be read, if the last try failed.'),
    version,
  })
  .meta({
    id: 'Repository',
    description: 'A repository of GitHub as it is known here.',
    examples: [exampleRepository],
  });
export type RepositoryView = z.infer<typeof RepositoryView>;

/** The same for a person: what they may do there. `unknown`: GitHub was not asked lately. */
export const OwnRepositoryView = RepositoryView.extend({
  permission: z
    .enum([...Permission.options, 'unknown'])
    .meta({ description: 'What the caller may do there; unknown when GitHub was not asked lately.' }),
}).meta({
  id: 'OwnRepository',
  description: 'A repository with what the caller may do there.',
  examples: [{ ...exampleRepository, permission: 'write' }],
});
export type OwnRepositoryView = z.infer<typeof OwnRepositoryView>;

/** A pull request, without its body. */
export const PullRequestView = z
  .object({
    organizationId,
    repositoryId,
    number: z.int().min(1).meta({ description: 'Number within the repository.' }),
    title: text('Title, as it came from GitHub: untrusted text.'),
    state: PullRequestState.meta({ description: 'Open, closed or merged.' }),
    draft: flag('Marked as not ready.'),
    url: text('Address at GitHub.'),
    headBranch: text('Branch that it brings.'),
    headSha: text('Commit that it brings.'),
    headRepositoryId: Id64.nullable().meta({ description: 'Repository of that branch; null when the fork is gone.' }),
    baseBranch: text('Branch that it goes to.'),
    authorId: Id64.nullable().meta({ description: 'Who opened it; null when the account is gone.' }),
    authorLogin: text('Login of who opened it.'),
    authorAvatarUrl: textOrNull('Picture of who opened it.'),
    labels: z.array(z.string()).meta({ description: 'Names of its labels.' }),
    review: ReviewState.meta({ description: 'What its reviews add up to.' }),
    checks: ChecksState.meta({ description: 'What its checks add up to; none for those nobody works on here.' }),
    createdAt: at('When it was opened.'),
    githubUpdatedAt: at('When it last changed at GitHub.'),
    closedAt: atOrNull('When it was closed or merged.'),
    closedBy: ClosedBy.nullable().meta({ description: 'How it came to be closed; null while open.' }),
    mergedAt: atOrNull('When it was merged.'),
    version,
  })
  .meta({
    id: 'PullRequest',
    description: 'A pull request of GitHub as it is known here.',
    examples: [
      {
        organizationId: '9919',
        repositoryId: '1296269',
        number: 17,
        title: 'Retry failed orders',
        state: 'open',
        draft: false,
        url: 'https://github.com/acme/orders/pull/17',
        headBranch: 'retry-orders',
        headSha: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
        headRepositoryId: '1296269',
        baseBranch: 'main',
        authorId: '583231',
        authorLogin: 'octocat',
        authorAvatarUrl: null,
        labels: ['bug'],
        review: 'none',
        checks: 'none',
        createdAt: AT,
        githubUpdatedAt: AT,
        closedAt: null,
        closedBy: null,
        mergedAt: null,
        version: 8,
      },
    ],
  });
export type PullRequestView = z.infer<typeof PullRequestView>;

/** A member of the organization at GitHub, whether they ever signed in here or not. */
export const GithubMemberView = z
  .object({
    userId: Id64.meta({ description: 'GitHub id of the person.' }),
    login: text('Login at GitHub.'),
    name: textOrNull('Name at GitHub, if it is known.'),
    avatarUrl: textOrNull('Address of the picture.'),
    role: MembershipRole.meta({ description: 'Role at GitHub.' }),
  })
  .meta({
    id: 'GithubMember',
    description: 'A member of the organization at GitHub.',
    examples: [{ userId: '583231', login: 'octocat', name: null, avatarUrl: null, role: 'member' }],
  });
export type GithubMemberView = z.infer<typeof GithubMemberView>;

const exampleRun = {
  runId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
  trigger: 'installation' as const,
  scope: 'all' as const,
  state: 'running' as const,
  phase: 'pull_requests' as const,
  done: 120,
  total: 500,
  failed: 0,
  requests: 130,
  waitingUntil: null,
  waitingReason: null,
  startedAt: AT,
  finishedAt: null,
  errorCode: null,
  errorText: null,
};

/** One run: what it did so far. */
export const SyncRunView = z
  .object({
    runId: z.uuid().meta({ description: 'Id of the run.' }),
    trigger: SyncTrigger.meta({ description: 'Why it was asked for.' }),
    scope: SyncScope.meta({ description: 'Everything, or the ids of these repositories.' }),
    state: RunState.meta({ description: 'Partial: some repositories could not be read.' }),
    phase: SyncPhase.meta({ description: 'What it is doing.' }),
    done: count('Steps of this phase that are done.'),
    total: z.int().min(0).nullable().meta({ description: 'Steps of this phase, when known.' }),
    failed: count('Repositories that could not be read.'),
    requests: count('Calls to GitHub so far.'),
    waitingUntil: atOrNull('GitHub asked to wait until then; it goes on by itself.'),
    waitingReason: textOrNull('Why it waits.'),
    startedAt: atOrNull('When it began; null while queued.'),
    finishedAt: atOrNull('When it ended.'),
    errorCode: textOrNull('Why it failed.'),
    errorText: textOrNull('The same for people, with the way out.'),
  })
  .meta({ id: 'SyncRun', description: 'One run of reading GitHub.', examples: [exampleRun] });
export type SyncRunView = z.infer<typeof SyncRunView>;

/** A run with what became of each repository that could not be read. */
export const SyncRunDetail = SyncRunView.extend({
  errors: z
    .array(
      z.object({
        repositoryId,
        fullName: text('Owner and name.'),
        error: text('Why it could not be read.'),
      }),
    )
    .meta({ description: 'Repositories that could not be read.' }),
}).meta({
  id: 'SyncRunDetail',
  description: 'One run with its errors.',
  examples: [
    { ...exampleRun, errors: [{ repositoryId: '1296269', fullName: 'acme/orders', error: 'github.unavailable' }] },
  ],
});
export type SyncRunDetail = z.infer<typeof SyncRunDetail>;

/** Installation and sync of one organization: also the frame `github` of its topic. */
export const GithubStatusView = z
  .object({
    organizationId,
    kind: AccountKind.meta({ description: 'An organization of GitHub, or the account of a person.' }),
    login: text('Login at GitHub.'),
    installation: InstallationStatus.meta({ description: 'Whether the App can work there.' }),
    installationId: Id64.nullable().meta({ description: 'Id of the installation; null when there is none.' }),
    missingPermissions: z.array(z.string()).meta({ description: 'Permissions that an owner still has to grant.' }),
    sync: SyncStatus.meta({ description: 'How fresh the copy is.' }),
    errorCode: textOrNull('Why the last sync failed.'),
    errorText: textOrNull('The same for people, with the way out.'),
    lastSyncedAt: atOrNull('When everything was last read.'),
    lastDeliveryAt: atOrNull('When GitHub last told something by webhook.'),
    lastDeliveryEvent: textOrNull('What that was.'),
    run: SyncRunView.nullable().meta({ description: 'The run that is going on.' }),
    version,
  })
  .meta({
    id: 'GithubStatus',
    description: 'Installation and sync of one organization.',
    examples: [
      {
        organizationId: '9919',
        kind: 'company',
        login: 'acme',
        installation: 'connected',
        installationId: '52',
        missingPermissions: [],
        sync: 'syncing',
        errorCode: null,
        errorText: null,
        lastSyncedAt: null,
        lastDeliveryAt: AT,
        lastDeliveryEvent: 'installation',
        run: exampleRun,
        version: 3,
      },
    ],
  });
export type GithubStatusView = z.infer<typeof GithubStatusView>;

/** A receipt of a webhook; never with its payload. */
export const DeliveryView = z
  .object({
    deliveryId: text('Id that GitHub gave it.'),
    event: text('What it tells of.'),
    action: textOrNull('What happened to it.'),
    repositoryId: Id64.nullable().meta({ description: 'The repository that it is about.' }),
    receivedAt: at('When it came.'),
    size: count('Bytes.'),
    state: DeliveryState.meta({ description: 'What became of it.' }),
    reason: textOrNull('Why it was ignored or failed.'),
    attempts: count('How often it was tried.'),
    processedAt: atOrNull('When it was settled.'),
  })
  .meta({
    id: 'WebhookDelivery',
    description: 'A receipt of a webhook.',
    examples: [
      {
        deliveryId: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
        event: 'pull_request',
        action: 'opened',
        repositoryId: '1296269',
        receivedAt: AT,
        size: 20480,
        state: 'processed',
        reason: null,
        attempts: 1,
        processedAt: AT,
      },
    ],
  });
export type DeliveryView = z.infer<typeof DeliveryView>;

/** How the search for a person's organizations goes: also the frame `discovery` of topic `app:<userId>`. */
export const DiscoveryView = z
  .object({
    state: z.enum(['never', 'running', 'done', 'failed']).meta({ description: 'How far it is.' }),
    startedAt: atOrNull('When it began.'),
    finishedAt: atOrNull('When it ended.'),
    reason: textOrNull('Why it failed.'),
    version: count('Rises with each change.'),
  })
  .meta({
    id: 'Discovery',
    description: 'How the search for the organizations of a person goes.',
    examples: [{ state: 'done', startedAt: AT, finishedAt: AT, reason: null, version: 2 }],
  });
export type DiscoveryView = z.infer<typeof DiscoveryView>;

/** The part of `GET /v1/app` that this module knows of one organization. */
export const InstallationSummary = z.object({
  organizationId: Id64,
  installation: InstallationStatus,
  sync: SyncStatus,
  /** At least one sync finished. */
  wasSynced: z.boolean(),
  version: z.int(),
});
export type InstallationSummary = z.infer<typeof InstallationSummary>;
