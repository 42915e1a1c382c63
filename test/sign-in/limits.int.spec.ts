import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SignInInstallation } from './installation.js';

let foundry: SignInInstallation;
beforeAll(async () => {
  foundry = await SignInInstallation.start();
});
afterAll(() => foundry.stop());

it('an address has ten sign-ins a minute, however many instances it goes to', async () => {
  const second = await foundry.anotherApi();
  try {
    // a minute that ends between two tries begins with ten new ones, so what is counted is a minute of its own
    await foundry.sql`truncate "user".sign_in_counts`;
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        fetch(`${at % 2 === 0 ? foundry.base : second.base}/v1/auth/github`, { redirect: 'manual' }),
      ),
    );
    const minutes = await foundry.sql`select 1 from "user".sign_in_counts where kind = 'try'`;
    const letIn = tries.filter(({ status }) => status === 302).length;
    const refused = tries.filter(({ status }) => status === 429);
    expect(letIn).toBeLessThanOrEqual(10 * minutes.length);
    expect(letIn).toBeGreaterThanOrEqual(10);
    expect(letIn + refused.length).toBe(30);
    for (const answer of refused) {
      expect(answer.headers.get('retry-after')).toBe('60');
      expect(await answer.json()).toMatchObject({ code: 'rate.limited', retryAfterMs: 60_000 });
    }
  } finally {
    await second.stop();
  }
});
