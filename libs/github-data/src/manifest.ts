import type { ModuleManifest } from '@foundry/messaging';
import { AddAccessPace1764100000510 } from '../migrations/add-access-pace.js';
import { AddChecksAsked1764200000500 } from '../migrations/add-checks-asked.js';
import { AddAppRegistration1764150000500 } from '../migrations/add-app-registration.js';
import { CompressPayloads1764300000500 } from '../migrations/compress-payloads.js';
import { CreateGithubData1764000000500 } from '../migrations/create-github-data.js';
import { AddOperations1764000000560 } from '../migrations/add-operations.js';
import * as contracts from './contracts/index.js';
import { SEALED_REGISTRATION } from './setup/app-registrations.js';

const MINUTE = 60_000;
const app = { entityId: 'app' } as const;

export const manifest: ModuleManifest = {
  name: 'github-data',
  entities: [],
  migrations: [
    CreateGithubData1764000000500,
    AddOperations1764000000560,
    AddAccessPace1764100000510,
    AddAppRegistration1764150000500,
    AddChecksAsked1764200000500,
    CompressPayloads1764300000500,
  ],
  commands: [
    contracts.ReceiveDelivery,
    contracts.RetryDelivery,
    contracts.RecordInstallation,
    contracts.RecordInstallationRead,
    contracts.ClaimInstallation,
    contracts.RecordClaim,
    contracts.RequestSync,
    contracts.CancelSync,
    contracts.RecordRepositories,
    contracts.RecordMembers,
    contracts.RecordPullRequests,
    contracts.FinishSync,
    contracts.DeferRun,
    contracts.ContinueRun,
    contracts.FailRun,
    contracts.CheckRun,
    contracts.RefreshPullRequest,
    contracts.RecordPullRequest,
    contracts.DiscoverAccounts,
    contracts.RecordDiscovery,
    contracts.ExpireDiscovery,
    contracts.RecordAccess,
    contracts.RefreshAccess,
    contracts.RecordAccessRead,
    contracts.Reconcile,
    contracts.ReconcileApp,
    contracts.RecordAppSweep,
    contracts.Prune,
    contracts.WatchPullRequests,
    contracts.RefreshChecks,
    contracts.RecordChecks,
    contracts.OpenPullRequest,
    contracts.MergePullRequest,
    contracts.ClosePullRequest,
    contracts.MarkReady,
    contracts.DeleteBranch,
    contracts.RecordOperation,
    contracts.ExpireOperation,
  ],
  events: [
    contracts.InstallationChanged,
    contracts.StatusChanged,
    contracts.RepositoriesChanged,
    contracts.PullRequestsChanged,
    contracts.PullRequestActivity,
    contracts.MembersChanged,
    contracts.AccessChanged,
    contracts.AccountsDiscovered,
    contracts.DiscoveryChanged,
    contracts.AuthorizationRevoked,
    contracts.BranchPushed,
    contracts.BranchDeleted,
    contracts.SyncFinished,
    contracts.OperationFinished,
  ],
  effects: [
    contracts.ListRepositories,
    contracts.ListMembers,
    contracts.ListPullRequests,
    contracts.FetchPullRequest,
    contracts.ReadInstallation,
    contracts.FindAccounts,
    contracts.VerifyClaim,
    contracts.ReadAccess,
    contracts.SweepApp,
    contracts.FetchChecks,
    contracts.PerformOperation,
  ],
  schedules: [
    {
      key: 'github-data.deliveries',
      everyMs: 10 * MINUTE,
      command: () => new contracts.ReconcileApp({ ...app, part: 'deliveries' }),
    },
    {
      key: 'github-data.installations',
      everyMs: 24 * 60 * MINUTE,
      command: () => new contracts.ReconcileApp({ ...app, part: 'installations' }),
    },
    {
      key: 'github-data.organizations',
      everyMs: 30 * MINUTE,
      command: () => new contracts.ReconcileApp({ ...app, part: 'organizations' }),
    },
    { key: 'github-data.prune', everyMs: 24 * 60 * MINUTE, command: () => new contracts.Prune(app) },
  ],
  sealed: [SEALED_REGISTRATION],
  // A delivery is stored before GitHub is answered; the App is made, and an installation begun, in a browser.
  apiGrants: (role) => [
    `grant insert on github_data.webhook_deliveries, github_data.app_registration to ${role}`,
    `grant insert, delete on github_data.install_claims to ${role}`,
    `grant insert, update, delete on github_data.setup_links to ${role}`,
  ],
};
