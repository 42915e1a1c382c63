import { productAddresses } from '@foundry/demo';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { appEnvironment, SetUpInstallation } from './installation.js';
import { type Shown, Visitor } from './visitor.js';

const Started = z.object({ url: z.url() });
const Claim = z.array(z.object({ state: z.string(), reason: z.string().nullable() }));

describe('installing the App from Foundry', () => {
  let foundry: SetUpInstallation;
  let mira: Visitor;
  let leo: Visitor;

  beforeAll(async () => {
    // Without webhooks: what is known of installations comes from claims and from sign-ins.
    foundry = await SetUpInstallation.start({
      github: (url) => ({ app: { ...productAddresses(url), webhookUrl: null, installed: false } }),
      environment: appEnvironment,
    });
    [mira, leo] = [new Visitor(foundry.url), new Visitor(foundry.url)];
    await mira.signIn('mira-okafor');
    await leo.signIn('leo-marchetti');
  });
  afterAll(() => foundry.stop());

  const begun = async (visitor: Visitor, body = {}): Promise<string> =>
    Started.parse((await visitor.send('/v1/github/installations', body)).body).url;
  /** Chooses at GitHub, and returns the address that the browser is sent back to. */
  const chosen = async (address: string, login: string, account = 'harbour-goods'): Promise<string> => {
    const state = new URL(address).searchParams.get('state') ?? '';
    return (await mira.submit(address, { account, login, selection: 'all', state })).location;
  };
  const claims = async (): Promise<z.infer<typeof Claim>> =>
    Claim.parse(await foundry.sql`select state, reason from github_data.install_claims where state <> 'offered'`);
  const refusals = async (): Promise<number> =>
    (await foundry.sql`select 1 from audit_log.entries where kind = 'github.claim_refused'`).length;
  const connected = (): Promise<unknown[]> =>
    foundry.sql`select 1 from github_data.accounts where login = 'harbour-goods' and installation_status = 'connected'`;

  it('leads to the App at GitHub, with the account suggested', async () => {
    const url = new URL(await begun(mira, { organizationId: '1001' }));
    expect(url.origin).toBe(foundry.github.webUrl);
    expect(url.pathname).toBe('/apps/foundry/installations/new');
    expect(url.searchParams.get('target_id')).toBe('1001');
  });

  it('says that an owner has to approve when a member asked', async () => {
    const back = await chosen(await begun(leo), 'leo-marchetti');
    const { status, text } = await leo.open(back);
    expect([status, text.includes('owner has to approve')]).toEqual([200, true]);
    expect(await claims()).toEqual([]);
  });

  it('refuses a return of another person, of another session and without a state, and audits each', async () => {
    const again = new Visitor(foundry.url);
    await again.signIn('mira-okafor');
    const back = await chosen(await begun(mira), 'mira-okafor');
    const bare = new URL(back);
    bare.searchParams.delete('state');
    const ends: Shown[] = [await leo.open(back), await again.open(back), await mira.open(bare.href)];
    expect(ends.map(({ status, text }) => [status, text.includes('claim.invalid')])).toEqual(
      Array.from({ length: 3 }, () => [422, true]),
    );
    expect(await claims()).toEqual([]);
    await eventually(async () => expect(await refusals()).toBe(3));
  });

  it('sends who is signed out to the sign-in page', async () => {
    const nobody = new Visitor(foundry.url);
    const { location } = await nobody.open('/v1/github/setup?installation_id=1&setup_action=install&state=x');
    expect(location).toBe('/sign-in');
  });

  it('connects the account once GitHub says that the installation is theirs, and only once', async () => {
    const back = await chosen(await begun(mira), 'mira-okafor');
    expect((await mira.open(back)).location).toBe('/');
    await eventually(async () => expect(await connected()).toHaveLength(1));
    await eventually(async () => expect(await claims()).toEqual([{ state: 'accepted', reason: null }]));
    const repeated = await mira.open(back);
    expect([repeated.status, repeated.text.includes('claim.used')]).toEqual([409, true]);
    await eventually(async () => {
      expect((await mira.app()).organizations.map(({ login }) => login)).toContain('harbour-goods');
    });
  });

  it('binds nothing that GitHub does not show to that person, shows them nothing, and audits it', async () => {
    const sunniva = new Visitor(foundry.url);
    await sunniva.signIn('sunniva-dahl');
    const back = new URL(await chosen(await begun(leo), 'leo-marchetti', 'leo-marchetti'));
    back.searchParams.set('state', new URL(await begun(sunniva)).searchParams.get('state') ?? '');
    expect((await sunniva.open(back.href)).location).toBe('/');
    await eventually(async () => expect(await claims()).toContainEqual({ state: 'refused', reason: 'claim.foreign' }));
    expect((await sunniva.app()).organizations.map(({ login }) => login)).not.toContain('leo-marchetti');
    await eventually(async () => {
      const entries =
        await foundry.sql`select d.data from audit_log.entries e join audit_log.details d using (stream_id, seq)
        where e.kind = 'github.claim_refused' and d.data::text like '%claim.foreign%'`;
      expect(entries).toHaveLength(1);
    });
    const stranger = z
      .tuple([z.object({ id: z.string() })])
      .parse(await foundry.sql`select user_id as id from "user".users where login = 'leo-marchetti'`)[0].id;
    for (const path of ['', '/github', '/repositories', '/tasks'])
      expect((await sunniva.open(`/v1/organizations/${stranger}${path}`)).status).toBe(404);
  });
});
