import { Database } from '@foundry/messaging';
import { Global, Module } from '@nestjs/common';
import { MintedLoans } from './access/minted-loans.js';
import { StoredLiveAccess } from './access/stored-live-access.js';
import { Github } from './client/github.js';
import { githubConfig } from './client/github-config.js';
import { NoGithub } from './client/not-configured.js';
import { OctokitGithub } from './client/octokit-github.js';
import { RateBudgets } from './client/rate-budgets.js';
import { RatePace } from './client/rate-pace.js';
import { ReconcileAppHandler, RecordAppSweepHandler } from './commands/app-sweep.handler.js';
import { RecordChecksHandler, RefreshChecksHandler } from './commands/checks/checks.handlers.js';
import { WatchPullRequestsHandler } from './commands/checks/watch-pull-requests.handler.js';
import { ClaimInstallationHandler, RecordClaimHandler } from './commands/claim.handler.js';
import {
  DiscoverAccountsHandler,
  ExpireDiscoveryHandler,
  RecordDiscoveryHandler,
} from './commands/discovery.handler.js';
import { ExpireOperationHandler, RecordOperationHandler } from './commands/operations/record-operation.handlers.js';
import {
  ClosePullRequestHandler,
  DeleteBranchHandler,
  MarkReadyHandler,
  MergePullRequestHandler,
  OpenPullRequestHandler,
} from './commands/operations/request-operation.handlers.js';
import { PruneHandler } from './commands/prune.handler.js';
import { ReconcileHandler } from './commands/reconcile.handler.js';
import { RecordAccessHandler } from './commands/record-access.handler.js';
import { RecordAccessReadHandler, RefreshAccessHandler } from './commands/refresh-access.handler.js';
import { RecordInstallationHandler, RecordInstallationReadHandler } from './commands/record-installation.handler.js';
import { RecordPullRequestHandler, RefreshPullRequestHandler } from './commands/refresh-pull-request.handler.js';
import { CancelSyncHandler } from './commands/runs/cancel-sync.handler.js';
import { CheckRunHandler, FailRunHandler } from './commands/runs/fail-run.handler.js';
import { FinishSyncHandler } from './commands/runs/finish-sync.handler.js';
import { RecordMembersHandler } from './commands/runs/record-members.handler.js';
import { RecordPullRequestsHandler } from './commands/runs/record-pull-requests.handler.js';
import { RecordRepositoriesHandler } from './commands/runs/record-repositories.handler.js';
import { RequestSyncHandler } from './commands/runs/request-sync.handler.js';
import { ContinueRunHandler, DeferRunHandler } from './commands/runs/wait-for-github.handler.js';
import { ReceiveDeliveryHandler } from './commands/webhooks/receive-delivery.handler.js';
import { RetryDeliveryHandler } from './commands/webhooks/retry-delivery.handler.js';
import { InstallationLoans, LiveAccess } from './contracts/index.js';
import { AllowedAccounts } from './domain/allowed-accounts.js';
import { FetchChecksEffect } from './effects/fetch-checks.effect.js';
import { FetchPullRequestEffect } from './effects/fetch-pull-request.effect.js';
import { FindAccountsEffect } from './effects/find-accounts.effect.js';
import { KnownMarks } from './effects/known-marks.js';
import { ListMembersEffect } from './effects/list-members.effect.js';
import { ListPullRequestsEffect } from './effects/list-pull-requests.effect.js';
import { ListRepositoriesEffect } from './effects/list-repositories.effect.js';
import { PerformOperationEffect } from './effects/operations/perform-operation.effect.js';
import { ReadAccessEffect } from './effects/read-access.effect.js';
import { ReadInstallationEffect } from './effects/read-installation.effect.js';
import { SweepAppEffect } from './effects/sweep-app.effect.js';
import { VerifyClaimEffect } from './effects/verify-claim.effect.js';
import { GithubQueriesModule } from './github-queries.module.js';
import { manifest } from './manifest.js';
import { REACTIONS } from './reactions/organization-reactions.js';
import { FRAMES } from './realtime/github-frames.js';

const HANDLERS = [
  ReceiveDeliveryHandler,
  RetryDeliveryHandler,
  RecordInstallationHandler,
  RecordInstallationReadHandler,
  ClaimInstallationHandler,
  RecordClaimHandler,
  RequestSyncHandler,
  CancelSyncHandler,
  RecordRepositoriesHandler,
  RecordMembersHandler,
  RecordPullRequestsHandler,
  FinishSyncHandler,
  DeferRunHandler,
  ContinueRunHandler,
  FailRunHandler,
  CheckRunHandler,
  RefreshPullRequestHandler,
  RecordPullRequestHandler,
  DiscoverAccountsHandler,
  RecordDiscoveryHandler,
  ExpireDiscoveryHandler,
  RecordAccessHandler,
  RefreshAccessHandler,
  RecordAccessReadHandler,
  ReconcileHandler,
  ReconcileAppHandler,
  RecordAppSweepHandler,
  PruneHandler,
  WatchPullRequestsHandler,
  RefreshChecksHandler,
  RecordChecksHandler,
  OpenPullRequestHandler,
  MergePullRequestHandler,
  ClosePullRequestHandler,
  MarkReadyHandler,
  DeleteBranchHandler,
  RecordOperationHandler,
  ExpireOperationHandler,
];

const EFFECTS = [
  ListRepositoriesEffect,
  ListMembersEffect,
  ListPullRequestsEffect,
  FetchPullRequestEffect,
  ReadInstallationEffect,
  FindAccountsEffect,
  VerifyClaimEffect,
  ReadAccessEffect,
  SweepAppEffect,
  FetchChecksEffect,
  PerformOperationEffect,
];

/** The only one who speaks with GitHub's REST API; without a configured App everything is refused. */
function github(budgets: RateBudgets, pace: RatePace): Github {
  const { app, apiUrl } = githubConfig(process.env);
  return app
    ? new OctokitGithub({ appId: app.appId, privateKey: app.privateKey, apiUrl }, budgets, pace)
    : new NoGithub();
}

/** What the worker runs of this module. It hands other modules what GitHub says now, and tokens of the App. */
@Global()
@Module({
  imports: [GithubQueriesModule],
  providers: [
    ...HANDLERS,
    ...EFFECTS,
    ...REACTIONS,
    ...FRAMES,
    KnownMarks,
    { provide: RateBudgets, useFactory: (database: Database) => new RateBudgets(database), inject: [Database] },
    { provide: RatePace, useFactory: (database: Database) => new RatePace(database), inject: [Database] },
    { provide: Github, useFactory: github, inject: [RateBudgets, RatePace] },
    { provide: LiveAccess, useClass: StoredLiveAccess },
    { provide: InstallationLoans, useClass: MintedLoans },
    {
      provide: AllowedAccounts,
      useFactory: () => new AllowedAccounts(githubConfig(process.env).allowedAccounts),
    },
  ],
  exports: [LiveAccess, InstallationLoans],
})
export class GithubDataWorkerModule {
  static readonly manifest = manifest;
}
