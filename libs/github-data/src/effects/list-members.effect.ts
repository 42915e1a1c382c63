import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Github } from '../client/github.js';
import { ListMembers, RecordMembers } from '../contracts/index.js';
import { GithubUser } from '../reading/values.js';
import { pageBatch, requestKey } from '../rows/pages.js';
import { keepPages } from './keep-page.js';
import { KnownMarks, markOf } from './known-marks.js';
import { afterFailure, orFailure } from './run-failure.js';

/** A list of members that cannot be read removes nobody and stops nothing else. */
@Injectable()
@PerformEffect(ListMembers)
export class ListMembersEffect implements PerformsEffect<ListMembers> {
  constructor(
    private readonly github: Github,
    private readonly marks: KnownMarks,
  ) {}

  perform({ payload }: ListMembers, attempt: Attempt): Promise<CommandMessage> {
    return orFailure(
      () => this.read(payload, attempt),
      (failure) => (failure.until ? afterFailure(payload, failure) : skipped(payload, failure.code)),
    );
  }

  private async read(payload: ListMembers['payload'], attempt: Attempt): Promise<CommandMessage> {
    const { organizationId, runId, role, page, login, installationId, permissions } = payload;
    const key = requestKey.members(role, page);
    const observedAt = new Date().toISOString();
    const known = await this.marks.of(organizationId, key);
    const answer = await this.github.ask({
      authority: { as: 'installation', installationId, permissions },
      route: 'GET /orgs/{org}/members',
      parameters: { org: login, role, per_page: 100, page },
      answer: z.array(GithubUser),
      known,
      urgency: 'background',
      abort: attempt.abort,
    });
    const members = answer.changed
      ? answer.data.map(({ id, login: name, avatar_url: avatarUrl }) => ({
          userId: id,
          login: name,
          avatarUrl: avatarUrl ?? null,
          role,
        }))
      : [];
    const mark = markOf(
      key,
      known,
      answer,
      members.map(({ userId }) => userId),
    );
    await keepPages(attempt, { runId, batch: pageBatch.members(role, page) }, [
      { unchanged: !answer.changed, mark, members },
    ]);
    const last = mark.nextPage === null;
    const { requests } = answer;
    return new RecordMembers({ organizationId, runId, role, page, last, error: null, observedAt, requests });
  }

  giveUp({ payload }: ListMembers, { code }: Failure): CommandMessage {
    return skipped(payload, code);
  }
}

function skipped({ organizationId, runId, role, page }: ListMembers['payload'], error: string): RecordMembers {
  const observedAt = new Date().toISOString();
  return new RecordMembers({ organizationId, runId, role, page, last: true, error, observedAt, requests: 1 });
}
