import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { KERNEL_MANIFEST } from '../commands/kernel-manifest.js';
import type { Envelope, Reply } from '../contracts/index.js';
import { KernelRows } from '../history/testing/kernel-rows.js';
import { silent } from '../logging/log.js';
import { Registry } from '../registry/registry.js';
import { envelopeOf, OutboxRow } from '../relay/outbox-row.js';
import { ScratchDatabase } from '../testing/rows/scratch-database.js';
import type { Consumer, Delivery, Transient } from '../transport/transport.js';
import { DeadLetterReader, letterView } from './dead-letter-reader.js';
import { DeadLetterRecorder } from './recorder.js';

const Inbox = z.array(z.object({ outcome: z.string(), code: z.string().nullable() }));

/** The wire as far as a recorder uses it: hands in bodies and tells whether they were acknowledged. */
class DeadQueue {
  readonly replies: Reply[] = [];
  readonly told: Transient[] = [];
  private deliver: (delivery: Delivery) => void = () => undefined;

  consumeDead(_module: string, deliver: (delivery: Delivery) => void): Promise<Consumer> {
    this.deliver = deliver;
    return Promise.resolve({ cancel: () => Promise.resolve(), close: () => Promise.resolve() });
  }
  reply(_replyTo: string, replies: readonly Reply[]): void {
    this.replies.push(...replies);
  }
  broadcast(message: Transient): void {
    this.told.push(message);
  }
  bury(body: Buffer | object): Promise<'acknowledged' | 'given back'> {
    return new Promise((resolve) => {
      this.deliver({
        body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
        module: 'messaging',
        redelivered: true,
        ack: () => {
          resolve('acknowledged');
        },
        giveBack: () => {
          resolve('given back');
        },
        reject: () => {
          resolve('given back');
        },
      });
    });
  }
}

describe('the recorder of what the broker buried', () => {
  let database: ScratchDatabase;
  let rows: KernelRows;
  let queue: DeadQueue;
  let recorder: DeadLetterRecorder;

  beforeAll(async () => {
    database = await ScratchDatabase.create(KERNEL_MANIFEST);
    rows = new KernelRows(database);
    queue = new DeadQueue();
    recorder = new DeadLetterRecorder({
      transport: queue,
      database,
      registry: new Registry([KERNEL_MANIFEST]),
      log: silent,
    });
    await recorder.start(['messaging']);
  });
  afterAll(async () => {
    await recorder.stop();
    await database.drop();
  });

  const letterOf = async (id: string) => {
    const row = await new DeadLetterReader(database).find(id);
    return row && letterView(row);
  };
  const lettersOf = async () =>
    (await new DeadLetterReader(database).page({ states: null, modules: null, organizations: null }, null, 100)).length;
  const inboxOf = async (id: string) =>
    Inbox.parse(await database.sql`select outcome, code from messaging.inbox where command_id = ${id}`);
  const sent = async (name: string): Promise<Envelope> => {
    const id = await rows.accept({ module: 'messaging', name, payload: { deadLetterId: randomUUID() } });
    const [row] = OutboxRow.array().parse(await database.sql`select * from messaging.outbox where id = ${id}`);
    if (!row) throw new Error('It was not accepted.');
    return { ...envelopeOf(row), replyTo: 'api-1' };
  };

  it('settles a command as dead, tells whoever waits, and does it once', async () => {
    const envelope = await sent('messaging.retryDeadLetter');
    await database.sql`update messaging.outbox set attempts = 20 where id = ${envelope.id}`;
    expect(await queue.bury(envelope)).toBe('acknowledged');
    expect(await queue.bury(envelope)).toBe('acknowledged');
    expect(await inboxOf(envelope.id)).toEqual([{ outcome: 'dead', code: 'internal' }]);
    expect(await letterOf(envelope.id)).toMatchObject({
      source: 'broker',
      code: 'internal',
      attempts: 20,
      messageId: envelope.id,
      state: 'open',
      actions: ['retry', 'discard'],
    });
    expect(queue.replies.map(({ commandId, outcome }) => [commandId, outcome])).toEqual([[envelope.id, 'dead']]);
    expect(queue.told).toHaveLength(1);
  });

  it('puts a command on the wire again that was only in the hands of those whom another one ended', async () => {
    const envelope = await sent('messaging.retryDeadLetter');
    await rows.publish(envelope.id);
    await rows.begin(envelope.id);
    expect(await queue.bury(envelope)).toBe('acknowledged');
    expect(await letterOf(envelope.id)).toBeNull();
    expect(await inboxOf(envelope.id)).toEqual([]);
    expect(await database.sql`select published_at from messaging.outbox where id = ${envelope.id}`).toEqual([
      { published_at: null },
    ]);
  });

  it('lets a command alone that was settled before', async () => {
    const envelope = await sent('messaging.retryDeadLetter');
    await rows.settle(envelope.id);
    expect(await queue.bury(envelope)).toBe('acknowledged');
    expect(await letterOf(envelope.id)).toBeNull();
    expect(await inboxOf(envelope.id)).toEqual([{ outcome: 'handled', code: null }]);
  });

  it('waits for whoever handles the command', async () => {
    const envelope = await sent('messaging.retryDeadLetter');
    await rows.settle(await rows.accept({ module: 'messaging', name: 'messaging.retryDeadLetter' }));
    let buried: Promise<string> = Promise.resolve('');
    await database.transaction(async (sql) => {
      const { entityId } = envelope;
      await sql`insert into messaging.mailbox (module, entity_id) values ('messaging', ${entityId}) on conflict do nothing`;
      await sql`select 1 from messaging.mailbox where module = 'messaging' and entity_id = ${entityId} for update`;
      buried = queue.bury(envelope);
      await sql`
        insert into messaging.inbox (command_id, module, entity_id, outcome, attempts, started_at, finished_at, ms)
        values (${envelope.id}, 'messaging', ${entityId}, 'handled', 1, now(), now(), 0)`;
    });
    expect(await buried).toBe('acknowledged');
    expect(await letterOf(envelope.id)).toBeNull();
  });

  it('says when no release here knows the message', async () => {
    const envelope = await sent('messaging.fromTheFuture');
    await queue.bury(envelope);
    expect(await letterOf(envelope.id)).toMatchObject({ code: 'envelope.unknown' });
    expect(await inboxOf(envelope.id)).toEqual([{ outcome: 'dead', code: 'envelope.unknown' }]);
  });

  it('keeps at most 64 KiB of a body that is no message, once', async () => {
    const before = await lettersOf();
    const body = Buffer.alloc(70_000, 'x');
    await queue.bury(body);
    await queue.bury(body);
    expect(await lettersOf()).toBe(before + 1);
    const [letter] = await database.sql`
      select code, length(raw) as bytes from messaging.dead_letter where code = 'envelope.malformed'`;
    expect(letter).toEqual({ code: 'envelope.malformed', bytes: 65_536 });
  });

  it('keeps what Postgres cannot store as JSON', async () => {
    const envelope = await sent('messaging.retryDeadLetter');
    await queue.bury({ ...envelope, payload: { deadLetterId: 'a\0b' } });
    expect(await letterOf(envelope.id)).toMatchObject({ name: null, actions: ['discard'] });
    expect(await inboxOf(envelope.id)).toEqual([{ outcome: 'dead', code: 'internal' }]);
  });

  it('keeps a wake-up of an effect without settling anything', async () => {
    const effect = randomUUID();
    await rows.settle(await rows.accept({ module: 'messaging' }), 'handled', { effects: [effect] });
    const [row] = OutboxRow.array().parse(await database.sql`select * from messaging.outbox where id = ${effect}`);
    if (!row) throw new Error('There is no effect.');
    await queue.bury(envelopeOf(row));
    expect(await letterOf(effect)).toMatchObject({ source: 'broker', messageId: effect });
    expect(await inboxOf(effect)).toEqual([]);
  });
});
