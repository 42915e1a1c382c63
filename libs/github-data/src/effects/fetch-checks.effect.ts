import { type Attempt, EffectFailed, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Fresh, Github, type Question, type Unchanged } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { type ChecksState, FetchChecks, RecordChecks } from '../contracts/index.js';
import { type CheckSuite, sumOfChecks } from '../domain/checks-state.js';

const Statuses = z.object({ statuses: z.array(z.object({ state: z.string() })) });
const Suites = z.object({
  check_suites: z.array(
    z.object({
      status: z.string().nullable(),
      conclusion: z.string().nullable(),
      latest_check_runs_count: z.int().min(0),
    }),
  ),
});
/** Of a hundred each: more checks of one commit than that are not looked at. */
const MOST_PAGES = 10;

/** Reads both kinds of checks that GitHub has, statuses and check suites, as far as the App was allowed to. */
@Injectable()
@PerformEffect(FetchChecks)
export class FetchChecksEffect implements PerformsEffect<FetchChecks> {
  constructor(private readonly github: Github) {}

  async perform({ payload }: FetchChecks, attempt: Attempt): Promise<CommandMessage> {
    const { permissions } = payload;
    const granted = { statuses: permissions['statuses'] !== undefined, checks: permissions['checks'] !== undefined };
    if (!granted.statuses && !granted.checks) return report(payload, 'unknown');
    try {
      const [statuses, suites] = await Promise.all([
        granted.statuses ? this.statuses(payload, attempt) : [],
        granted.checks ? this.suites(payload, attempt) : [],
      ]);
      return report(payload, sumOfChecks(statuses, suites));
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      const { kind, code, message, until } = error;
      if (until) throw new EffectFailed(code, message, until.getTime() - Date.now());
      if (kind === 'unavailable') throw new EffectFailed(code, message);
      return report(payload, 'unknown');
    }
  }

  private async statuses(payload: FetchChecks['payload'], attempt: Attempt): Promise<string[]> {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}/status';
    const pages = await this.pages(payload, attempt, { route, answer: Statuses });
    return pages.flatMap(({ statuses }) => statuses.map(({ state }) => state));
  }

  private async suites(payload: FetchChecks['payload'], attempt: Attempt): Promise<CheckSuite[]> {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-suites';
    const pages = await this.pages(payload, attempt, { route, answer: Suites });
    return pages.flatMap(({ check_suites: suites }) =>
      suites.map(({ latest_check_runs_count: runs, ...suite }) => ({ ...suite, runs })),
    );
  }

  private async pages<T>(
    { installationId, permissions, fullName, headSha }: FetchChecks['payload'],
    { abort }: Attempt,
    asked: Pick<Question<T>, 'route' | 'answer'>,
  ): Promise<T[]> {
    const [owner = '', repo = ''] = fullName.split('/', 2);
    const found: T[] = [];
    for (let page: number | null = 1; page !== null && page <= MOST_PAGES;) {
      const answer: Fresh<T> | Unchanged = await this.github.ask({
        ...asked,
        authority: { as: 'installation', installationId, permissions },
        parameters: { owner, repo, ref: headSha, per_page: 100, page },
        abort,
      });
      if (!answer.changed) break;
      found.push(answer.data);
      page = answer.nextPage;
    }
    return found;
  }

  giveUp({ payload }: FetchChecks): CommandMessage {
    return report(payload, 'unknown');
  }
}

function report({ organizationId, repositoryId, headSha }: FetchChecks['payload'], checks: ChecksState): RecordChecks {
  return new RecordChecks({ organizationId, repositoryId, headSha, checks });
}
