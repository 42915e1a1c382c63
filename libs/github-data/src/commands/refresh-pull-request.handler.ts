import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { FetchPullRequest, RecordPullRequest, RefreshPullRequest } from '../contracts/index.js';
import { RepositoryUnknown } from '../domain/rejections.js';
import { storedPullRequests } from '../rows/pull-request-rows.js';
import { storedRepositories } from '../rows/repository-rows.js';
import { closePullRequests } from './end-rows.js';
import { contextOf } from './runs/start-run.js';
import { storePullRequests } from './store-pull-requests.js';

/** Asks GitHub for one pull request. */
@CommandHandler(RefreshPullRequest)
export class RefreshPullRequestHandler extends Handler<RefreshPullRequest> {
  async handle({ payload }: RefreshPullRequest, tx: Tx): Promise<null> {
    const { organizationId, repositoryId, number } = payload;
    const repository = (await storedRepositories(tx, organizationId, [repositoryId])).get(repositoryId);
    if (repository?.state !== 'available') throw new RepositoryUnknown();
    const { installationId, permissions } = await contextOf(tx, organizationId);
    const { fullName } = repository;
    tx.perform(new FetchPullRequest({ organizationId, installationId, permissions, repositoryId, fullName, number }));
    return null;
  }
}

/** Takes over what GitHub answered: it wins against what has the same time. */
@CommandHandler(RecordPullRequest)
export class RecordPullRequestHandler extends Handler<RecordPullRequest> {
  async handle({ payload }: RecordPullRequest, tx: Tx): Promise<null> {
    const { organizationId, repositoryId, number, pullRequest, error, observedAt } = payload;
    const repository = (await storedRepositories(tx, organizationId, [repositoryId])).get(repositoryId);
    if (error !== null || repository?.state !== 'available') return null;
    if (pullRequest !== null) {
      const source = { observedAt: new Date(observedAt), fetched: true };
      await storePullRequests(tx, organizationId, repositoryId, [pullRequest], source);
      return null;
    }
    const known = (await storedPullRequests(tx, organizationId, repositoryId, [number])).get(number);
    if (known?.state === 'open') await closePullRequests(tx, organizationId, [{ repositoryId, number }], 'vanished');
    return null;
  }
}
