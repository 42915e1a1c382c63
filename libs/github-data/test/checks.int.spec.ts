import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PullRequestsChanged, Reconcile, ReconcileApp } from '../src/contracts/index.js';
import { Foundry } from '../src/testing/foundry.js';
import { OrganizationNewsModule, removed, settingsFrom, telling, worked } from '../src/testing/organization-news.js';

const REPOSITORY = 'harbour-goods/orders-api';
const Calls = z.object({ log: z.array(z.object({ path: z.string() })) });
const Told = PullRequestsChanged.definition.payload;
const Sync = z.array(z.object({ trigger: z.string() }));

describe('what organizations tell of tasks and settings', () => {
  let foundry: Foundry;
  let organizationId: string;
  let repositoryId: string;

  beforeAll(async () => {
    foundry = await Foundry.start({ beside: [OrganizationNewsModule] });
    await foundry.handled(new ReconcileApp({ entityId: 'app', part: 'installations' }));
    const [repository] = await eventually(async () =>
      z
        .array(z.object({ organizationId: z.string(), repositoryId: z.string() }))
        .min(1)
        .parse(
          await foundry.database.sql`select organization_id as "organizationId", repository_id as "repositoryId"
            from github_data.repositories where full_name = ${REPOSITORY}`,
        ),
    );
    organizationId = repository?.organizationId ?? '';
    repositoryId = repository?.repositoryId ?? '';
    await foundry.rested(organizationId);
  });
  beforeEach(() => foundry.github.noFaults());
  afterAll(() => foundry.stop());

  const act = (name: string, body: Record<string, unknown>) =>
    foundry.github.act(name, { repository: REPOSITORY, by: 'mira-okafor', ...body });
  /** GitHub was heard, and what follows at once is done; what waits for quiet is not. */
  const heard = async () => {
    await eventually(async () => {
      const { pending } = z.object({ pending: z.int() }).parse(await foundry.github.control('GET', '/webhooks'));
      expect(pending).toBe(0);
    });
    await foundry.rested(organizationId);
  };
  const aPull = async (branch: string): Promise<number> => {
    await act('branch.create', { branch });
    await act('branch.commit', { branch, path: `${branch}.md`, text: branch, message: branch });
    const { result } = z
      .object({ result: z.object({ number: z.int() }) })
      .parse(await act('pull.open', { title: branch, head: branch }));
    await heard();
    return result.number;
  };
  const shown = (number: number) => ({ organizationId, repositoryId, number });
  const tell = async (event: Parameters<typeof telling>[0]) => {
    await foundry.handled(telling(event));
    await foundry.rested(organizationId);
  };
  const checksOf = async (number: number): Promise<string | undefined> => {
    const rows = await foundry.database.sql`select checks from github_data.pull_requests
      where repository_id = ${repositoryId} and number = ${number}`;
    return z.array(z.object({ checks: z.string() })).parse(rows)[0]?.checks;
  };
  const becomes = (number: number, checks: string) =>
    eventually(async () => {
      expect(await checksOf(number)).toBe(checks);
    }, 20_000);
  const asked = async () => {
    const { log } = Calls.parse(await foundry.github.control('GET', '/calls'));
    return log.filter(({ path }) => /\/commits\//.test(path)).length;
  };
  const toldChecks = (number: number): string[] =>
    foundry.told
      .filter(({ name }) => name === 'github-data.pullRequestsChanged')
      .flatMap(({ payload }) => Told.parse(payload).pullRequests)
      .filter((pull) => pull.number === number)
      .map(({ checks }) => checks);

  it('reads no checks of pull requests that nobody works on, whatever CI tells', async () => {
    const number = await aPull('unwatched');
    await foundry.github.control('DELETE', '/calls');
    await act('pull.check', { number, conclusion: 'failure' });
    await act('pull.status', { number, state: 'failure' });
    await heard();
    expect(await checksOf(number)).toBe('none');
    expect(await asked()).toBe(0);
    const rows = await foundry.database.sql`select distinct event, state, reason from github_data.webhook_deliveries
      where event in ('check_suite', 'status') order by event`;
    expect(rows).toEqual([
      { event: 'check_suite', state: 'ignored', reason: 'not_watched' },
      { event: 'status', state: 'ignored', reason: 'not_watched' },
    ]);
    await tell(worked(shown(number), { virtual: true }));
    expect(await asked()).toBe(0);
  });

  it('reads them when somebody begins to work on one, and again when CI was quiet', async () => {
    const number = await aPull('watched');
    await act('pull.status', { number, state: 'success' });
    await heard();
    await tell(worked(shown(number)));
    expect(await checksOf(number)).toBe('passed');
    await foundry.github.control('DELETE', '/calls');
    await foundry.github.control('PUT', '/webhooks', { mode: 'paused' });
    for (const name of ['one', 'two', 'three']) await act('pull.check', { number, name, conclusion: null });
    await act('pull.check', { number, name: 'one', conclusion: 'success' });
    await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
    await becomes(number, 'pending');
    // four events, one reading: of statuses and of check suites
    expect(await asked()).toBe(2);
    for (const name of ['two', 'three']) await act('pull.check', { number, name, conclusion: 'success' });
    await act('pull.status', { number, context: 'lint', state: 'failure' });
    await becomes(number, 'failed');
    await eventually(() => {
      expect(toldChecks(number).at(-1)).toBe('failed');
    });
  }, 60_000);

  it('never shows a new commit with the checks of the one before', async () => {
    const number = await aPull('moving');
    await act('pull.status', { number, state: 'failure' });
    await heard();
    await tell(worked(shown(number)));
    expect(await checksOf(number)).toBe('failed');
    foundry.told.length = 0;
    await act('branch.commit', { branch: 'moving', path: 'again.md', text: 'x', message: 'Again' });
    await becomes(number, 'none');
    await eventually(() => {
      expect(toldChecks(number)).toEqual(['unknown', 'none']);
    });
  }, 60_000);

  it('asks nothing twice while a task that is watched changes, and forgets with the task', async () => {
    const number = await aPull('removed');
    await act('pull.status', { number, state: 'success' });
    await heard();
    await tell(worked(shown(number)));
    await foundry.github.control('DELETE', '/calls');
    await tell(worked(shown(number), { title: 'Another' }));
    expect(await asked()).toBe(0);
    await tell(removed(shown(number)));
    expect(await checksOf(number)).toBe('none');
    await act('pull.status', { number, state: 'failure' });
    await heard();
    expect(await asked()).toBe(0);
  });

  it('knows that it does not know when GitHub does not say', async () => {
    const number = await aPull('unreadable');
    await foundry.github.fault({ kind: 'missing', path: '/check-suites' });
    await tell(worked(shown(number)));
    expect(await checksOf(number)).toBe('unknown');
  });

  describe('that run still, and whose end was told by nobody', () => {
    let number: number;
    beforeAll(async () => {
      await foundry.github.noFaults();
      number = await aPull('unsettled');
      await act('pull.check', { number, conclusion: null });
      await heard();
      await tell(worked(shown(number)));
      expect(await checksOf(number)).toBe('pending');
      await foundry.github.control('PUT', '/webhooks', { mode: 'lost' });
      await act('pull.check', { number, conclusion: 'success' });
      await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
    });
    const askedAgo = (minutes: number) => foundry.database.sql`update github_data.pull_requests
      set checks_asked_at = now() - ${minutes}::int * interval '1 minute', github_updated_at = now() - interval '1 hour'
      where repository_id = ${repositoryId} and number = ${number}`;
    /** Readings of checks that a sweep asks for. */
    const sweep = async () => {
      const readings = async () =>
        (await foundry.database.sql`select from messaging.effect where name = 'github-data.fetchChecks'`).length;
      const before = await readings();
      await foundry.handled(new Reconcile({ organizationId }));
      const after = await readings();
      await foundry.rested(organizationId);
      return after - before;
    };

    it('are not asked for again at once, nor while little is left of the budget', async () => {
      expect(await sweep()).toBe(0);
      await askedAgo(30);
      await foundry.database.sql`update github_data.rate_budgets
        set remaining = 0.1 * "limit", reset_at = now() + interval '2 seconds'`;
      expect(await sweep()).toBe(0);
      expect(await checksOf(number)).toBe('pending');
    });

    it('are found by the sweep, once', async () => {
      await askedAgo(30);
      expect(await sweep()).toBe(1);
      expect(await checksOf(number)).toBe('passed');
      await askedAgo(600);
      expect(await sweep()).toBe(0);
    });
  });

  it('reads and tells everything again when the settings let more pull requests appear, and only then', async () => {
    const number = await aPull('told-again');
    await foundry.database.sql`delete from github_data.sync_runs`;
    foundry.told.length = 0;
    await tell(settingsFrom(organizationId, {}, { pullRequestTasks: 'none' }, 7));
    await tell(settingsFrom(organizationId, { idleMinutes: 5 }, {}, 8));
    expect(await foundry.database.sql`select 1 from github_data.sync_runs`).toEqual([]);
    await tell(settingsFrom(organizationId, { excludeAuthors: ['mira-okafor'] }, {}, 9));
    const runs = Sync.parse(await foundry.database.sql`select trigger from github_data.sync_runs`);
    expect(runs).toEqual([{ trigger: 'settings' }]);
    await eventually(() => {
      expect(toldChecks(number)).toEqual(['none']);
    });
  });
});
