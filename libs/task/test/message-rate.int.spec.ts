import { randomUUID } from 'node:crypto';
import { Encryption } from '@foundry/messaging';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SendMessage } from '../src/contracts/index.js';
import { AcceptableMessages } from '../src/http/acceptable-messages.js';
import { AgentDesk, by } from '../src/testing/agent-desk.js';
import { ACME, ANA, BEN, SEED } from '../src/testing/tasks.js';
import { ImageUploads } from '../src/uploads/image-uploads.js';

let desk: AgentDesk;
beforeAll(async () => {
  desk = await AgentDesk.start();
}, 60_000);
afterAll(() => desk.stop());

it('messages that no worker handles count as much as the others', async () => {
  const { kernel } = desk;
  const uploads = new ImageUploads(kernel.database, kernel.workerApp.get(Encryption, { strict: false }));
  const accepted = new AcceptableMessages(kernel.database, uploads);
  await kernel.workerApp.close();
  const taskId = randomUUID();
  const send = async () => {
    const said = { messageId: randomUUID(), sessionId: randomUUID(), text: 'Hello', attachments: [] };
    const named = { organizationId: ACME, taskId };
    await accepted.check(ANA.userId, taskId, said);
    await kernel.send(new SendMessage({ ...named, seed: { ...SEED, taskId }, by: ANA, ...said }), by(ANA));
    return said;
  };
  let last = await send();
  for (let count = 1; count < 30; count += 1) last = await send();
  await expect(send()).rejects.toMatchObject({ code: 'rate.limited' });
  // The same message again is no other one, and nobody else is held up.
  await accepted.check(ANA.userId, taskId, last);
  await accepted.check(BEN.userId, taskId, { messageId: randomUUID(), attachments: [] });
}, 60_000);
