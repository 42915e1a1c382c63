import { randomUUID } from 'node:crypto';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { ArmedFailpoints, eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  ClosePullRequest,
  DeleteBranch,
  MarkReady,
  MergePullRequest,
  OpenPullRequest,
  OperationFinished,
  ReconcileApp,
} from '../src/contracts/index.js';
import { Foundry, GivenTokens } from '../src/testing/foundry.js';
import { CredentialsModule, GivenCredentials } from '../src/testing/given-credentials.js';
import { signIn } from '../src/testing/sign-in.js';

const REPOSITORY = 'harbour-goods/orders-api';
const OWNER = 'harbour-goods';
const TASK = randomUUID();
const NOWHERE = '0'.repeat(40);

const Finished = OperationFinished.definition.payload;
type Finished = z.infer<typeof Finished>;
const Rows = z.array(z.object({ organizationId: z.string(), repositoryId: z.string(), defaultBranch: z.string() }));

describe('what people ask Foundry to do at GitHub', () => {
  const failpoints = new ArmedFailpoints();
  let foundry: Foundry;
  let organizationId: string;
  let repositoryId: string;
  let tomas: string;

  beforeAll(async () => {
    foundry = await Foundry.start({ beside: [CredentialsModule], failpoints });
    await foundry.handled(new ReconcileApp({ entityId: 'app', part: 'installations' }));
    const [repository] = await eventually(async () =>
      Rows.min(1).parse(
        await foundry.database.sql`select organization_id as "organizationId", repository_id as "repositoryId",
          default_branch as "defaultBranch" from github_data.repositories where full_name = ${REPOSITORY}`,
      ),
    );
    organizationId = repository?.organizationId ?? '';
    repositoryId = repository?.repositoryId ?? '';
    await foundry.rested(organizationId);
    tomas = await signedIn('tomas-vega');
  });
  beforeEach(() => foundry.github.noFaults());
  afterAll(() => foundry.stop());

  const signedIn = async (login: string): Promise<string> => {
    const { userId, token } = await signIn(foundry.github, login);
    GivenTokens.tokens.set(userId, token);
    return userId;
  };
  const asked = (userId = tomas) => ({ organizationId, operationId: randomUUID(), taskId: TASK, repositoryId, userId });
  const finished = (operationId: string): Finished[] =>
    foundry.told
      .filter(({ name }) => name === 'github-data.operationFinished')
      .map(({ payload }) => Finished.parse(payload))
      .filter((end) => end.operationId === operationId);
  const endOf = async (command: CommandMessage): Promise<Finished> => {
    const { operationId } = z.object({ operationId: z.string() }).parse(command.payload);
    await foundry.handled(command);
    return eventually(() => {
      const [end] = finished(operationId);
      if (!end) throw new Error('The operation is still under way.');
      return end;
    }, 20_000);
  };
  const act = (name: string, body: Record<string, unknown>) =>
    foundry.github.act(name, { repository: REPOSITORY, by: 'mira-okafor', ...body });

  /** A branch with a commit of its own; its head. */
  const pushed = async (branch: string, path = `${branch}.md`, text = branch): Promise<string> => {
    await act('branch.create', { branch });
    await act('branch.commit', { branch, path, text, message: `Write ${path}` });
    return headOf(branch);
  };
  const headOf = async (branch: string): Promise<string> => {
    const [token = ''] = GivenTokens.tokens.values();
    const answer = await fetch(`${foundry.github.apiUrl}/repos/${REPOSITORY}/git/ref/heads/${branch}`, {
      headers: { authorization: `token ${token}` },
    });
    return z.object({ object: z.object({ sha: z.string() }) }).parse(await answer.json()).object.sha;
  };
  const opening = (branch: string, over: Partial<OpenPullRequest['payload']> = {}) =>
    new OpenPullRequest({
      ...asked(),
      branch,
      base: 'main',
      title: `About ${branch}`,
      body: 'Text',
      draft: false,
      ...over,
    });
  const open = async (branch: string, over: Partial<OpenPullRequest['payload']> = {}) => {
    const headSha = await pushed(branch);
    const { result } = await endOf(opening(branch, over));
    return { number: result?.number ?? 0, headSha };
  };
  const merging = (number: number, expectedHeadSha: string, over: Partial<MergePullRequest['payload']> = {}) =>
    new MergePullRequest({ ...asked(), number, method: 'squash', expectedHeadSha, ...over });
  const stored = async (number: number) => {
    const [row] = await foundry.database.sql`select state, draft, author_login as author, closed_by as "closedBy"
      from github_data.pull_requests where repository_id = ${repositoryId} and number = ${number}`;
    return row;
  };
  const openAtGithub = async () =>
    (await foundry.openAtGithub(OWNER)).filter((line) => line.startsWith(`${REPOSITORY}#`));
  const codeOf = async (command: CommandMessage) => (await endOf(command)).error?.code;

  it('opens a pull request as the person, and shows it without any webhook', async () => {
    await foundry.github.control('PUT', '/webhooks', { mode: 'lost' });
    await pushed('to-open');
    const end = await endOf(opening('to-open', { draft: true }));
    expect(end).toMatchObject({ kind: 'open', taskId: TASK, userId: tomas, error: null, result: { existing: false } });
    const number = end.result?.number ?? 0;
    expect(await stored(number)).toEqual({ state: 'open', draft: true, author: 'tomas-vega', closedBy: null });
    expect(await openAtGithub()).toContain(`${REPOSITORY}#${String(number)} About to-open`);
    await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
    expect(foundry.audit.entries.slice(-2)).toMatchObject([
      { kind: 'pull_request.requested', taskId: TASK, details: { operation: 'open' } },
      { kind: 'pull_request.opened', subject: { type: 'pull_request', id: String(number) } },
    ]);
  });

  it('finds the one that is open already, and answers the same operation once', async () => {
    const { number } = await open('opened-twice');
    const again = opening('opened-twice', { title: 'Another title' });
    expect(await endOf(again)).toMatchObject({ result: { existing: true, number } });
    await foundry.handled(again);
    await foundry.rested(organizationId);
    expect(finished(again.payload.operationId)).toHaveLength(1);
    expect((await openAtGithub()).filter((line) => line.includes('opened-twice'))).toHaveLength(1);
  });

  it.each([
    ['open', '/pulls', 'POST'],
    ['merge', '/merge', 'PUT'],
    ['close', '/pulls/', 'PATCH'],
  ])('is done once when the answer of GitHub to %s is lost', async (kind, path, method) => {
    const branch = `lost-${kind}`;
    const number = kind === 'open' ? 0 : (await open(branch)).number;
    const head = kind === 'open' ? await pushed(branch) : await headOf(branch);
    await foundry.github.fault({ kind: 'lost', path, method, times: 1 });
    const command =
      kind === 'open'
        ? opening(branch)
        : kind === 'merge'
          ? merging(number, head)
          : new ClosePullRequest({ ...asked(), number });
    const end = await endOf(command);
    expect(end).toMatchObject({ error: null, result: { existing: true } });
    const state = { open: 'open', merge: 'merged', close: 'closed' }[kind];
    expect(await stored(end.result?.number ?? 0)).toMatchObject({ state });
    const known = (await openAtGithub()).filter((line) => line.includes(branch));
    expect(known).toHaveLength(kind === 'open' ? 1 : 0);
  });

  it('is done once when the worker ends after GitHub answered, before it could say so', async () => {
    await pushed('unsaid');
    failpoints.arm({ point: 'effect.performed', act: 'hang' });
    const command = opening('unsaid');
    await foundry.handled(command);
    await eventually(() => expect(failpoints.hanging).toBe(1));
    const known = async () => (await openAtGithub()).filter((line) => line.includes('unsaid'));
    expect(await known()).toHaveLength(1);
    expect(finished(command.payload.operationId)).toEqual([]);
    // as after the end of a worker: its lease is over, and another attempt has a higher number
    await foundry.database.sql`update messaging.effect set lease_until = now(), fence = fence + 1
      where name = 'github-data.performOperation' and state = 'running'`;
    failpoints.release();
    const end = await eventually(() => {
      const [one] = finished(command.payload.operationId);
      if (!one) throw new Error('The operation is still under way.');
      return one;
    }, 60_000);
    expect(end).toMatchObject({ error: null, result: { existing: true } });
    expect(await known()).toHaveLength(1);
    await foundry.rested(organizationId);
    expect(finished(command.payload.operationId)).toHaveLength(1);
  });

  it('merges what was seen, and only that', async () => {
    const { number, headSha } = await open('to-merge');
    await act('branch.commit', { branch: 'to-merge', path: 'more.md', text: 'x', message: 'More' });
    expect(await codeOf(merging(number, headSha))).toBe('pull_request.head_moved');
    expect(await stored(number)).toMatchObject({ state: 'open' });
    const end = await endOf(merging(number, await headOf('to-merge')));
    expect(end).toMatchObject({ error: null, result: { existing: false, number } });
    expect(await stored(number)).toMatchObject({ state: 'merged', closedBy: 'github' });
    expect(await endOf(merging(number, headSha))).toMatchObject({ error: null, result: { existing: true } });
  });

  it('makes a draft ready, and closes', async () => {
    const { number } = await open('drafted', { draft: true });
    expect(await codeOf(merging(number, await headOf('drafted')))).toBe('pull_request.draft');
    const ready = () => new MarkReady({ ...asked(), number });
    expect(await endOf(ready())).toMatchObject({ error: null, result: { existing: false } });
    expect(await stored(number)).toMatchObject({ draft: false });
    expect(await endOf(ready())).toMatchObject({ result: { existing: true } });
    const closing = () => new ClosePullRequest({ ...asked(), number });
    expect(await endOf(closing())).toMatchObject({ error: null, result: { existing: false } });
    expect(await stored(number)).toMatchObject({ state: 'closed', closedBy: 'github' });
    expect(await endOf(closing())).toMatchObject({ result: { existing: true } });
    expect(await codeOf(ready())).toBe('pull_request.closed');
    expect(await codeOf(merging(number, await headOf('drafted')))).toBe('pull_request.closed');
  });

  it('deletes a branch that is where it was seen, and never the default one', async () => {
    const branch = 'a/b#c';
    await act('branch.create', { branch });
    const head = await headOf('main');
    const deleting = (name: string, expectedHeadSha = head) =>
      new DeleteBranch({ ...asked(), branch: name, expectedHeadSha });
    expect(await codeOf(deleting(branch, NOWHERE))).toBe('branch.moved');
    expect(await endOf(deleting(branch))).toMatchObject({ error: null, result: { existing: false, headSha: head } });
    expect(await endOf(deleting(branch))).toMatchObject({ error: null, result: { existing: true } });
    expect(await codeOf(deleting('main'))).toBe('branch.is_default');
  });

  it('says in words why it was not done', async () => {
    await act('branch.create', { branch: 'nothing-new' });
    const { error } = await endOf(opening('nothing-new'));
    expect(error).toMatchObject({ code: 'pull_request.no_commits', retryable: false, until: null });
    expect(error?.text).toContain('No commits between main and nothing-new');
    expect(await codeOf(opening('nowhere'))).toBe('pull_request.head_missing');
    await pushed('to-nowhere');
    expect(await codeOf(opening('to-nowhere', { base: 'nowhere' }))).toBe('pull_request.base_missing');
    expect(await codeOf(new ClosePullRequest({ ...asked(), number: 9_999 }))).toBe('pull_request.unknown');
    const ours = await open('conflict-a', {});
    const other = await pushed('conflict-b', 'conflict-a.md', 'something else');
    const { result } = await endOf(opening('conflict-b'));
    await endOf(merging(ours.number, ours.headSha));
    expect(await codeOf(merging(result?.number ?? 0, other))).toBe('pull_request.conflict');
    expect(foundry.audit.entries.at(-1)).toMatchObject({
      kind: 'pull_request.failed',
      details: { operation: 'merge', code: 'pull_request.conflict' },
    });
  });

  it('uses nobody’s authority but that of the person', async () => {
    const sunniva = await signedIn('sunniva-dahl');
    const { number, headSha } = await open('not-hers');
    expect(await codeOf(merging(number, headSha, { userId: sunniva }))).toBe('repository.access_denied');
    expect(await codeOf(new MarkReady({ ...asked('999'), number }))).toBe('user.reauthorize');
    await foundry.github.control('POST', '/tokens/revoke', { login: 'sunniva-dahl' });
    expect(await codeOf(new ClosePullRequest({ ...asked(sunniva), number }))).toBe('user.reauthorize');
    expect(await stored(number)).toMatchObject({ state: 'open' });
  });

  it('does not wait where GitHub asks to, and says until when', async () => {
    const { number, headSha } = await open('limited');
    await foundry.github.fault({ kind: 'secondary', retryAfter: 2, path: '/merge', times: 1 });
    const { error } = await endOf(merging(number, headSha));
    expect(error).toMatchObject({ code: 'github.rate_limited', retryable: true });
    const wait = Date.parse(error?.until ?? '') - Date.now();
    expect(wait).toBeGreaterThan(0);
    expect(await codeOf(merging(number, headSha))).toBe('github.rate_limited');
    await eventually(async () => {
      expect((await endOf(merging(number, headSha))).error).toBeNull();
    }, 10_000);
  });

  it('ends at once where nothing can be tried', async () => {
    expect(await codeOf(new ClosePullRequest({ ...asked(), repositoryId: '404', number: 1 }))).toBe(
      'repository.unknown',
    );
    expect(await codeOf(new ClosePullRequest({ ...asked(), organizationId: '404', number: 1 }))).toBe(
      'github.not_connected',
    );
    const command = new ClosePullRequest({ ...asked(), number: 1 });
    const { reply } = z
      .object({ reply: z.looseObject({ code: z.string() }) })
      .parse(await foundry.kernel.request(command, { kind: 'user', userId: tomas, via: 'session' }));
    expect(reply.code).toBe('command.wrong_sender');
  });

  it('leaves no token in the database, and gives back all that was lent', async () => {
    const rows = await foundry.database.sql`select count(*)::int as found from (
        select payload::text as text from messaging.outbox union all select payload::text from messaging.effect
        union all select input::text || coalesce(result::text, '') || coalesce(error::text, '') from github_data.operations
      ) kept where text ~ 'gh[sup]_[A-Za-z0-9]'`;
    expect(rows).toEqual([{ found: 0 }]);
    expect(GivenCredentials.held.size).toBe(0);
  });
});
