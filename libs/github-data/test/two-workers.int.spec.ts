import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Product } from '../src/testing/product.js';

const Blocked = z.array(z.object({ until: z.date() }));
const Log = z.object({ log: z.array(z.object({ at: z.number(), budget: z.string() })) });
const SECONDS = 6;

describe('two workers that GitHub asks to wait', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.prepare({ seed: 'scaled:30,60,4' });
    await Promise.all([product.start('worker'), product.start('worker')]);
  });
  afterAll(() => product.stop());

  it('both ask nothing of that budget until then, show the time, and go on by themselves', async () => {
    await product.github.fault({ kind: 'secondary', retryAfter: SECONDS, path: '/pulls', times: 1 });
    await eventually(async () => expect(await product.look('installations')).toBe(true));
    const [blocked] = await eventually(async () =>
      Blocked.min(1).parse(
        await product.sql`select blocked_until as until from github_data.rate_budgets
          where blocked_until is not null and budget_key like 'installation:%'`,
      ),
    );
    await eventually(async () => {
      const [run] = await product.sql`select waiting_reason, not_before from github_data.sync_runs`;
      expect(run).toEqual({ waiting_reason: 'github.rate_limited', not_before: blocked?.until });
    });
    await product.github.control('DELETE', '/calls');
    await eventually(async () => {
      const runs = await product.sql`select state, failed from github_data.sync_runs`;
      expect(runs).toEqual([{ state: 'done', failed: 0 }]);
    }, 60_000);
    const { log } = Log.parse(await product.github.control('GET', '/calls'));
    const asked = log.filter(({ budget }) => budget.startsWith('installation:'));
    expect(asked.length).toBeGreaterThan(0);
    // GitHub's clock and ours are read at different places of the same machine.
    expect(asked.filter(({ at }) => at < (blocked?.until.getTime() ?? 0) - 50)).toEqual([]);
  });
});
