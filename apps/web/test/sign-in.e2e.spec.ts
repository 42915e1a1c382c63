import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from './accessibility.js';
import { openPage, type OpenPage } from './browser.js';
import { eventually, signIn, toGithub } from './person.js';
import { type RunningProduct, startProduct } from './product.js';

const SCREENS = fileURLToPath(new URL('../../../node_modules/.cache/foundry/screens/', import.meta.url));

let product: RunningProduct;
let open: OpenPage | null = null;

beforeAll(async () => {
  await mkdir(SCREENS, { recursive: true });
  product = await startProduct();
});
afterEach(async () => {
  await open?.close();
  open = null;
});
afterAll(async () => {
  expect(await product.stop()).toBe(0);
});

const visit = async (): Promise<OpenPage> => (open = await openPage({ width: 1440, scheme: 'light' }));

describe('a bare clone', () => {
  it('says loudly that its GitHub is a demonstration, and where to click', () => {
    expect(product.welcome).toContain('DEMONSTRATION');
    expect(product.welcome).toContain(`${product.url}/v1/auth/github`);
  });

  it('is well, says the doctor, and offers no set-up beside the demonstration', async () => {
    const doctor = await product.operate('doctor');
    expect(doctor.said).toContain('Nothing is wrong.');
    expect(doctor.said).toContain('demonstration GitHub');
    expect(doctor.code).toBe(0);
    const link = await product.operate('setup-link');
    expect(link.said).toContain('GITHUB_STAND_IN=off');
    expect(link.code).toBe(1);
  });

  it('lets a person sign in at the demonstration GitHub and shows every open pull request as a task', async () => {
    const { page, faults } = await visit();
    await toGithub(page, product.url);
    await page.screenshot({ path: join(SCREENS, 'demo-sign-in.png') });
    expect(await accessibilityFaults(page)).toEqual([]);

    const mira = await signIn(page, product.url, 'mira-okafor');
    const [cookie] = (await page.context().cookies(product.url)).filter(({ name }) => name === 'foundry_session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const { id, role } = await mira.organization('harbour-goods');
    expect(role).toBe('owner');
    await eventually(async () => expect(await mira.tasks(id)).toHaveLength(11));

    const tasks = await mira.tasks(id);
    expect(tasks.every(({ virtual }) => virtual)).toBe(true);
    const shown = tasks.map(({ title, pullRequest }) => `#${String(pullRequest?.number)} ${title}`).sort();
    const open = await mira.openPullRequests(id);
    expect(shown).toEqual(open.map(({ number, title }) => `#${String(number)} ${title}`).sort());
    expect(shown).toContain('#2 Fix the total of a basket in Swedish kronor');
    expect(faults).toEqual([]);
  });

  it('tells the browser over its socket how a sync goes, to its end', async () => {
    const { page, faults } = await visit();
    const jonas = await signIn(page, product.url, 'jonas-lind');
    const { id } = await jonas.organization('harbour-goods');
    const begin = async () => {
      expect((await jonas.send(`/v1/organizations/${id}/github/syncs`)).ok()).toBe(true);
    };
    const told = await jonas.told(`organization:${id}`, begin, ({ data }) => data.sync === 'synced' && !data.run);
    const phases = told.flatMap(({ data }) => (data.sync === 'syncing' && data.run ? [data.run.phase] : []));
    expect(phases.length).toBeGreaterThan(0);
    const counts = told.flatMap(({ data }) => (data.run?.phase === 'pull_requests' ? [data.run.done] : []));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(faults).toEqual([]);
  });

  it('shows nothing of the organization to somebody who is not in it', async () => {
    const { page } = await visit();
    const sunniva = await signIn(page, product.url, 'sunniva-dahl');
    await sunniva.organization('sunniva-dahl');
    const { organizations } = await sunniva.app();
    expect(organizations.map(({ login }) => login)).toEqual(['sunniva-dahl']);
    const answer = await page.request.get(`${product.url}/v1/organizations/1001`);
    expect(answer.status()).toBe(404);
  });

  it('sends back to the sign-in page, with a sentence, who does not want to be signed in', async () => {
    const { page, faults } = await visit();
    await toGithub(page, product.url);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('You did not allow it at GitHub').waitFor();
    expect(new URL(page.url()).searchParams.get('error')).toBe('denied');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('keeps everything over a restart, at another address too', async () => {
    const first = await visit();
    await signIn(first.page, product.url, 'mira-okafor');
    const cookies = await first.page.context().cookies(product.url);
    await first.close();
    const { dataDir } = product;
    const before = product.url;
    expect(await product.stop('kept')).toBe(0);
    product = await startProduct({ dataDir });
    expect(product.url).not.toBe(before);

    const { page } = await visit();
    await page.context().addCookies(cookies);
    const answer = await page.request.get(`${product.url}/v1/organizations/1001/tasks`);
    expect(answer.status()).toBe(200);
    await page.context().clearCookies();
    const again = await signIn(page, product.url, 'hana-sato');
    expect((await again.organization('harbour-goods')).role).toBe('member');
    expect(await again.tasks('1001')).toHaveLength(11);
  });
});
