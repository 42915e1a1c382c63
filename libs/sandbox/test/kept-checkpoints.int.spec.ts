import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SaveSandbox } from '../src/contracts/index.js';
import { ACME, Foundry } from '../src/testing/foundry.js';

const Rows = z.array(z.object({ number: z.int(), stored: z.string() }));

let foundry: Foundry;
beforeAll(async () => {
  foundry = await Foundry.start();
}, 60_000);
afterAll(() => foundry.stop(), 60_000);

it('what lies on the machine alone never drives out the newest that is kept outside it', async () => {
  const repository = await foundry.git.repository('often', { 'README.md': 'Hello\n' });
  const { sandboxId, generation } = await foundry.ready(repository);
  const save = async (name: string, store: boolean) => {
    await foundry.run({ sandboxId, generation }, 'sh', '-c', `echo x > '${name}'`);
    const checkpointId = randomUUID();
    const reason = store ? 'turn' : 'during_turn';
    await foundry.handled(new SaveSandbox({ organizationId: ACME, sandboxId, checkpointId, reason, store }));
    await eventually(() => {
      expect(foundry.told.some(({ payload }) => payload['requestId'] === checkpointId)).toBe(true);
    });
  };
  for (const name of ['first', 'second']) await save(name, true);
  for (const name of ['a', 'b', 'c', 'd']) await save(name, false);
  const kept = await foundry.database.sql`
    select number, stored from sandbox.checkpoints where sandbox_id = ${sandboxId} order by number`;
  expect(Rows.parse(kept)).toEqual([
    { number: 2, stored: 'bundle' },
    ...[4, 5, 6].map((number) => ({ number, stored: 'machine_only' })),
  ]);
  const bundles = await foundry.database.sql`
    select 1 from sandbox.checkpoint_bundles where sandbox_id = ${sandboxId}`;
  expect(bundles).toHaveLength(1);
}, 60_000);
