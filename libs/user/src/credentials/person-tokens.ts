import { setTimeout as wait } from 'node:timers/promises';
import { Database, Outbox, type Secret, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { NoUserToken } from '@foundry/github-data/contracts';
import { GithubAccounts, type HeldToken, type ReauthorizeReason } from '../auth-rows/github-accounts.js';
import { AnnounceAccount } from '../contracts/index.js';
import { GithubOauth } from '../github/github-oauth.js';

/** How long one waits for the refresh of another. */
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 100;
const ACTOR = { kind: 'system', module: 'user' } as const;

export interface Need {
  /** Seconds that the token has to live still. */
  seconds: number;
  /** GitHub just refused the token of this version. */
  notVersion?: number;
}

/**
 * Tokens of people, refreshed when they are about to end. However many ask in however many processes, one of them calls
 * GitHub, outside any transaction; the others wait for its row.
 */
@Injectable()
export class PersonTokens {
  constructor(
    private readonly database: Database,
    private readonly accounts: GithubAccounts,
    private readonly outbox: Outbox,
    private readonly oauth: GithubOauth,
  ) {}

  /** A token that fits the need, or why there is none. Takes 10 s at most, 13 s for the one who refreshes. */
  async of(userId: string, need: Need): Promise<HeldToken | NoUserToken> {
    const until = performance.now() + PATIENCE_MS;
    for (let { seconds } = need; ;) {
      const held = await this.accounts.held(this.database.sql, userId);
      if (held === null) return { refused: 'user.reauthorize' };
      if (held.token !== null && fits(held, { ...need, seconds })) return held;
      const { token, version } = held;
      const ended = await (token === null
        ? this.askAgain(userId, version, 'token_unreadable')
        : this.refresh(userId, version));
      if (ended === 'unavailable' || performance.now() > until) return { refused: 'github.unavailable' };
      // what GitHub just gave has no more time than it has
      if (ended === 'done') seconds = 0;
      if (ended === 'elsewhere') await wait(LOOK_EVERY_MS * (0.5 + Math.random()));
    }
  }

  /** `done`: the row is another one now, whichever way. `elsewhere`: another one refreshes. */
  private async refresh(userId: string, version: number): Promise<'done' | 'elsewhere' | 'unavailable'> {
    const claim = await this.database.transaction((sql) => this.accounts.claimRefresh(sql, userId, version));
    if (claim === null) return 'elsewhere';
    if (claim.refresh === null) return this.askAgain(userId, version, claim.reason);
    return this.refreshWith(userId, version, claim.refresh);
  }

  private async refreshWith(userId: string, version: number, refresh: Secret): Promise<'done' | 'unavailable'> {
    const given = await this.oauth.refresh(refresh);
    if (given === 'refused') return this.askAgain(userId, version, 'refresh_refused');
    if (given === 'unavailable') {
      await this.database.transaction((sql) => this.accounts.releaseRefresh(sql, userId, version));
      return 'unavailable';
    }
    await this.database.transaction((sql) => this.accounts.replace(sql, userId, version, given));
    return 'done';
  }

  private async askAgain(userId: string, version: number, reason: ReauthorizeReason): Promise<'done'> {
    await this.told(userId, (sql) => this.accounts.askAgain(sql, userId, version, reason));
    return 'done';
  }

  /** Whoever looks at their screen hears of it; nothing is told when nothing changed. */
  private async told(userId: string, change: (sql: SqlRunner) => Promise<boolean>): Promise<void> {
    await this.database.transaction(async (sql) => {
      if (await change(sql)) await this.outbox.put(sql, [new AnnounceAccount({ userId })], { actor: ACTOR });
    });
  }
}

const fits = ({ version, secondsLeft }: HeldToken, { seconds, notVersion }: Need): boolean =>
  version !== notVersion && (secondsLeft === null || secondsLeft >= seconds);
