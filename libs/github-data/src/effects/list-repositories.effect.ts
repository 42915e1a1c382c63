import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { Github } from '../client/github.js';
import { ListRepositories, RecordRepositories } from '../contracts/index.js';
import { repositoryFacts, RepositoryPage } from '../reading/repository.js';
import { pageBatch, requestKey, type RepositoryListPage } from '../rows/pages.js';
import { keepPages } from './keep-page.js';
import { KnownMarks, markOf } from './known-marks.js';
import { afterFailure, givenUp, orFailure } from './run-failure.js';

/** A list that cannot be read is a failure of the run, never an empty list. */
@Injectable()
@PerformEffect(ListRepositories)
export class ListRepositoriesEffect implements PerformsEffect<ListRepositories> {
  constructor(
    private readonly github: Github,
    private readonly marks: KnownMarks,
  ) {}

  perform({ payload }: ListRepositories, attempt: Attempt): Promise<CommandMessage> {
    return orFailure(
      () => this.read(payload, attempt),
      (failure) => afterFailure(payload, failure),
    );
  }

  private async read(payload: ListRepositories['payload'], attempt: Attempt): Promise<CommandMessage> {
    const { organizationId, runId, page, installationId, permissions } = payload;
    const key = requestKey.repositories(page);
    const observedAt = new Date().toISOString();
    const known = await this.marks.of(organizationId, key);
    const answer = await this.github.ask({
      authority: { as: 'installation', installationId, permissions },
      route: 'GET /installation/repositories',
      parameters: { per_page: 100, page },
      answer: RepositoryPage,
      known,
      urgency: 'background',
      abort: attempt.abort,
    });
    const repositories = answer.changed ? answer.data.repositories.map(repositoryFacts) : [];
    const total = answer.changed ? answer.data.total_count : (known?.total ?? 0);
    const ids = repositories.map(({ repositoryId }) => repositoryId);
    const mark = markOf(key, known, answer, ids, total);
    const kept: RepositoryListPage = { unchanged: !answer.changed, mark, repositories };
    await keepPages(attempt, { runId, batch: pageBatch.repositories(page) }, [kept]);
    const { requests } = answer;
    return new RecordRepositories({
      organizationId,
      runId,
      page,
      total,
      last: mark.nextPage === null,
      observedAt,
      requests,
    });
  }

  giveUp({ payload }: ListRepositories, failure: Failure): CommandMessage {
    return givenUp(payload, failure);
  }
}
