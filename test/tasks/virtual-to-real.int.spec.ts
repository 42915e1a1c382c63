import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { AdmitMember, ApplyPullRequests } from '@foundry/organization/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ACME, Acme, AT, WEB } from '../personal/acme.js';
import type { Browser } from '../sign-in/browser.js';
import { ADA } from '../sign-in/stub-github.js';

const VERA = { ...ADA, id: 46, login: 'vera', name: 'Vera' };
const Tasks = z.object({ items: z.array(z.object({ id: z.string(), branch: z.string(), virtual: z.boolean() })) });
const Listed = z.object({ tasks: z.array(z.object({ id: z.string(), virtual: z.boolean() })) });

/* A pull request that people look at becomes work with the first message, and only then. */
describe('a virtual task that somebody looks at', () => {
  let acme: Acme;
  let vera: Browser;
  let taskId: string;

  beforeAll(async () => {
    acme = await Acme.open();
    vera = await acme.signIn(VERA);
    const person = { userId: String(VERA.id), login: VERA.login, name: null, avatarUrl: null };
    const verifiedAt = new Date().toISOString();
    await acme.send(new AdmitMember({ organizationId: ACME, ...person, githubRole: 'member', verifiedAt }));
    await acme.foundry
      .sql`insert into github_data.accounts (organization_id, kind, login, installation_status, sync_status)
      values (${ACME}, 'company', 'acme', 'connected', 'synced') on conflict do nothing`;
    await acme.foundry
      .sql`insert into github_data.repositories (organization_id, repository_id, full_name, private, state,
      observed_at, version) values (${ACME}, ${WEB}, 'acme/web', false, 'available', now(), 1) on conflict do nothing`;
    const pull = {
      ...{
        number: 3,
        state: 'open' as const,
        draft: false,
        title: 'Fly',
        url: 'https://x.example/3',
        headBranch: 'fly',
      },
      ...{ headRepositoryId: WEB, baseBranch: 'main', authorLogin: 'ada', checks: 'none' as const },
      ...{ review: 'none' as const, openedAt: AT, updatedAt: AT, closedAt: null, closedBy: null, version: 1 },
    };
    const repository = { repositoryId: WEB, repositoryName: 'acme/web' };
    await acme.send(new ApplyPullRequests({ organizationId: ACME, ...repository, pullRequests: [pull] }));
    const { items } = Tasks.parse(await (await acme.ada.send(`/v1/organizations/${ACME}/tasks`)).json());
    const virtual = items.find(({ branch }) => branch === 'fly');
    expect(virtual).toMatchObject({ virtual: true });
    taskId = virtual?.id ?? '';
  });
  afterAll(() => acme.stop());

  const madeOf = async (): Promise<number[]> => {
    const [counts] = z.tuple([z.object({ tasks: z.int(), sandboxes: z.int() })]).parse(
      await acme.foundry.sql`select (select count(*)::int from task.tasks where task_id = ${taskId}) as tasks,
        (select count(*)::int from sandbox.sandboxes where task_id = ${taskId}) as sandboxes`,
    );
    return [counts.tasks, counts.sandboxes];
  };

  it('becomes real once on every open page when two people write to it at once, and both messages wait', async () => {
    const [page, list] = [await acme.socketOf(vera), await acme.socketOf(vera)];
    expect(await page.subscribe(`task:${taskId}`)).toMatchObject({
      op: 'snapshot',
      version: 0,
      data: { virtual: true, summary: { id: taskId } },
    });
    await list.subscribe(`organization:${ACME}`);
    expect(await madeOf()).toEqual([0, 0]);

    const messages = [acme.ada, acme.ben].map((author) => ({
      author,
      sessionId: randomUUID(),
      messageId: randomUUID(),
    }));
    const answers = await Promise.all(
      messages.map(({ author, ...ids }) =>
        author.change(`/v1/tasks/${taskId}/messages`, 'POST', { ...ids, text: 'Greet people', agent: 'claude' }),
      ),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);

    await page.next('delta', ({ type, data }) => type === 'task' && JSON.stringify(data).includes(taskId), 20_000);
    await eventually(async () => {
      const kept = await acme.foundry.sql`select message_id as id from task.messages where task_id = ${taskId}`;
      expect(z.array(z.object({ id: z.string() })).parse(kept)).toHaveLength(2);
    }, 20_000);
    expect((await madeOf())[0]).toBe(1);

    await list.until(() => listedAs(list).includes(false), 20_000);
    // what was real never looks virtual again
    const states = listedAs(list);
    expect(states.slice(states.indexOf(false))).not.toContain(true);
    for (const socket of [page, list]) socket.raw.close();
  });

  const listedAs = (socket: Awaited<ReturnType<Acme['socketOf']>>): boolean[] =>
    socket
      .all('delta')
      .filter(({ type }) => type === 'tasks')
      .flatMap(({ data }) => Listed.parse(data).tasks)
      .filter(({ id }) => id === taskId)
      .map(({ virtual }) => virtual);
});
