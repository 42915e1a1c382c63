import { type Attempt, Database, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Fresh, Github, type Unchanged } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { type InstallationFacts, RecordAppSweep, RecordInstallation, SweepApp } from '../contracts/index.js';
import { GithubInstallation, installationOf } from '../reading/account.js';
import { GithubId, GithubTime } from '../reading/values.js';

const Delivery = z.object({ id: GithubId, guid: z.string(), status_code: z.int(), delivered_at: GithubTime });
type Delivery = z.output<typeof Delivery>;

const LOOKED_BACK_MS = 3 * 24 * 3_600_000;
const TRIES = 3;
const MOST_PAGES = 50;
const APP = { as: 'app' } as const;

/** What the App may have missed: installations that no event told of, and deliveries that never arrived. */
@Injectable()
@PerformEffect(SweepApp)
export class SweepAppEffect implements PerformsEffect<SweepApp> {
  constructor(
    private readonly github: Github,
    private readonly database: Database,
  ) {}

  async perform({ payload: { part } }: SweepApp, attempt: Attempt): Promise<CommandMessage> {
    try {
      return part === 'installations' ? await this.installations(attempt) : await this.deliveries(attempt);
    } catch (error) {
      if (error instanceof GithubFailure) return swept([]);
      throw error;
    }
  }

  private async installations(attempt: Attempt): Promise<CommandMessage> {
    for (let page: number | null = 1; page !== null;) {
      const answer: Fresh<GithubInstallation[]> | Unchanged = await this.github.ask({
        authority: APP,
        route: 'GET /app/installations',
        parameters: { per_page: 100, page },
        answer: z.array(GithubInstallation),
        abort: attempt.abort,
      });
      if (!answer.changed) break;
      for (const row of answer.data) {
        const facts: InstallationFacts = installationOf(row);
        const organizationId = facts.account.accountId;
        const command = new RecordInstallation({ organizationId, installation: facts, observedAt: row.updated_at });
        await attempt.send(`installation ${facts.installationId}`, command);
      }
      page = answer.nextPage;
    }
    return swept([]);
  }

  /** GitHub repeats nothing by itself. A delivery that we have is left alone, whatever GitHub believes. */
  private async deliveries(attempt: Attempt): Promise<CommandMessage> {
    const since = Date.now() - LOOKED_BACK_MS;
    const log: Delivery[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer: Fresh<Delivery[]> | Unchanged = await this.github.ask({
        authority: APP,
        route: 'GET /app/hook/deliveries',
        parameters: { per_page: 100, ...(cursor === null ? {} : { cursor }) },
        answer: z.array(Delivery),
        abort: attempt.abort,
      });
      if (!answer.changed) break;
      const recent = answer.data.filter(({ delivered_at: at }) => Date.parse(at) >= since);
      log.push(...recent);
      cursor = answer.nextCursor;
      if (cursor === null || recent.length < answer.data.length) break;
    }
    const redelivered: string[] = [];
    for (const { id, guid } of await this.lost(log)) {
      await this.github.ask({
        authority: APP,
        route: 'POST /app/hook/deliveries/{delivery_id}/attempts',
        parameters: { delivery_id: id },
        answer: z.unknown(),
        abort: attempt.abort,
      });
      redelivered.push(guid);
    }
    return swept(redelivered.slice(0, 500));
  }

  private async lost(log: readonly Delivery[]): Promise<{ id: string; guid: string }[]> {
    const good = new Set(log.filter((row) => row.status_code < 300).map(({ guid }) => guid));
    const failed = [...new Set(log.map(({ guid }) => guid))].filter((guid) => !good.has(guid));
    const rows = await this.database.sql`select delivery_id as guid from github_data.webhook_deliveries
      where delivery_id = any(${failed}) and state <> 'failed'`;
    const have = new Set(
      z
        .array(z.object({ guid: z.string() }))
        .parse(rows)
        .map(({ guid }) => guid),
    );
    return failed.flatMap((guid) => {
      const tries = log.filter((row) => row.guid === guid);
      const [last] = tries;
      return have.has(guid) || tries.length > TRIES || !last ? [] : [{ id: last.id, guid }];
    });
  }

  giveUp(): CommandMessage {
    return swept([]);
  }
}

function swept(redelivered: string[]): RecordAppSweep {
  return new RecordAppSweep({ entityId: 'app', installations: [], redelivered, observedAt: new Date().toISOString() });
}
