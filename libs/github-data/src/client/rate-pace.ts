import { setTimeout as wait } from 'node:timers/promises';
import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { GithubFailure } from './github-failure.js';

/** Points of one budget in any minute. GitHub's own secondary limit is 900; a read counts 1, a write 5. */
const PER_MINUTE = 800;
const READ = 1;
const WRITE = 5;
/** Waited for here; longer is for the run to wait, so that no effect is held by it. */
const LONGEST_WAIT_MS = 5_000;
const FIRST_WAIT_MS = 100;

const Taken = z.array(z.object({ taken: z.boolean() }));

export const pointsOf = (route: string): number => (/^(?:GET|HEAD) /.test(route) ? READ : WRITE);

/**
 * How fast a budget is used, by all workers together: the points of the present minute, and of the one before by the part
 * of it that is less than a minute ago.
 */
@Injectable()
export class RatePace {
  constructor(
    private readonly database: Database,
    private readonly perMinute = PER_MINUTE,
  ) {}

  /** Takes the points of one call, waiting a little when there are none. Throws `GithubFailure` of kind `limited`. */
  async take(key: string, points: number, abort: AbortSignal): Promise<void> {
    for (let waited = 0, pause = FIRST_WAIT_MS; !(await this.takeNow(key, points)); pause *= 2) {
      if (waited + pause > LONGEST_WAIT_MS) throw new GithubFailure('limited', null, new Date(Date.now() + 15_000));
      await wait(pause, undefined, { signal: abort });
      waited += pause;
    }
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
