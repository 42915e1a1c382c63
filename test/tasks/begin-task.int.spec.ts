import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CommandSender } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { eventually } from '@foundry/messaging/testing';
import { AdmitMember, ApplyPullRequests, GrantRole, RegisterOrganization } from '@foundry/organization/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { TestSocket } from '../../apps/api/src/realtime/testing/test-socket.js';
import { type Browser } from '../sign-in/browser.js';
import { ORIGIN, SignInInstallation } from '../sign-in/installation.js';

const ORG = '7000';
const [WEB, OLD, GONE] = ['70', '71', '72'];
const TASKS = `/v1/organizations/${ORG}/tasks`;
const PEOPLE = { owner: 1, admin: 2, member: 3, viewer: 4, outsider: 5 } as const;
type Name = keyof typeof PEOPLE;

const Created = z.looseObject({ taskId: z.string(), branch: z.string(), adopted: z.boolean(), task: z.unknown() });
const Problem = z.looseObject({ code: z.string(), current: z.unknown().optional() });
const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ tags: z.array(z.string()), 'x-role': z.string().optional() })),
  ),
});

describe('the tasks of an organization over HTTP', () => {
  let foundry: SignInInstallation;
  const browsers = new Map<Name, Browser>();

  beforeAll(async () => {
    foundry = await SignInInstallation.start();
    await foundry.startWorker();
    for (const [name, id] of Object.entries(PEOPLE)) {
      const browser = foundry.browser();
      foundry.github.person = { id, login: name, name, avatar_url: 'https://x.example/1', type: 'User' };
      await browser.signIn();
      browsers.set(z.enum(['owner', 'admin', 'member', 'viewer', 'outsider']).parse(name), browser);
    }
    await told(new RegisterOrganization({ accountId: ORG, kind: 'company', login: 'acme', name: 'Acme' }));
    for (const name of ['owner', 'admin', 'member', 'viewer'] as const) {
      const seen = { login: name, name: null, avatarUrl: null, verifiedAt: new Date().toISOString() };
      const githubRole = name === 'owner' ? ('admin' as const) : ('member' as const);
      await told(new AdmitMember({ organizationId: ORG, userId: String(PEOPLE[name]), githubRole, ...seen }));
    }
    for (const role of ['admin', 'viewer'] as const)
      await told(new GrantRole({ organizationId: ORG, userId: String(PEOPLE[role]), role }), String(PEOPLE.owner));
    await foundry.sql`insert into github_data.accounts (organization_id, kind, login, installation_status)
      values (${ORG}, 'company', 'acme', 'connected')`;
    await foundry.sql`
      insert into github_data.repositories (organization_id, repository_id, full_name, private, archived, state, observed_at,
        version)
      values (${ORG}, ${WEB}, 'acme/web', false, false, 'available', now(), 1),
        (${ORG}, ${OLD}, 'acme/old', false, true, 'available', now(), 1),
        (${ORG}, ${GONE}, 'acme/gone', false, false, 'removed', now(), 1)`;
  });
  afterAll(() => foundry.stop());

  const told = async (command: CommandMessage, userId?: string) => {
    const sender = foundry.api.app.get(CommandSender, { strict: false });
    const actor =
      userId === undefined
        ? { kind: 'system' as const, module: 'github-data' }
        : { kind: 'user' as const, userId, via: 'session' as const };
    const requested = await sender.request(command, { actor });
    if (requested.state === 'pending' || requested.reply.outcome !== 'handled')
      throw new Error(`${command.constructor.name} was not handled.`);
  };
  const browser = (name: Name): Browser => {
    const found = browsers.get(name);
    if (!found) throw new Error(`${name} is not signed in.`);
    return found;
  };
  const body = (over: Record<string, unknown> = {}) => ({
    repositoryId: WEB,
    branch: { new: null },
    firstMessage: { messageId: randomUUID(), sessionId: randomUUID(), text: 'Fix the login\nplease' },
    ...over,
  });
  const create = (over: Record<string, unknown> = {}, name: Name = 'member') =>
    browser(name).change(TASKS, 'POST', body(over));
  const refused = async (over: Record<string, unknown>, name?: Name) => {
    const response = await create(over, name);
    const { code } = Problem.parse(await response.json());
    return `${String(response.status)} ${code}`;
  };
  const rows = () => foundry.sql`select (select count(*) from organization.task_index)::int as tasks,
    (select count(*) from organization.task_summaries)::int as rows`;
  const aVirtualTask = async (number: number): Promise<string> => {
    const at = '2030-01-01T12:00:00.000Z';
    const pull = {
      number,
      state: 'open' as const,
      draft: false,
      title: `Pull ${String(number)}`,
      url: 'https://github.example/x',
      headBranch: `pull-${String(number)}`,
      headRepositoryId: WEB,
      baseBranch: 'main',
      authorLogin: 'octocat',
      checks: 'none' as const,
      review: 'none' as const,
      openedAt: at,
      updatedAt: at,
      closedAt: null,
      closedBy: null,
      version: number,
    };
    const batch = { organizationId: ORG, repositoryId: WEB, repositoryName: 'acme/web', pullRequests: [pull] };
    await told(new ApplyPullRequests(batch));
    const found = await foundry.sql`select task_id as id from organization.task_index
      where branch = ${pull.headBranch} and organization_id = ${ORG}`;
    return z.tuple([z.object({ id: z.string() })]).parse(found)[0].id;
  };
  const socketOf = async (name: Name): Promise<TestSocket> => {
    const headers = { cookie: browser(name).cookieHeader, origin: ORIGIN };
    const socket = await TestSocket.try(`${foundry.base.replace('http', 'ws')}/v1/realtime`, { headers });
    if (!(socket instanceof TestSocket)) throw new Error(`Refused: ${socket.code}`);
    await socket.next('hello');
    return socket;
  };

  it('begin with a prompt and nothing else, and stand on every open screen', async () => {
    const sockets = [await socketOf('owner'), await socketOf('viewer')];
    for (const socket of sockets) {
      socket.send({ op: 'subscribe', id: 1, topic: `organization:${ORG}` });
      await socket.next('snapshot');
    }
    const response = await create();
    const created = Created.parse(await response.json());
    expect(response.status).toBe(201);
    expect(created).toMatchObject({
      title: 'Fix the login',
      adopted: false,
      task: { virtual: false, status: 'queued' },
    });
    expect(created.branch).toMatch(/^foundry\/[a-z]+-[a-z]+-[a-z0-9]{4}$/);
    expect(response.headers.get('location')).toBe(`${TASKS}/${created.taskId}`);
    const read = await browser('viewer').send(`${TASKS}/${created.taskId}`);
    expect(await read.json()).toEqual(created.task);
    for (const socket of sockets) {
      expect(await socket.next('delta')).toMatchObject({ type: 'tasks', data: { tasks: [{ id: created.taskId }] } });
      socket.raw.close();
    }
  });

  it('answer the same to the same id and to the same key, and refuse a branch that is taken by naming its task', async () => {
    const taskId = randomUUID();
    const asked = body({ taskId, branch: { new: 'mine' } });
    const first = await browser('member').change(TASKS, 'POST', asked);
    const again = await browser('member').change(TASKS, 'POST', asked);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    const taken = await create({ branch: { new: 'mine' } });
    expect(taken.status).toBe(409);
    expect(await taken.json()).toMatchObject({
      code: 'branch.taken',
      current: { taskId, archived: false },
    });
  });

  it('adopt the virtual task of a branch', async () => {
    const id = await aVirtualTask(31);
    const response = await create({ branch: { existing: 'pull-31' } });
    expect(await response.json()).toMatchObject({ taskId: id, adopted: true, task: { pullRequest: { number: 31 } } });
  });

  it('are refused where they could not work, and leave nothing behind', async () => {
    const before = await rows();
    expect(await refused({ repositoryId: '404' })).toBe('404 repository.unknown');
    expect(await refused({ repositoryId: GONE })).toBe('404 repository.unknown');
    expect(await refused({ repositoryId: OLD })).toBe('409 repository.archived');
    expect(await refused({ branch: { new: 'a..b' } })).toBe('422 branch.invalid');
    expect(await refused({ branch: { new: 'x'.repeat(300) } })).toBe('422 branch.invalid');
    expect(await refused({ branch: { new: 'main' } })).toBe('409 branch.is_default');
    expect(await refused({ branch: { pullRequest: 404 } })).toBe('404 pull_request.unknown');
    expect(await refused({ sandboxProvider: 'e2b' })).toBe('422 sandbox.provider_unavailable');
    const ids = { messageId: randomUUID(), sessionId: randomUUID() };
    expect(await refused({ firstMessage: { ...ids, text: ' \n ' } })).toBe('422 message.empty');
    expect(await refused({ firstMessage: { ...ids, text: 'x'.repeat(64_001) } })).toBe('422 request.invalid');
    expect(await refused({ repository: { id: WEB } })).toBe('422 request.invalid');
    await foundry.sql`insert into github_data.repository_access (organization_id, user_id, repository_id, permission,
      checked_at) values (${ORG}, ${PEOPLE.member}, ${WEB}, 'read', now())`;
    expect(await refused({})).toBe('403 repository.access_denied');
    await foundry.sql`truncate github_data.repository_access`;
    await foundry.sql`update github_data.accounts set installation_status = 'not_installed'`;
    expect(await refused({})).toBe('409 github.not_connected');
    await foundry.sql`update github_data.accounts set installation_status = 'connected'`;
    expect(await rows()).toEqual(before);
  });

  it('take shell characters for the name of a branch', async () => {
    for (const branch of ['$(id)', 'x;id', '`id`', "x'y"]) {
      const response = await create({ branch: { new: branch } });
      expect(await response.json()).toMatchObject({ branch });
    }
  });

  it('are not found by a random id, on any route and topic, and nothing comes of it', async () => {
    const before = await rows();
    const id = randomUUID();
    const member = browser('member');
    const answers = [
      await member.send(`${TASKS}/${id}`),
      await member.change(`${TASKS}/${id}/archive`),
      await member.change(`${TASKS}/${id}/restore`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const socket = await socketOf('member');
    socket.send({ op: 'subscribe', id: 1, topic: `task:${id}` });
    expect(await socket.next('refused')).toMatchObject({ code: 'not_found' });
    socket.raw.close();
    expect(await rows()).toEqual(before);
  });

  it('show a virtual task on its topic to those who may read it, at version 0', async () => {
    const id = await aVirtualTask(32);
    const [viewer, outsider] = [await socketOf('viewer'), await socketOf('outsider')];
    for (const socket of [viewer, outsider]) socket.send({ op: 'subscribe', id: 1, topic: `task:${id}` });
    expect(await viewer.next('snapshot')).toMatchObject({
      topic: `task:${id}`,
      version: 0,
      data: { virtual: true, summary: { id, status: 'virtual' } },
    });
    expect(await outsider.next('refused')).toMatchObject({ code: 'not_found' });
    await foundry.sql`update github_data.repositories set private = true where repository_id = ${WEB}`;
    viewer.send({ op: 'subscribe', id: 2, topic: `task:${id}` });
    expect(await viewer.next('refused')).toMatchObject({ code: 'not_found' });
    await foundry.sql`update github_data.repositories set private = false where repository_id = ${WEB}`;
    viewer.raw.close();
    outsider.raw.close();
  });

  it('are archived and restored by members, while they are virtual as well', async () => {
    const id = await aVirtualTask(33);
    const archived = await browser('member').change(`${TASKS}/${id}/archive`);
    expect(await archived.json()).toMatchObject({ id, archiveReason: 'user' });
    const listed = async (state: string) => {
      const page = await browser('viewer').send(`${TASKS}?state=${state}&branch=pull-33`);
      return z.object({ items: z.array(z.object({ id: z.string() })) }).parse(await page.json()).items;
    };
    expect([(await listed('active')).length, (await listed('archived')).length]).toEqual([0, 1]);
    const restored = await browser('member').change(`${TASKS}/${id}/restore`);
    expect(await restored.json()).toMatchObject({ id, archivedAt: null, virtual: true });
  });

  it('and everything else of an organization answers each kind of person as its role says', async () => {
    const taskId = await aVirtualTask(34);
    const { paths } = Document.parse(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, { tags }]) => tags.includes('organization'))
        .map(([method, operation]) => ({ method: method.toUpperCase(), path, role: operation['x-role'] ?? 'viewer' })),
    );
    expect(routes.length).toBeGreaterThan(10);
    const order = ['viewer', 'member', 'admin', 'owner'];
    // Where a refusal is audited the handler refuses, so these must get there; all others may be refused for their body.
    const bodyOf = (path: string) =>
      path.endsWith('/role')
        ? { role: 'viewer' }
        : path.endsWith('/settings')
          ? { idleMinutes: 20 }
          : { nothing: 'known' };
    for (const { method, path, role } of routes) {
      const at = path
        .replace('{organizationId}', ORG)
        .replace('{taskId}', taskId)
        .replace('{userId}', String(PEOPLE.viewer));
      const statusFor = async (name: Name): Promise<number> => {
        if (method === 'GET') return (await browser(name).send(at)).status;
        const headers = { origin: ORIGIN, 'x-csrf-token': browser(name).csrfToken, 'if-match': '"999"' };
        return (await browser(name).send(at, { method, headers, body: bodyOf(path) })).status;
      };
      const asks = `${method} ${path} by`;
      const nobody = await fetch(foundry.base + at, { method });
      expect([`${asks} nobody`, nobody.status]).toEqual([`${asks} nobody`, 401]);
      expect([`${asks} outsider`, await statusFor('outsider')]).toEqual([`${asks} outsider`, 404]);
      for (const name of ['viewer', 'member', 'admin', 'owner'] as const) {
        const status = await statusFor(name);
        const isEnough = order.indexOf(name) >= order.indexOf(role);
        expect([`${asks} ${name}`, [401, 403, 404].includes(status)]).toEqual([`${asks} ${name}`, !isEnough]);
        if (!isEnough) expect([`${asks} ${name}`, status]).toEqual([`${asks} ${name}`, 403]);
      }
    }
  });

  it('let one of two admins who save settings from one version win, with one entry in the audit log', async () => {
    const settings = `/v1/organizations/${ORG}/settings`;
    const read = await browser('admin').send(`/v1/organizations/${ORG}`);
    const etag = read.headers.get('etag') ?? '';
    const save = async (name: Name, idleMinutes: number) => {
      const { csrfToken } = browser(name);
      const headers = { origin: ORIGIN, 'x-csrf-token': csrfToken, 'if-match': etag };
      return browser(name).send(settings, { method: 'PATCH', headers, body: { idleMinutes } });
    };
    const answers = await Promise.all([save('admin', 30), save('owner', 40)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    await eventually(async () => {
      const entries = await foundry.sql`select 1 from audit_log.entries where kind = 'settings.changed'
        and outcome = 'done'`;
      expect(entries).toHaveLength(1);
    });
  });

  it('begin without another click when nobody could handle them at first', async () => {
    await foundry.stopWorker();
    const taskId = randomUUID();
    const member = browser('member');
    const headers = { origin: ORIGIN, 'x-csrf-token': member.csrfToken, prefer: 'wait=1' };
    const response = await member.send(TASKS, { method: 'POST', headers, body: body({ taskId }) });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ code: 'command.pending', taskId });
    expect((await member.send(`${TASKS}/${taskId}`)).status).toBe(404);
    await foundry.startWorker();
    await eventually(async () => {
      expect((await member.send(`${TASKS}/${taskId}`)).status).toBe(200);
    }, 20_000);
    const asked = await foundry.sql`select 1 from messaging.outbox
      where name = 'task.initialize' and payload ->> 'taskId' = ${taskId}`;
    expect(asked).toHaveLength(1);
  });
});
