import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SignInInstallation } from './installation.js';

const Sessions = z.object({ items: z.array(z.object({ addressPrefix: z.string() })).min(1) });

/** Signs in with this header on the way back, and says where the session is shown to come from. */
async function signedInFrom(foundry: SignInInstallation, forwarded: string): Promise<string | undefined> {
  const browser = foundry.browser();
  await browser.send(await browser.toGithubAndBack(), { headers: { 'x-forwarded-for': forwarded } });
  const { items } = Sessions.parse(await (await browser.send('/v1/me/sessions')).json());
  return items[0]?.addressPrefix;
}

const within = async (environment: Record<string, string>, work: (foundry: SignInInstallation) => Promise<void>) => {
  const foundry = await SignInInstallation.start(environment);
  try {
    await work(foundry);
  } finally {
    await foundry.stop();
  }
};

describe('the address of a client', () => {
  it('is what the trusted proxy says, and not what the client wrote into the header before', () =>
    within({ TRUSTED_PROXIES: 'loopback, 192.0.2.0/24' }, async (foundry) => {
      expect(await signedInFrom(foundry, '198.51.100.9, 203.0.113.77, 192.0.2.5')).toBe('203.0.113.0/24');
      const limits = await foundry.sql`select count(distinct address_hash) as addresses from "user".sign_in_counts`;
      expect(limits).toEqual([{ addresses: '1' }]);
    }));

  it('is whoever connects while no proxy is trusted, whatever the header says', () =>
    within({}, async (foundry) => {
      expect(await signedInFrom(foundry, '203.0.113.77')).toBe('127.0.0.0/24');
    }));
});
