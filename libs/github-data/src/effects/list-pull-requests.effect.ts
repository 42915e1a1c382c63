import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { ListPullRequests, type PullRequestFacts, RecordPullRequests } from '../contracts/index.js';
import { GithubPullRequest, pullRequestFacts } from '../reading/pull-request.js';
import { type PageMark, pageBatch, type PullRequestListPages, requestKey } from '../rows/pages.js';
import { keepPages } from './keep-page.js';
import { type Known, KnownMarks, markOf } from './known-marks.js';
import { afterFailure, givenUp } from './run-failure.js';

interface Read {
  repositoryId: string;
  error: string | null;
  unchanged: boolean;
  observedAt: string;
  requests: number;
  pages: PullRequestListPages | null;
  stops: GithubFailure | null;
}

/** These concern the whole installation, not one repository. */
const STOPS = ['unauthorized', 'suspended', 'limited'];

/** Reads the repositories of a batch side by side; one that cannot be read is reported as such and stops no other. */
@Injectable()
@PerformEffect(ListPullRequests)
export class ListPullRequestsEffect implements PerformsEffect<ListPullRequests> {
  constructor(
    private readonly github: Github,
    private readonly marks: KnownMarks,
  ) {}

  async perform({ payload }: ListPullRequests, attempt: Attempt): Promise<CommandMessage> {
    const { organizationId, runId, batch } = payload;
    const firstPages = payload.repositories.map(({ repositoryId }) => requestKey.pullRequests(repositoryId, 1));
    const known = await this.marks.ofAll(organizationId, firstPages);
    const read = await Promise.all(payload.repositories.map((one) => this.readOne(payload, one, known, attempt)));
    const stops = read.find((one) => one.stops !== null)?.stops;
    if (stops) return afterFailure(payload, stops);
    const pages = read.flatMap((one) => one.pages ?? []);
    await keepPages(attempt, { runId, batch: pageBatch.pullRequests(batch) }, pages);
    const requests = read.reduce((sum, one) => sum + one.requests, 0);
    const repositories = read.map(({ repositoryId, error, unchanged, observedAt }) => ({
      repositoryId,
      error,
      unchanged,
      observedAt,
    }));
    return new RecordPullRequests({ organizationId, runId, batch, repositories, requests });
  }

  private async readOne(
    payload: ListPullRequests['payload'],
    { repositoryId, fullName }: { repositoryId: string; fullName: string },
    known: ReadonlyMap<string, Known>,
    attempt: Attempt,
  ): Promise<Read> {
    const read = { repositoryId, observedAt: new Date().toISOString(), stops: null };
    try {
      const found = await this.readPages(payload, { repositoryId, fullName }, known, attempt);
      return { ...read, error: null, ...found };
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      const stops = STOPS.includes(error.kind) ? error : null;
      return { ...read, error: error.code, unchanged: false, requests: 1, pages: null, stops };
    }
  }

  private async readPages(
    { organizationId, installationId, permissions }: ListPullRequests['payload'],
    { repositoryId, fullName }: { repositoryId: string; fullName: string },
    firstPages: ReadonlyMap<string, Known>,
    attempt: Attempt,
  ) {
    const [owner = '', repo = ''] = fullName.split('/', 2);
    const marks: PageMark[] = [];
    const pullRequests: PullRequestFacts[] = [];
    let requests = 0;
    let unchanged = true;
    for (let page: number | null = 1; page !== null;) {
      const key = requestKey.pullRequests(repositoryId, page);
      const known = page === 1 ? firstPages.get(key) : await this.marks.of(organizationId, key);
      const answer = await this.github.ask({
        authority: { as: 'installation', installationId, permissions },
        route: 'GET /repos/{owner}/{repo}/pulls',
        parameters: { owner, repo, state: 'open', sort: 'updated', direction: 'desc', per_page: 100, page },
        answer: z.array(GithubPullRequest),
        known,
        urgency: 'background',
        abort: attempt.abort,
      });
      const facts = answer.changed ? answer.data.map((pull) => pullRequestFacts(repositoryId, pull)) : [];
      const numbers = facts.map(({ number }) => String(number));
      const mark: PageMark = markOf(key, known, answer, numbers);
      marks.push(mark);
      pullRequests.push(...facts);
      requests += answer.requests;
      unchanged &&= !answer.changed;
      page = mark.nextPage;
    }
    return { unchanged, requests, pages: { repositoryId, marks, pullRequests } };
  }

  giveUp({ payload }: ListPullRequests, failure: Failure): CommandMessage {
    return givenUp(payload, failure);
  }
}
