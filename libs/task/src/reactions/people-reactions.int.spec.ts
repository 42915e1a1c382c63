import type { ReadTx } from '@foundry/messaging';
import { NOON, ScratchDatabase } from '@foundry/messaging/testing';
import { SignedIn } from '@foundry/user/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LinkRestored } from '../contracts/index.js';
import { manifest } from '../manifest.js';
import { ACME, aMessage, ANA, BEN, idOf } from '../testing/tasks.js';
import { OnSignedIn } from './people-reactions.js';

let database: ScratchDatabase;
let read: ReadTx;

beforeAll(async () => {
  database = await ScratchDatabase.create(manifest);
  read = { now: NOON, find: () => Promise.resolve(null), sql: (...asked) => database.sql(...asked) };
  const waits = { code: 'user.reauthorize', waitingFor: 'github_link' } as const;
  const inTask = (n: number) => ({ messageId: idOf(100 + n), taskId: idOf(200 + n), sessionId: idOf(300 + n) });
  await database.save(
    aMessage(ANA, { ...inTask(1), ...waits }),
    aMessage(ANA, { ...inTask(1), messageId: idOf(111), position: 2, ...waits }),
    aMessage(ANA, { ...inTask(2), waitingFor: 'turn' }),
    aMessage(BEN, { ...inTask(3), ...waits }),
    aMessage(ANA, { ...inTask(4), ...waits, state: 'cancelled' }),
  );
});
afterAll(() => database.drop());

it('what waited for a sign-in of this person asks for the credential again, once for each task, and nothing else does', async () => {
  const user = { userId: ANA.userId, login: 'ana', name: null, avatarUrl: null, version: 1 };
  const sent = await new OnSignedIn().react(new SignedIn({ userId: ANA.userId, version: 1, user }), read);
  expect(sent).toEqual([new LinkRestored({ organizationId: ACME, taskId: idOf(201), userId: ANA.userId })]);
});
