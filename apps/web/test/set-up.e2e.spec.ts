import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningGithub, startGithub } from '@foundry/demo';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from './accessibility.js';
import { openPage, type OpenPage } from './browser.js';
import { eventually, signIn } from './person.js';
import { type RunningProduct, startProduct } from './product.js';

const SCREENS = fileURLToPath(new URL('../../../node_modules/.cache/foundry/screens/', import.meta.url));

/** The product's start, many pages and three programs. */
const JOURNEY_MS = 180_000;

let folder: string;
let github: RunningGithub;
let product: RunningProduct;
let open: OpenPage;

beforeAll(async () => {
  await mkdir(SCREENS, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'foundry-github-'));
  github = await startGithub({ folder, app: null });
  product = await startProduct({ environment: { GITHUB_WEB_URL: github.webUrl, GITHUB_API_URL: github.apiUrl } });
  open = await openPage({ width: 1440, scheme: 'light' });
}, JOURNEY_MS);
afterAll(async () => {
  await open.close();
  expect(await product.stop()).toBe(0);
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a fresh installation with a GitHub of its own', () => {
  it(
    'is set up in a browser, from the printed link to the first tasks',
    async () => {
      const { page, faults } = open;
      expect(product.welcome).not.toContain('DEMONSTRATION');
      expect(product.welcome).toContain(`${product.url}/v1/setup?token=`);
      const doctor = await product.operate('doctor');
      expect([doctor.code, doctor.said]).toEqual([1, expect.stringContaining('✗ GitHub App: There is none yet')]);
      const { said: link } = await product.operate('setup-link');

      await page.goto(`${product.url}/v1/auth/github`);
      await page.getByRole('heading', { name: 'Foundry is not set up yet' }).waitFor();
      await page.screenshot({ path: join(SCREENS, 'set-up-help.png') });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel('Set-up code').fill(new URL(link).searchParams.get('token') ?? '');
      await page.getByRole('button', { name: 'Continue' }).click();

      await page.getByLabel('Login of the organization').fill('harbour-goods');
      await page.getByRole('button', { name: 'Use this account' }).click();
      await page.getByText('It belongs to harbour-goods').waitFor();
      await page.screenshot({ path: join(SCREENS, 'set-up-app.png') });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Create the GitHub App' }).click();
      await page.getByRole('button', { name: '@mira-okafor' }).click();

      await page.getByRole('heading', { name: 'Foundry is connected with GitHub' }).waitFor();
      await page.screenshot({ path: join(SCREENS, 'set-up-done.png') });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Install on GitHub' }).click();
      await page.getByRole('button', { name: 'Install' }).click();
      // Nobody is signed in, so GitHub's way back ends at the sign-in page; the webhook does the work.
      await page.waitForURL(`${product.url}/sign-in`);

      const mira = await signIn(page, product.url, 'mira-okafor');
      const { id } = await mira.organization('harbour-goods');
      await eventually(async () => expect(await mira.tasks(id)).toHaveLength(11));
      expect(faults).toEqual([]);

      const after = await product.operate('doctor');
      expect([after.code, after.said]).toEqual([
        0,
        expect.stringContaining('✓ Installation on harbour-goods: connected'),
      ]);
    },
    JOURNEY_MS,
  );
});
