import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from './accessibility.js';
import { allow, begin, composer, conversation, ends, PATIENCE, say, shipBar } from './at-task.js';
import { Harbour, lookAt } from './harbour.js';
import { eventually } from './person.js';

const JOURNEY_MS = 240_000;
const PAYMENTS = 'harbour-goods/payments';
const ORDERS = 'harbour-goods/orders-api';

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, JOURNEY_MS);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

describe('work on a task of the new-task page', () => {
  it(
    'becomes a pull request, is refused by a protected branch in words, and is merged once it is approved',
    async () => {
      const { page, faults } = await harbour.enter('mira-okafor');
      await harbour.github.act('branch.protect', { repository: PAYMENTS, branch: 'main', approvals: 1 });
      const known = await harbour.github.open(PAYMENTS);
      await begin(page, harbour.address('new'), {
        repository: PAYMENTS,
        prompt: 'write notes/parcels.md: Seven parcels',
      });
      await ends(page).waitFor(PATIENCE);

      await shipBar(page).getByRole('button', { name: 'Create pull request' }).click(PATIENCE);
      await page.getByLabel('Title').fill('Say how many parcels there are');
      await page.getByLabel('Description').fill('Counted by **hand**.');
      await page.getByLabel('Commit message').fill('Count the parcels');
      expect(await accessibilityFaults(page)).toEqual([]);
      await shipBar(page).locator('form').getByRole('button', { name: 'Create pull request' }).click();
      const link = shipBar(page).getByRole('link', { name: /^#\d+ on GitHub/ });
      await link.waitFor(PATIENCE);
      const made = (await harbour.github.open(PAYMENTS)).filter(
        ({ number }) => !known.some((one) => one.number === number),
      );
      expect(made.map(({ title }) => title)).toEqual(['Say how many parcels there are']);
      const number = made[0]?.number ?? 0;
      expect(await link.getAttribute('href')).toBe(`${harbour.github.url}/${PAYMENTS}/pull/${String(number)}`);

      await shipBar(page).getByRole('button', { name: 'Merge', exact: true }).click(PATIENCE);
      await page.getByText('The task is archived then, as the settings of the organization say.').waitFor();
      await shipBar(page)
        .getByRole('button', { name: `Merge #${String(number)}` })
        .click();
      const refusal = shipBar(page).getByRole('alert');
      await refusal
        .getByText(/The rules of the repository do not allow it yet.*At least 1 approving review/)
        .waitFor(PATIENCE);
      expect(await accessibilityFaults(page)).toEqual([]);
      // It stays until it is solved, also for whoever comes later.
      await page.reload();
      await refusal.waitFor();
      const review = { repository: PAYMENTS, number, state: 'APPROVED', by: 'jonas-lind' };
      await harbour.github.act('pull.review', review);
      await refusal.getByRole('button', { name: 'Retry' }).click();
      await conversation(page)
        .getByText(`Merged pull request #${String(number)}.`)
        .waitFor(PATIENCE);
      await page.getByText('This task is archived. Restore it to go on.').waitFor(PATIENCE);
      await page.getByRole('definition').getByText('Merged', { exact: true }).waitFor();
      expect((await harbour.github.open(PAYMENTS)).some((pull) => pull.number === number)).toBe(false);
      expect(await lookAt(page, 'merged', { width: 1440, scheme: 'light' })).toEqual([]);
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'says who can help when GitHub refuses, and which files are in the way of an update',
    async () => {
      const { page, faults } = await harbour.enter('jonas-lind');
      await begin(page, harbour.address('new'), { repository: ORDERS, prompt: 'write README.md: Mine' });
      await ends(page).waitFor(PATIENCE);

      await harbour.github.fault({ kind: 'error', status: 403, path: '/pulls', method: 'POST', times: 1 });
      await shipBar(page).getByRole('button', { name: 'Create pull request' }).click(PATIENCE);
      await shipBar(page).locator('form').getByRole('button', { name: 'Create pull request' }).click();
      const refusal = shipBar(page).getByRole('alert');
      await refusal.getByText(/GitHub does not let you do this in the repository. Ask its admins./).waitFor(PATIENCE);
      await refusal.getByRole('button', { name: 'Retry' }).click();
      await shipBar(page)
        .getByRole('link', { name: /^#\d+ on GitHub/ })
        .waitFor(PATIENCE);

      const theirs = {
        repository: ORDERS,
        branch: 'main',
        path: 'README.md',
        text: 'Theirs\n',
        message: 'Write it anew',
      };
      await harbour.github.act('branch.commit', theirs);
      await shipBar(page).getByRole('button', { name: 'Merge', exact: true }).click(PATIENCE);
      await shipBar(page)
        .getByRole('button', { name: /^Merge #/ })
        .click();
      await refusal
        .getByText(/It has conflicts with its base branch. Bring the branch up to date first./)
        .waitFor(PATIENCE);
      await refusal.getByRole('button', { name: 'Update branch' }).click();
      const files = refusal.getByRole('list', { name: 'Files in the way' });
      await files.getByText('README.md', { exact: true }).waitFor(PATIENCE);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await lookAt(page, 'conflict', { width: 1440, scheme })).toEqual([]);
      }
      await refusal.getByRole('button', { name: 'Ask the agent to resolve' }).click();
      expect(await composer(page).inputValue()).toBe(
        'Merge main into this branch and resolve the conflicts in README.md.',
      );
      // Nothing was lost on the machine by the attempt.
      await say(page, 'run cat README.md');
      await allow(page);
      await eventually(async () => expect(await page.getByText('Mine', { exact: true }).count()).toBeGreaterThan(0));
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );
});
