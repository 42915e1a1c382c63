import { RecordedAudit, NotesModule, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { GithubFailure } from '../src/client/github-failure.js';
import { pointsOf, RatePace } from '../src/client/rate-pace.js';
import { GithubDataWorkerModule } from '../src/github-data-worker.module.js';
import { TokensModule } from '../src/testing/foundry.js';

const never = new AbortController().signal;

describe('the pace of calls', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await startKernel({
      modules: [GithubDataWorkerModule, TokensModule, NotesModule],
      audit: new RecordedAudit(),
    });
  });
  beforeEach(() => kernel.database.sql`truncate github_data.rate_paces`);
  afterAll(() => kernel.stop());

  /** Two workers, each with a pace of its own on the same rows. */
  const workers = (perMinute: number) => [
    new RatePace(kernel.database, perMinute),
    new RatePace(kernel.database, perMinute),
  ];
  /** As if so many points had been taken so many seconds ago. */
  const taken = (points: number, secondsAgo: number) => kernel.database.sql`
    insert into github_data.rate_paces (budget_key, minute, points, points_before)
    select 'installation:1', date_trunc('minute', at), ${points}, 0
    from (select clock_timestamp() - ${secondsAgo}::int * interval '1 second' as at) as earlier`;
  const outcome = (taking: Promise<void>) =>
    taking.then(
      () => 'taken',
      (error: unknown) => (error instanceof Error && 'kind' in error ? error.kind : error),
    );

  it('is so many points in a minute for all workers together', async () => {
    const [one, two] = workers(20);
    const asked = Array.from({ length: 30 }, (_, index) =>
      outcome((index % 2 ? one : two)?.take('installation:1', 1, never) ?? Promise.reject(new Error())),
    );
    const ended = await Promise.all(asked);
    const all = ended.filter((each) => each === 'taken').length;
    // a minute may begin while they ask; then a part of its points is free again
    expect(all).toBeGreaterThanOrEqual(20);
    expect(all).toBeLessThan(30);
    expect(ended.filter((each) => each !== 'taken')).toEqual(Array.from({ length: 30 - all }, () => 'limited'));
    expect(await outcome(one?.take('installation:2', 1, never) ?? Promise.reject(new Error()))).toBe('taken');
  });

  it('names the time at which there is room for a batch again', async () => {
    const pace = new RatePace(kernel.database, 6_000);
    await kernel.database.sql`insert into github_data.rate_paces (budget_key, minute, points, points_before)
      select 'installation:1', date_trunc('minute', now), 6000, 0
      from (select clock_timestamp() as now) as clock`;
    const failure = await pace.take('installation:1', 1, never).catch((error: unknown) => error);
    // near the end of a minute the room comes soon enough to be waited for
    if (failure === undefined) return;
    if (!(failure instanceof GithubFailure) || failure.until === null) throw new Error('It names no time.');
    const [clock] = z
      .tuple([z.object({ next: z.date() })])
      .parse(await kernel.database.sql`select date_trunc('minute', clock_timestamp()) + interval '1 minute' as next`);
    expect(failure.until.getTime() - clock.next.getTime()).toBeGreaterThanOrEqual(0);
    expect(failure.until.getTime() - clock.next.getTime()).toBeLessThan(1_000);
  });

  it('counts a write as five reads', () => {
    expect(['GET /user', 'POST /x', 'PUT /x', 'PATCH /x', 'DELETE /x'].map(pointsOf)).toEqual([1, 5, 5, 5, 5]);
  });

  it('forgets what is more than two minutes ago', async () => {
    await taken(1_000, 180);
    expect(await outcome(new RatePace(kernel.database, 20).take('installation:1', 1, never))).toBe('taken');
  });

  it('ends its wait with the work that waits', async () => {
    await taken(1_000, 0);
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(new RatePace(kernel.database, 20).take('installation:1', 1, stopped)).rejects.toThrow();
  });
});
