import { setImmediate } from 'node:timers/promises';
import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { GithubFailure } from './github-failure.js';
import type { Authority, Urgency } from './github.js';

const Row = z.object({
  limit: z.int().nullable(),
  remaining: z.int().nullable(),
  resetAt: z.date().nullable(),
  blockedUntil: z.date().nullable(),
});
type Row = z.infer<typeof Row>;

const FIRST_BLOCK_MS = 60_000;
const LONGEST_BLOCK_MS = 15 * 60_000;
/** Shares of the limit below which sweeps and syncs wait, and all but what a person does. */
const LOW = 0.2;
const LAST = 0.05;
/** Answers tell the same thing again and again; it is written down this often. */
const WRITE_EVERY_MS = 1_000;

export function budgetOf(authority: Authority): string {
  if (authority.as === 'app') return 'app';
  return authority.as === 'user' ? `user:${authority.userId}` : `installation:${authority.installationId}`;
}

/** What GitHub still allows, shared by all workers: nobody calls before the time that GitHub named to any of them. */
@Injectable()
export class RateBudgets {
  private readonly written = new Map<string, number>();
  /** Looks that are about to be made; whoever asks in the same turn of this process shares one. */
  private readonly looks = new Map<string, Promise<Row | undefined>>();

  constructor(private readonly database: Database) {}

  /** Throws `GithubFailure` of kind `limited` while the budget is not to be touched. */
  async mustAllow(key: string, urgency: Urgency): Promise<void> {
    const row = await this.look(key);
    const until = row && waitOf(row, urgency);
    if (until) throw new GithubFailure('limited', null, until);
  }

  private look(key: string): Promise<Row | undefined> {
    const shared = this.looks.get(key);
    if (shared) return shared;
    const look = (async () => {
      await setImmediate();
      this.looks.delete(key);
      const rows = await this.database.sql`
        select "limit", remaining, case when reset_at > now() then reset_at end as "resetAt",
          case when blocked_until > now() then blocked_until end as "blockedUntil"
        from github_data.rate_budgets where budget_key = ${key}`;
      return Row.array().parse(rows)[0];
    })();
    this.looks.set(key, look);
    return look;
  }

  /** Takes over what an answer says about the budget. */
  async note(key: string, headers: Headers): Promise<void> {
    const limit = numberOf(headers.get('x-ratelimit-limit'));
    const remaining = numberOf(headers.get('x-ratelimit-remaining'));
    const reset = numberOf(headers.get('x-ratelimit-reset'));
    if (limit === null || remaining === null || reset === null) return;
    const now = performance.now();
    const due = now - (this.written.get(key) ?? -Infinity) >= WRITE_EVERY_MS;
    if (!due && remaining > limit * LOW) return;
    this.written.set(key, now);
    await this.database.transaction(
      (sql) => sql`
        insert into github_data.rate_budgets (budget_key, "limit", remaining, reset_at, updated_at)
        values (${key}, ${limit}, ${remaining}, ${new Date(reset * 1000)}, now())
        on conflict (budget_key) do update set "limit" = excluded."limit", remaining = excluded.remaining,
          reset_at = excluded.reset_at, updated_at = excluded.updated_at`,
    );
  }

  /** Nothing is asked of this budget before GitHub's time: at once, for every worker. Returns that time. */
  async block(key: string, headers: Headers): Promise<Date> {
    const after = numberOf(headers.get('retry-after'));
    const reset = numberOf(headers.get('x-ratelimit-reset'));
    const spent = headers.get('x-ratelimit-remaining') === '0';
    const named = after !== null ? Date.now() + after * 1000 : spent && reset !== null ? reset * 1000 : null;
    const rows = await this.database.transaction(
      (sql) => sql`
        insert into github_data.rate_budgets as budget (budget_key, blocked_until, reason, updated_at)
        values (${key}, ${new Date(named ?? Date.now() + FIRST_BLOCK_MS)}, 'github.rate_limited', now())
        on conflict (budget_key) do update set reason = excluded.reason, updated_at = now(),
          blocked_until = greatest(coalesce(budget.blocked_until, excluded.blocked_until), case
            when ${named !== null} or budget.blocked_until is null then excluded.blocked_until
            else now() + least(${LONGEST_BLOCK_MS}::double precision,
              greatest(${FIRST_BLOCK_MS}::double precision, 2000 * extract(epoch from budget.blocked_until - budget.updated_at)))
              * interval '1 ms' end)
        returning blocked_until as until`,
    );
    const [row] = z.array(z.object({ until: z.date() })).parse(rows);
    return row?.until ?? new Date(Date.now() + FIRST_BLOCK_MS);
  }
}

function waitOf({ limit, remaining, resetAt, blockedUntil }: Row, urgency: Urgency): Date | null {
  if (blockedUntil) return blockedUntil;
  if (limit === null || remaining === null || resetAt === null || urgency === 'person') return null;
  const share = remaining / limit;
  return share < (urgency === 'background' ? LOW : LAST) ? resetAt : null;
}

const numberOf = (text: string | null): number | null => (text !== null && /^\d+$/.test(text) ? Number(text) : null);
