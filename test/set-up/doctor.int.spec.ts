import { generateKeyPairSync } from 'node:crypto';
import { productAddresses, type RunningGithub } from '@foundry/demo';
import { examine } from '@foundry/worker';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { appEnvironment, KEY, SetUpInstallation } from './installation.js';

const otherKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

describe('the doctor', () => {
  let foundry: SetUpInstallation;
  let mend: () => void = () => undefined;

  beforeAll(async () => {
    foundry = await SetUpInstallation.start({
      github: (url) => ({ app: productAddresses(url), webhooks: 'paused' }),
      environment: appEnvironment,
    });
    foundry.github.deliver();
    await foundry.github.github.announcer.idle();
  });
  afterEach(() => {
    mend();
    mend = () => undefined;
  });
  afterAll(() => foundry.stop());

  const healthy = (): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    DATA_DIR: '/nonexistent',
    DATABASE_URL: foundry.own.url,
    AMQP_URL: process.env['AMQP_URL'],
    PUBLIC_URL: foundry.url,
    FOUNDRY_ENCRYPTION_KEYS: KEY,
    FOUNDRY_OPERATORS: '1002',
    AUDIT_SIGNING_KEY: process.env['AUDIT_SIGNING_KEY'],
    GITHUB_WEB_URL: foundry.github.webUrl,
    GITHUB_API_URL: foundry.github.apiUrl,
    ...appEnvironment(foundry.github),
  });
  /** What is wrong, `about: says`, and that each comes with what to do. */
  const complaints = async (change: NodeJS.ProcessEnv = {}): Promise<string[]> => {
    const found = (await examine({ ...healthy(), ...change })).filter(({ state }) => state === 'bad');
    expect(found.every(({ remedy }) => remedy !== null && remedy.length > 10)).toBe(true);
    return found.map(({ about, says }) => `${about}: ${says}`);
  };
  const app = (github: RunningGithub) => {
    const row = github.github.world.apps.get(github.credentials?.appId ?? 0);
    if (!row) throw new Error('The stand-in has no App.');
    return row;
  };
  /** Changes the App at GitHub until the end of the test. */
  const atGithub = (change: Partial<ReturnType<typeof app>>): void => {
    const row = app(foundry.github);
    const before = { ...row };
    mend = () => Object.assign(row, before);
    Object.assign(row, change);
  };

  it('finds nothing wrong with a set-up that works, and says what it looked at', async () => {
    const found = await examine(healthy());
    expect(found.filter(({ state }) => state === 'bad')).toEqual([]);
    expect(found.filter(({ state }) => state === 'ok').map(({ about }) => about)).toEqual(
      expect.arrayContaining([
        'Encryption keys',
        'Audit signing key',
        'Database',
        'Broker',
        'Clock',
        'App',
        'Permissions',
        'Events',
        'Client secret',
        'Callback',
        'Webhook URL',
        'Deliveries',
        'Installation on harbour-goods',
      ]),
    );
  });

  it('never shows a secret', async () => {
    const text = JSON.stringify(await examine(healthy()));
    const { privateKey, clientSecret, webhookSecret } = foundry.github.credentials ?? {};
    for (const secret of [privateKey, clientSecret, webhookSecret, KEY]) expect(text).not.toContain(secret);
  });

  it.each([
    ['a key of another App', () => ({ GITHUB_APP_PRIVATE_KEY: otherKey() }), /App: .*do not belong together/],
    [
      'a number of no App',
      () => ({ GITHUB_APP_ID: '999999' }),
      /App: GitHub has no App with the number 999999|App: .*do not belong together/,
    ],
    [
      'a text that is no key',
      () => ({ GITHUB_APP_PRIVATE_KEY: 'x' }),
      /GitHub App: GITHUB_APP_PRIVATE_KEY cannot be read/,
    ],
    ['half an App', () => ({ GITHUB_CLIENT_SECRET: '' }), /GitHub App: .*in part; set GITHUB_CLIENT_SECRET/],
    ['a client id of another App', () => ({ GITHUB_CLIENT_ID: 'Iv1.other' }), /App: .*client id is another one/],
    ['a wrong client secret', () => ({ GITHUB_CLIENT_SECRET: 'wrong' }), /Client secret: GitHub does not accept/],
    ['a GitHub that does not answer', () => ({ GITHUB_API_URL: 'http://127.0.0.1:1' }), /GitHub: .* does not answer/],
    ['another address than the App’s', () => ({ PUBLIC_URL: 'http://localhost:1' }), /Callback: .*not the one/],
    ['a product that does not answer', () => ({ PUBLIC_URL: 'http://localhost:1' }), /Webhook URL: .*does not answer/],
    ['an address without https', () => ({ PUBLIC_URL: 'http://foundry.example' }), /PUBLIC_URL: .*not https/],
    ['no database', () => ({ DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }), /Database: .*does not let us in/],
    ['no broker', () => ({ AMQP_URL: 'amqp://guest:hidden@127.0.0.1:1' }), /Broker: .*does not let us in/],
    ['no encryption key', () => ({ FOUNDRY_ENCRYPTION_KEYS: '' }), /Encryption keys: .*missing/],
    ['half an encryption key', () => ({ FOUNDRY_ENCRYPTION_KEYS: 'k1:short' }), /Encryption keys: .*32 bytes/],
    ['no signing key', () => ({ AUDIT_SIGNING_KEY: '' }), /Audit signing key: .*missing/],
    ['e2b without a key', () => ({ SANDBOX_PROVIDERS: 'e2b' }), /Sandboxes, e2b: .*without a key/],
  ])('names %s', async (_what, change, complaint) => {
    expect(await complaints(change())).toContainEqual(expect.stringMatching(complaint));
  });

  it('names permissions and events that the App lacks', async () => {
    const { contents: _, ...permissions } = app(foundry.github).permissions;
    atGithub({ permissions: { ...permissions, pull_requests: 'read' }, events: ['push'] });
    const found = await complaints();
    expect(found).toContainEqual('Permissions: The App lacks contents: write, pull_requests: write.');
    expect(found).toContainEqual(expect.stringMatching(/Events: .*pull_request,/));
  });

  it('notes what the App may do beyond its task', async () => {
    atGithub({ permissions: { ...app(foundry.github).permissions, administration: 'write' } });
    const found = await examine(healthy());
    expect(found).toContainEqual(expect.objectContaining({ state: 'note', about: 'Permissions' }));
    expect(await complaints()).toEqual([]);
  });

  it('names a webhook address that is not ours, and one that is switched off', async () => {
    atGithub({ webhookUrl: `${foundry.url}/elsewhere` });
    expect(await complaints()).toContainEqual(expect.stringMatching(/Webhook URL: The App sends to .*elsewhere/));
    mend();
    atGithub({ webhookUrl: null });
    expect(await complaints()).toContainEqual(expect.stringMatching(/Webhooks: The App sends none/));
  });

  it('names another webhook secret, and sees at once when it was mended', async () => {
    const { github } = foundry.github;
    atGithub({ webhookSecret: 'another' });
    await changed(foundry.github);
    expect(await complaints()).toContainEqual(expect.stringMatching(/Webhook secret: .*another secret/));
    mend();
    expect(await complaints()).toEqual([]);
    await github.announcer.idle();
  });

  it('names an account that suspended the App', async () => {
    const [installation] = foundry.github.github.world.installations.values();
    if (!installation) throw new Error('It is installed nowhere.');
    installation.suspendedAt = new Date().toISOString();
    mend = () => {
      installation.suspendedAt = null;
    };
    expect(await complaints()).toContain('Installation on harbour-goods: It is suspended.');
  });

  it('names a key that the database still needs', async () => {
    const other = `k2:${Buffer.alloc(32, 9).toString('base64')}`;
    await foundry.sql`insert into github_data.app_registration (registration, app_id, slug, page_url, client_id,
      client_secret, private_key, key_id) values ('app', 1, 'x', 'https://x', 'x', 'x', 'x', 'k1')`;
    const found = await complaints({ FOUNDRY_ENCRYPTION_KEYS: other });
    expect(found).toContainEqual(expect.stringMatching(/Encryption keys: .*of the key k1/));
  });
});

/** Something that GitHub tells of. */
async function changed({ github }: RunningGithub): Promise<void> {
  const [repository] = github.world.repositories.values();
  if (!repository) throw new Error('There is no repository.');
  github.announcer.aboutRepository('public', repository, repository.ownerId, {});
  await github.announcer.idle();
}
