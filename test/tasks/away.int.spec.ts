import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Product, type ProductProcess } from '../../libs/github-data/src/testing/product.js';

const OWNER = 'atlas';
const ADMIN = 'mira-okafor';
const Ids = z.tuple([z.object({ organizationId: z.string(), repositoryId: z.string(), userId: z.string() })]);

describe('a task that is begun while something is away', () => {
  let product: Product;
  let worker: ProductProcess;
  let base: string;
  let organizationId: string;
  let repositoryId: string;
  let token: string;

  beforeAll(async () => {
    product = await Product.prepare({ seed: 'scaled:2,2,2', installed: false });
    worker = await product.start('worker');
    base = (await product.start('api')).address;
    await product.github.control('PUT', '/webhooks', { url: `${base}/v1/webhooks/github` });
    await product.github.act('installation.create', { account: OWNER, by: ADMIN });
    const [known] = await eventually(async () =>
      Ids.parse(
        await product.sql`select r.organization_id as "organizationId", r.repository_id as "repositoryId",
            m.user_id as "userId"
          from github_data.repositories r join github_data.members m using (organization_id)
          join github_data.accounts a using (organization_id)
          where m.login = ${ADMIN} and a.sync_status = 'synced' and not r.archived order by 2 limit 1`,
      ),
    );
    ({ organizationId, repositoryId } = known);
    token = await product.tokenFor(known.userId, ADMIN, organizationId);
  });
  afterAll(() => product.stop());

  const begin = (taskId: string, message: string, seconds: number) =>
    fetch(`${base}/v1/organizations/${organizationId}/tasks`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        prefer: `wait=${String(seconds)}`,
      },
      body: JSON.stringify({
        ...{ taskId, repositoryId, branch: { new: `on/${taskId.slice(0, 8)}` } },
        firstMessage: { messageId: message, sessionId: message, text: 'Fly' },
      }),
    });
  const shown = async (taskId: string) =>
    (
      await fetch(`${base}/v1/organizations/${organizationId}/tasks/${taskId}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status;
  const begun = (taskId: string) => product.sql`
    select (select count(*)::int from organization.task_index where task_id = ${taskId}) as listed,
      (select count(*)::int from messaging.outbox where name = 'task.initialize' and payload ->> 'taskId' = ${taskId})
        as initialized`;

  it('is accepted without a broker, and there when it is back, without another click', async () => {
    product.wire.cut();
    const taskId = randomUUID();
    const response = await begin(taskId, randomUUID(), 1);
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ code: 'command.pending', taskId });
    expect(await shown(taskId)).toBe(404);
    product.wire.mend();
    await eventually(async () => expect(await shown(taskId)).toBe(200), 60_000);
    expect(await begun(taskId)).toEqual([{ listed: 1, initialized: 1 }]);
  });

  it('is begun once when the worker is killed right after it was written', async () => {
    const [taskId, message] = [randomUUID(), randomUUID()];
    const asked = begin(taskId, message, 10);
    await eventually(async () => expect(await begun(taskId)).toMatchObject([{ listed: 1 }]));
    await worker.end('SIGKILL');
    worker = await product.start('worker');
    expect([201, 202]).toContain((await asked).status);
    const again = await begin(taskId, message, 10);
    expect(again.status).toBe(201);
    expect(await again.json()).toMatchObject({ taskId, adopted: false });
    expect(await begun(taskId)).toEqual([{ listed: 1, initialized: 1 }]);
  });
});
