import { setTimeout as wait } from 'node:timers/promises';
import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { roomAt } from '../domain/pace.js';
import { GithubFailure } from './github-failure.js';

/** Points of one budget in any minute. GitHub's own secondary limit is 900; a read counts 1, a write 5. */
const PER_MINUTE = 800;
const READ = 1;
const WRITE = 5;
/** Waited for here; longer is for the run to wait, so that no effect is held by it. */
const LONGEST_WAIT_MS = 5_000;
/** Others may take the room that comes; it is looked for again after that at the soonest. */
const SHORTEST_WAIT_MS = 50;
/** A run that waits goes on when there is room for calls of one batch, not for one. */
const A_BATCH = 10;

const Taken = z.array(z.object({ taken: z.boolean() }));
const Counted = z.tuple([z.object({ minute: z.date(), points: z.int(), before: z.int(), now: z.date() })]);

export const pointsOf = (route: string): number => (/^(?:GET|HEAD) /.test(route) ? READ : WRITE);

/**
 * How fast a budget is used, by all workers together: the points of the present minute, and of the one before by the part
 * of it that is less than a minute ago. An answer that nothing changed counts as any other: GitHub leaves it out of its
 * hourly limit only.
 */
@Injectable()
export class RatePace {
  constructor(
    private readonly database: Database,
    private readonly perMinute = PER_MINUTE,
  ) {}

  /** Takes the points of one call, waiting a little when there are none. Throws `GithubFailure` of kind `limited`. */
  async take(key: string, points: number, abort: AbortSignal): Promise<void> {
    const end = performance.now() + LONGEST_WAIT_MS;
    while (!(await this.takeNow(key, points))) {
      const pause = Math.max(SHORTEST_WAIT_MS, await this.untilRoom(key, points));
      if (performance.now() + pause > end) {
        const forBatch = await this.untilRoom(key, points * A_BATCH);
        throw new GithubFailure('limited', null, new Date(Date.now() + Math.max(pause, forBatch)));
      }
      await wait(pause, undefined, { signal: abort });
    }
  }

  /** Milliseconds until there is room for so many, if nobody else takes it. */
  private async untilRoom(key: string, points: number): Promise<number> {
    const rows = await this.database.sql`
      select date_trunc('minute', now) as minute, now,
        case when minute = date_trunc('minute', now) then points else 0 end as points,
        case when minute = date_trunc('minute', now) then points_before
          when minute = date_trunc('minute', now) - interval '1 minute' then points else 0 end as before
      from github_data.rate_paces, (select clock_timestamp() as now) as clock where budget_key = ${key}`;
    if (rows.length === 0) return 0;
    const [{ now, ...counted }] = Counted.parse(rows);
    return roomAt(counted, points, this.perMinute, now).getTime() - now.getTime();
  }

  private async takeNow(key: string, points: number): Promise<boolean> {
    const rows = await this.database.transaction(
      (sql) => sql`
        insert into github_data.rate_paces as p (budget_key, minute, points, points_before)
        values (${key}, date_trunc('minute', clock_timestamp()), ${points}, 0)
        on conflict (budget_key) do update set
          points_before = case when p.minute = excluded.minute then p.points_before
            when p.minute = excluded.minute - interval '1 minute' then p.points else 0 end,
          points = case when p.minute = excluded.minute then p.points else 0 end + excluded.points,
          minute = excluded.minute
        where case when p.minute = excluded.minute then p.points else 0 end + excluded.points
          + case when p.minute = excluded.minute then p.points_before
              when p.minute = excluded.minute - interval '1 minute' then p.points else 0 end
            * (1 - extract(epoch from clock_timestamp() - excluded.minute) / 60) <= ${this.perMinute}
        returning true as taken`,
    );
    return Taken.parse(rows).length > 0;
  }
}
