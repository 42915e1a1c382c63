import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SetUpInstallation } from './installation.js';
import { attribute, type Shown, Visitor } from './visitor.js';

const Manifest = z.object({
  redirect_url: z.string(),
  callback_urls: z.array(z.string()),
  hook_attributes: z.object({ url: z.string() }),
  default_permissions: z.record(z.string(), z.string()),
});

const Registered = z.tuple([z.object({ appId: z.string() })]);

const manifestOf = ({ text }: Shown): string => attribute(text, /name="manifest" value="([^"]+)"/);
const actionOf = ({ text }: Shown): string => attribute(text, /<form method="post" action="([^"]+)"/);

describe('an installation without a GitHub App', () => {
  let foundry: SetUpInstallation;
  let operator: Visitor;

  beforeAll(async () => {
    foundry = await SetUpInstallation.start({ github: () => ({ app: null }) });
    operator = new Visitor(foundry.url);
  });
  afterAll(() => foundry.stop());

  const link = async (): Promise<string> => (await foundry.link()) ?? '';
  /** From the page of the link to GitHub's approval, and what GitHub sends the browser back with. */
  const approved = async (address: string, login = 'mira-okafor'): Promise<string> => {
    const page = await operator.open(`${address}&organization=harbour-goods`);
    return (await operator.submit(actionOf(page), { manifest: manifestOf(page), login })).location;
  };

  it('sends who wants to sign in to a page that says how to set up', async () => {
    const { location } = await operator.open('/v1/auth/github');
    const { status, text, policy } = await operator.open(location);
    expect([location, status]).toEqual(['/setup', 200]);
    expect(text).toContain('npm run operator -- setup-link');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('answers nobody who does not know the link', async () => {
    for (const token of ['', 'x', 'x'.repeat(43), `${await link()}x`.slice(-43)]) {
      expect((await operator.open(`/v1/setup?token=${token}`)).status).toBe(404);
    }
    expect((await operator.open(`/v1/setup/callback?code=1&state=${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('refuses a link after its hour', async () => {
    const address = await link();
    expect((await operator.open(address)).status).toBe(200);
    await foundry.sql`update github_data.setup_links set expires_at = now()`;
    expect((await operator.open(address)).status).toBe(404);
  });

  it('asks GitHub for what it needs and nothing else, and lets its form go nowhere else', async () => {
    const page = await operator.open(await link());
    const { redirect_url, callback_urls, hook_attributes, default_permissions } = Manifest.parse(
      JSON.parse(manifestOf(page)),
    );
    expect([redirect_url, ...callback_urls, hook_attributes.url]).toEqual([
      `${foundry.url}/v1/setup/callback`,
      `${foundry.url}/v1/auth/github/callback`,
      `${foundry.url}/v1/webhooks/github`,
    ]);
    for (const never of ['administration', 'workflows', 'secrets', 'actions']) {
      expect(default_permissions).not.toHaveProperty(never);
    }
    expect(page.policy).toContain(`form-action 'self' ${foundry.github.webUrl}`);
  });

  it('shows what an address says as text', async () => {
    const { text } = await operator.open(`${await link()}&organization=${encodeURIComponent('"><script>x</script>')}`);
    expect(text).not.toContain('<script>');
  });

  it('takes the App in, once, however many returns arrive together, and uses it without a restart', async () => {
    const [first, second] = [await link(), await link()];
    const [back, late] = [await approved(first), await approved(second)];
    const fault = { kind: 'error', path: '/app-manifests', times: 1, status: 502 } as const;
    foundry.github.github.faults.add({ ...fault, milliseconds: 0, retryAfter: 0 });
    expect((await operator.open(back)).status).toBe(503);

    // GitHub did not answer, so the same return may be tried again.
    const ends = await Promise.all(Array.from({ length: 10 }, () => operator.open(back)));
    expect(ends.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 404)]);
    const made = ends.find(({ status }) => status === 200)?.text ?? '';
    const install = attribute(made, /class="button" href="([^"]+)"/);
    expect((await operator.open(late)).status).toBe(404);
    expect((await operator.open(first)).status).toBe(404);
    expect((await operator.open('/setup')).location).toBe('/');
    expect(await foundry.link()).toBeNull();

    // Installed at GitHub by somebody whom Foundry has never seen: the webhook does all of it.
    const choice = { account: 'harbour-goods', login: 'mira-okafor', selection: 'all' };
    expect((await operator.submit(install, choice)).location).toContain('/v1/github/setup');
    await eventually(async () => {
      const synced = await foundry.sql`select 1 from github_data.accounts
        where login = 'harbour-goods' and installation_status = 'connected' and sync_status = 'synced'`;
      expect(synced).toHaveLength(1);
    });
    const mira = new Visitor(foundry.url);
    await mira.signIn('mira-okafor');
    await eventually(async () => {
      expect((await mira.app()).organizations.map(({ login }) => login)).toContain('harbour-goods');
    });
  });

  it('keeps no secret of the App in a form that can be read, and says in the audit log that it was made', async () => {
    const [row] = Registered.parse(await foundry.sql`select app_id as "appId" from github_data.app_registration`);
    const app = foundry.github.github.world.apps.get(Number(row.appId));
    const rows = [
      ...(await foundry.sql`select row_to_json(r)::text as row from github_data.app_registration r`),
      ...(await foundry.sql`select row_to_json(r)::text as row from github_data.setup_links r`),
      ...(await foundry.sql`select row_to_json(r)::text as row from messaging.outbox r`),
    ];
    const dump = JSON.stringify(rows);
    for (const secret of [app?.clientSecret ?? 'missing', app?.webhookSecret ?? 'missing', 'PRIVATE KEY']) {
      for (const form of ['utf8', 'hex', 'base64'] as const) {
        expect(dump.includes(Buffer.from(secret).toString(form))).toBe(false);
      }
    }
    await eventually(async () => {
      const entries = await foundry.sql`select 1 from audit_log.entries where kind = 'github.app_registered'`;
      expect(entries).toHaveLength(1);
    });
  });
});
