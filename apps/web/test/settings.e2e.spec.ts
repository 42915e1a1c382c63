import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Harbour, lookAt, LOOKS } from './harbour.js';
import { eventually } from './person.js';

let harbour: Harbour;

beforeAll(async () => {
  // The only operator of this run is somebody else.
  harbour = await Harbour.start({ FOUNDRY_OPERATORS: '2003' });
}, 120_000);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

describe('the settings of an organization', () => {
  it('are saved by a button, and what is not saved yet stays while somebody looks elsewhere', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.goto(harbour.address('settings/general'));
    const prefix = page.getByLabel('Names of new branches begin with');
    await prefix.fill('agents/');
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Members' }).click();
    await page.getByRole('heading', { level: 1, name: 'Members' }).waitFor();
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'General' }).click();
    expect(await prefix.inputValue()).toBe('agents/');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await eventually(async () => expect(await prefix.inputValue()).toBe('agents/'));
    expect(faults).toEqual([]);
  });

  it('show what somebody else changed meanwhile beside what is not saved, and write over nothing', async () => {
    const [mine, other] = [await harbour.enter('mira-okafor'), await harbour.enter('mira-okafor')];
    const prefix = (one: typeof mine) => one.page.getByLabel('Names of new branches begin with');
    for (const { page } of [mine, other]) await page.goto(harbour.address('settings/general'));
    await prefix(mine).fill('mine/');
    await prefix(other).fill('theirs/');
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await mine.page.getByText('Somebody changed this to “theirs/” meanwhile.').waitFor();
    expect(await prefix(mine).inputValue()).toBe('mine/');
    await mine.page.getByRole('button', { name: 'Take theirs' }).click();
    expect(await prefix(mine).inputValue()).toBe('theirs/');
    expect([...mine.faults, ...other.faults]).toEqual([]);
  });

  it('say at the field why a value is not taken', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.goto(harbour.address('settings/general'));
    await page.getByLabel('Names of new branches begin with').fill('no..good');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('This must be valid as the start of a git branch name.').waitFor();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    expect(faults.filter((fault) => !/422/.test(fault))).toEqual([]);
  });

  it('may only be looked at by whoever is no admin, and name who is', async () => {
    const { page, faults } = await harbour.enter('hana-sato');
    for (const [path, heading] of [
      ['settings/general', 'General'],
      ['settings/sandboxes', 'Sandboxes'],
    ] as const) {
      await page.goto(harbour.address(path));
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.getByText(/You may look, not change. Ask an admin: .*@mira-okafor/).waitFor();
      expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    }
    expect(faults).toEqual([]);
  });

  it('have the name of the organization, which everybody sees at once', async () => {
    const [mira, jonas] = [await harbour.enter('mira-okafor'), await harbour.enter('jonas-lind')];
    await mira.page.goto(harbour.address('settings/general'));
    await mira.page.getByLabel('Name', { exact: true }).fill('Harbour Goods');
    await mira.page.getByRole('button', { name: 'Save name' }).click();
    await jonas.page
      .getByRole('button', { name: 'Change the organization' })
      .filter({ hasText: 'Harbour Goods' })
      .waitFor();
    expect([...mira.faults, ...jonas.faults]).toEqual([]);
  });
});

describe('keys and variables', () => {
  it('are set, shown by their last characters only, and removed after a question', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.goto(harbour.address('settings/agents'));
    const form = page.getByRole('form', { name: 'Value of ANTHROPIC_API_KEY' });
    await form.getByLabel('Value of ANTHROPIC_API_KEY').fill('not-a-real-key-f00d');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^ends with f00d, by @mira-okafor/).waitFor();
    expect(await page.content()).not.toContain('not-a-real-key');
    await page.getByRole('button', { name: 'Remove ANTHROPIC_API_KEY' }).click();
    await page
      .getByRole('dialog', { name: 'Remove ANTHROPIC_API_KEY?' })
      .getByRole('button', { name: 'Remove' })
      .click();
    await form.waitFor();
    await page.goto(harbour.address('settings/sandboxes'));
    await page.getByLabel('Name', { exact: true }).fill('region');
    await page.getByLabel('Value', { exact: true }).fill('north');
    await page.getByRole('form', { name: 'New variable' }).getByRole('button', { name: 'Save' }).click();
    await page.getByText('REGION is set. New machines get it.').waitFor();
    await page.getByRole('button', { name: 'Remove REGION' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('the inspector', () => {
  it('shows what happens live, each command with all that it belongs to, and keeps the filter in its address', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.goto(harbour.address('inspector'));
    const table = page.getByRole('table');
    await table.getByRole('button', { name: 'Admit member' }).first().waitFor();
    const other = await harbour.enter('mira-okafor');
    await other.page.goto(harbour.address('settings/sandboxes'));
    await other.page.getByLabel('Minutes without activity until a sandbox pauses').fill('20');
    await other.page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await table.getByRole('button', { name: 'Update settings' }).first().click();
    const detail = page.getByRole('region', { name: 'Command' });
    await detail.getByText('Everything that one request began').waitFor();
    await detail.getByText('Settings changed (organization)').waitFor();
    await detail.getByText('What it carried').waitFor();
    await page.getByLabel('Outcome').selectOption('Refused');
    await page.getByText('Nothing in this range.').waitFor();
    await page.reload();
    await page.getByText('Nothing in this range.').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await table.waitFor();
    expect([...faults, ...other.faults]).toEqual([]);
  });

  it('shows dead letters and what was done about them to admins', async () => {
    const { page } = await harbour.enter('mira-okafor');
    const letter = {
      deadLetterId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
      source: 'command',
      module: 'organization',
      organizationId: '1001',
      name: 'organization.grantRole',
      entityId: '1001',
      messageId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
      code: 'internal',
      message: 'Cannot read properties of undefined',
      attempts: 1,
      diedAt: '2030-01-01T12:00:00.000Z',
      state: 'open',
      resolvedBy: null,
      resolvedAt: null,
      retriedAs: null,
      reason: null,
      actions: ['retry', 'discard'],
    };
    const asked: string[] = [];
    let items = [letter];
    await page.route('**/v1/dead-letters**', async (route) => {
      const request = route.request();
      if (request.method() === 'GET') {
        await route.fulfill({ json: { items, nextCursor: null } });
        return;
      }
      asked.push(`${new URL(request.url()).pathname.split('/').at(-1) ?? ''} ${request.postData() ?? ''}`);
      items = [];
      await route.fulfill({ json: { deadLetterId: letter.deadLetterId, state: 'discarded', retriedAs: null } });
    });
    await page.goto(harbour.address('inspector?view=dead-letters'));
    await page.getByText('Cannot read properties of undefined').waitFor();
    await page.getByTitle('Dead letters are open').waitFor();
    await page.getByRole('button', { name: 'Discard Grant role' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Sent by mistake');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Nothing failed, or everything was dealt with.').waitFor();
    items = [letter];
    await page.getByRole('checkbox', { name: 'Choose Grant role' }).check();
    await page.getByText('1 chosen').waitFor();
    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    await page.getByText('Nothing failed, or everything was dealt with.').waitFor();
    expect(asked).toEqual(['discard {"reason":"Sent by mistake"}', 'retry ']);
  });

  it('tells who can see what whoever looks may not', async () => {
    const hana = await harbour.enter('hana-sato');
    await hana.page.goto(harbour.address('inspector?view=effects'));
    await hana.page.getByText(/Owners and admins can see this. Ask an admin: .*@mira-okafor/).waitFor();
    expect(hana.faults).toEqual([]);
    const mira = await harbour.enter('mira-okafor');
    await mira.page.goto(harbour.address('inspector?view=system'));
    await mira.page.getByText('Operators can see this').waitFor();
  });

  it('says of a task that nobody started that nothing happened yet', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.getByRole('button', { name: 'Actions of Dark theme' }).click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByText('Nothing happened yet').waitFor();
    expect(faults).toEqual([]);
  });
});

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it('every screen fits, is quiet and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor', look);
    const screens = [
      ['settings-general', 'settings/general', 'Tasks and people'],
      ['settings-agents', 'settings/agents', 'Keys'],
      ['settings-sandboxes', 'settings/sandboxes', 'Variables'],
      ['inspector', 'inspector', 'Waited'],
      ['inspector-effects', 'inspector?view=effects', 'Nothing is under way.'],
      ['inspector-dead-letters', 'inspector?view=dead-letters', 'Nothing failed, or everything was dealt with.'],
      ['inbox', 'inbox', 'Nothing needs you.'],
      ['inbox-done', 'inbox?state=done', 'Nothing was done in the last 30 days.'],
      ['you', 'you', 'API reference'],
    ] as const;
    const found: Record<string, string[]> = {};
    for (const [name, path, whole] of screens) {
      await page.goto(harbour.address(path));
      await page.getByRole('main').getByText(whole).first().waitFor();
      found[name] = await lookAt(page, name, look);
    }
    await page.goto(harbour.address('inspector'));
    await page.getByRole('table').getByRole('button').first().click();
    await page.getByText('Everything that one request began').waitFor();
    found['command'] = await lookAt(page, 'inspector-command', look);
    expect(Object.entries(found).filter(([, ofScreen]) => ofScreen.length > 0)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
