import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { CommandSender } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { EraseUploads } from '@foundry/task/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { World } from '../surface/world.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
const Uploaded = z.looseObject({ uploadId: z.string(), mediaType: z.string(), size: z.int() });
const Problem = z.looseObject({ code: z.string() });

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

const upload = (bytes: Buffer) =>
  world.people.ana.browser.change(`/v1/tasks/${world.own['taskId'] ?? ''}/uploads`, 'POST', {
    data: bytes.toString('base64'),
  });
const kept = async (bytes = PNG) => Uploaded.parse(await (await upload(bytes)).json());
const send = (attachments: unknown[], who: 'ana' | 'mo' = 'ana') =>
  world.people[who].browser.change(`/v1/tasks/${world.own['taskId'] ?? ''}/messages`, 'POST', {
    messageId: randomUUID(),
    sessionId: randomUUID(),
    text: 'Look at this',
    attachments,
  });
const codeOf = async (response: Response) => `${String(response.status)} ${Problem.parse(await response.json()).code}`;

describe('an image for a message', () => {
  it('comes back byte for byte, with the type of its content, as an attachment that a browser does not guess about', async () => {
    const { uploadId, mediaType, size } = await kept();
    expect([mediaType, size]).toEqual(['image/png', PNG.length]);
    const read = await world.people.vi.browser.send(`/v1/uploads/${uploadId}`);
    expect(Buffer.from(await read.arrayBuffer()).equals(PNG)).toBe(true);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="${uploadId}.png"`,
      'x-content-type-options': 'nosniff',
    });
    expect(await codeOf(await world.people.otto.browser.send(`/v1/uploads/${uploadId}`))).toBe(
      '404 resource.not_found',
    );
  });

  it('is encrypted where it is kept', async () => {
    const { uploadId } = await kept();
    const rows = await world.foundry.sql`
      select position(${PNG.subarray(0, 16)}::bytea in data) as at, key_id from task.uploads where upload_id = ${uploadId}`;
    expect(rows).toEqual([{ at: 0, key_id: 'k1' }]);
  });

  it('is refused when it is something else, or too large, and nothing is kept', async () => {
    const count = () => world.foundry.sql`select count(*)::int as uploads from task.uploads`;
    const before = await count();
    expect(await codeOf(await upload(Buffer.from('<svg onload="x()">')))).toBe('422 upload.not_image');
    const large = Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]);
    expect(await codeOf(await upload(large))).toBe('422 request.invalid');
    expect(await codeOf(await upload(Buffer.concat([large, large])))).toBe('413 request.too_large');
    const asViewer = await world.people.vi.browser.change(`/v1/tasks/${world.own['taskId'] ?? ''}/uploads`, 'POST', {
      data: PNG.toString('base64'),
    });
    expect(await codeOf(asViewer)).toBe('403 role.too_low');
    expect(await count()).toEqual(before);
  });

  it('belongs to the message that names it, and to no other', async () => {
    const { uploadId } = await kept();
    const image = { kind: 'image', uploadId };
    expect((await send([image])).status).toBe(200);
    expect(await codeOf(await send([image]))).toBe('422 upload.unknown');
    expect(await codeOf(await send([{ kind: 'image', uploadId: randomUUID() }]))).toBe('422 upload.unknown');
    const foreign = { kind: 'image', uploadId: world.foreign['uploadId'] ?? '' };
    expect(await codeOf(await send([foreign]))).toBe('422 upload.unknown');
  });

  it('is erased after a day unless a message uses it', async () => {
    const [used, unused, young] = [await kept(), await kept(), await kept()];
    expect((await send([{ kind: 'image', uploadId: used.uploadId }])).status).toBe(200);
    await world.foundry.sql`update task.uploads set created_at = now() - interval '25 hours'
      where upload_id = any(${[used.uploadId, unused.uploadId]}::uuid[])`;
    const sender = world.foundry.api.app.get(CommandSender, { strict: false });
    await sender.send([new EraseUploads({ scope: 'uploads' })], { actor: { kind: 'system', module: 'task' } });
    const ids = [used.uploadId, unused.uploadId, young.uploadId];
    await eventually(async () => {
      const rows = await world.foundry.sql`
        select upload_id as id from task.uploads where upload_id = any(${ids}::uuid[]) order by upload_id`;
      expect(rows).toEqual([used.uploadId, young.uploadId].sort().map((id) => ({ id })));
    });
  });
});

describe('messages', () => {
  it('are thirty a minute of one person; the next one is told when to come, and others are not held up', async () => {
    const session = `/v1/sessions/${world.own['sessionId'] ?? ''}/messages`;
    const messageId = randomUUID();
    const first = { messageId, text: 'Once', attachments: [] };
    expect((await world.people.mo.browser.change(session, 'POST', first)).status).toBe(200);
    for (let count = 1; count < 30; count += 1) {
      const sent = await world.people.mo.browser.change(session, 'POST', { ...first, messageId: randomUUID() });
      expect(sent.status).toBe(200);
    }
    const next = await world.people.mo.browser.change(session, 'POST', { ...first, messageId: randomUUID() });
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(next)).toBe('429 rate.limited');
    expect((await world.people.adi.browser.change(session, 'POST', { ...first, messageId: randomUUID() })).status).toBe(
      200,
    );
  });
});
