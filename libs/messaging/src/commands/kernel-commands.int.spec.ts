import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  CancelCommand,
  CancelEffect,
  type CommandMessage,
  DiscardDeadLetter,
  RetryDeadLetter,
  RetryEffect,
} from '../contracts/index.js';
import { ChainReader, treeOf } from '../history/chain-reader.js';
import { CommandReader } from '../history/command-reader.js';
import { eventually, startKernel, type TestKernel } from '../testing/index.js';
import {
  Act,
  AskOnce,
  AskOutside,
  CallOutside,
  KeepRecords,
  fineWorld,
  PROBE,
  Tell,
  world,
} from '../testing/probe/probe.js';

const LetterState = z.object({ state: z.string(), retried_as: z.string().nullable(), attempts: z.number() });
const Ids = z.array(z.object({ id: z.string() }));

/** Waits until there is something. */
const present = <T>(look: () => Promise<T | null>): Promise<T> =>
  eventually(async () => {
    const found = await look();
    if (found === null) throw new Error('It did not happen yet.');
    return found;
  });

describe('what people do with what the kernel holds', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await startKernel({ modules: [PROBE], audit: new KeepRecords() });
  });
  afterAll(() => kernel.stop());
  beforeEach(() => {
    Object.assign(world, fineWorld());
  });

  const commandOf = async (id: string) => {
    const row = await new CommandReader(kernel.database).find(id);
    if (!row) throw new Error('There is no such command.');
    return row;
  };
  const settled = (id: string) =>
    present(async () => {
      const row = await new CommandReader(kernel.database).find(id);
      return row?.outcome ? row : null;
    });
  const codeOf = async (command: CommandMessage): Promise<string | null> => {
    const requested = await kernel.request(command);
    return requested.state === 'settled' ? requested.reply.code : 'pending';
  };
  const letterOf = async (id: string) =>
    LetterState.array().parse(
      await kernel.database.sql`select state, retried_as, attempts from messaging.dead_letter where id = ${id}`,
    )[0];
  const effectAskedBy = (commandId: string, state: string) =>
    present(async () => {
      const rows = await kernel.database.sql`
        select id from messaging.effect where requested_by = ${commandId} and state = ${state}`;
      return Ids.parse(rows)[0]?.id ?? null;
    });
  const dies = async (probeId: string): Promise<string> => {
    world.isBroken = true;
    const id = await kernel.send(new Act({ probeId }));
    expect(await settled(id)).toMatchObject({ outcome: 'dead', code: 'internal' });
    world.isBroken = false;
    return id;
  };

  describe('a dead letter', () => {
    it('is retried once by two who press at once, as one new command of the same sender', async () => {
      const dead = await dies('redrive');
      const both = await Promise.all([1, 2].map(() => kernel.request(new RetryDeadLetter({ deadLetterId: dead }))));
      const replies = both.map((requested) => (requested.state === 'settled' ? requested.reply : null));
      expect(replies.map((reply) => reply?.outcome).sort()).toEqual(['handled', 'rejected']);
      expect(replies.find((reply) => reply?.outcome === 'rejected')?.code).toBe('dead_letter.resolved');
      const letter = await letterOf(dead);
      expect(letter?.state).toBe('retried');
      const again = await settled(letter?.retried_as ?? '');
      expect(again).toMatchObject({ outcome: 'handled', retry_of: dead, actor: { kind: 'user', userId: '42' } });
      expect(world.acted).toEqual(['redrive']);
    });

    it('is told to the audit log of its organization', async () => {
      const dead = await dies('audited');
      await kernel.handled(new RetryDeadLetter({ deadLetterId: dead }));
      const record = await present(() => Promise.resolve(world.records[0] ?? null));
      expect(record).toMatchObject({ kind: 'deadLetter.retried', streamId: '9919', subject: { id: dead } });
    });

    it('is unknown when there is none', async () => {
      expect(await codeOf(new RetryDeadLetter({ deadLetterId: randomUUID() }))).toBe('resource.not_found');
    });

    it('becomes discarded together with the outcome of its command', async () => {
      const dead = await dies('discarded');
      await kernel.handled(new DiscardDeadLetter({ deadLetterId: dead, reason: 'Sent by mistake.' }));
      expect((await commandOf(dead)).outcome).toBe('discarded');
      expect(await codeOf(new RetryDeadLetter({ deadLetterId: dead }))).toBe('dead_letter.resolved');
    });

    it('of a reaction runs that reaction again, and stays open while it fails', async () => {
      world.isReactionBroken = true;
      await kernel.handled(new Tell({ probeId: 'reaction' }));
      const [letter] = Ids.parse(
        await kernel.database.sql`select id from messaging.dead_letter where source = 'reaction'`,
      );
      const deadLetterId = letter?.id ?? '';
      expect(await kernel.handled(new RetryDeadLetter({ deadLetterId }))).toMatchObject({ state: 'open' });
      expect(await letterOf(deadLetterId)).toMatchObject({ state: 'open', attempts: 2 });
      world.isReactionBroken = false;
      expect(await kernel.handled(new RetryDeadLetter({ deadLetterId }))).toMatchObject({ state: 'retried' });
      await present(() => Promise.resolve(world.acted.includes('reaction followed') || null));
    });

    it('of an effect asks for that effect again', async () => {
      world.isOutsideBroken = true;
      const asked = await kernel.send(new AskOutside({ probeId: 'buried' }));
      const effectId = await effectAskedBy(asked, 'gave_up');
      world.isOutsideBroken = false;
      const rows = await kernel.database.sql`
        select id from messaging.dead_letter where source = 'effect' and envelope->>'id' = ${effectId}`;
      const deadLetterId = Ids.parse(rows)[0]?.id ?? '';
      expect(await kernel.handled(new RetryDeadLetter({ deadLetterId }))).toMatchObject({ retriedAs: effectId });
      await effectAskedBy(asked, 'succeeded');
      await present(() => Promise.resolve(world.acted.includes('buried done') || null));
    });
  });

  describe('an effect', () => {
    it('that gave up is retried, and reports a second time', async () => {
      world.isOutsideBroken = true;
      const asked = await kernel.send(new AskOutside({ probeId: 'again' }));
      const effectId = await effectAskedBy(asked, 'gave_up');
      world.isOutsideBroken = false;
      expect(await kernel.handled(new RetryEffect({ effectId }))).toEqual({ effectId, state: 'requested' });
      await effectAskedBy(asked, 'succeeded');
      await present(() => Promise.resolve(world.acted.length === 2 || null));
      expect(world.acted).toEqual(['again internal', 'again done']);
      expect(await codeOf(new RetryEffect({ effectId }))).toBe('effect.not_given_up');
    });

    it('that nobody waits for any more is not retried', async () => {
      world.isOutsideBroken = true;
      const asked = await kernel.send(new AskOutside({ probeId: 'superseded' }));
      const effectId = await effectAskedBy(asked, 'gave_up');
      world.isRetryWanted = false;
      expect(await codeOf(new RetryEffect({ effectId }))).toBe('effect.superseded');
    });

    it('that waits is cancelled, and its entity is told', async () => {
      const asked = await kernel.send(new AskOutside({ probeId: 'waiting' }));
      await effectAskedBy(asked, 'succeeded');
      const effectId = randomUUID();
      await kernel.database.transaction(
        (sql) => sql`
          insert into messaging.effect (id, name, v, module, entity_id, organization_id, payload, state, deadline,
            next_attempt_at, requested_by, correlation_id, hop)
          values (${effectId}, ${CallOutside.definition.name}, 1, 'probe', 'waiting', 9919,
            '{"probeId": "waiting", "organizationId": "9919"}', 'waiting', now() + interval '1 hour',
            now() + interval '1 hour', ${asked}, ${randomUUID()}, 1)`,
      );
      expect(await kernel.handled(new CancelEffect({ effectId }))).toEqual({ effectId, state: 'cancelled' });
      await present(() => Promise.resolve(world.acted.includes('waiting effect.cancelled') || null));
      expect(await codeOf(new CancelEffect({ effectId }))).toBe('effect.settled');
    });

    it('that runs and may never run twice is not cancelled', async () => {
      let release = () => {};
      world.outsideWaitsFor = new Promise((resolve) => {
        release = resolve;
      });
      const asked = await kernel.send(new AskOnce({ probeId: 'once' }));
      const effectId = await effectAskedBy(asked, 'running');
      expect(await codeOf(new CancelEffect({ effectId }))).toBe('effect.not_cancellable');
      release();
      await effectAskedBy(asked, 'succeeded');
    });
  });

  describe('a command', () => {
    /** Holds the entity as a handler does, while `work` runs. */
    const whileHeld = (entityId: string, work: () => Promise<void>) =>
      kernel.database.transaction(async (sql) => {
        await sql`insert into messaging.mailbox (module, entity_id) values ('probe', ${entityId}) on conflict do nothing`;
        await sql`select 1 from messaging.mailbox where module = 'probe' and entity_id = ${entityId} for update`;
        await work();
      });

    /** A command that is published and that no worker of this test was given. */
    const onTheWire = async (probeId: string, attempts: number): Promise<string> => {
      const id = randomUUID();
      const payload = JSON.stringify({ probeId, organizationId: '9919' });
      await kernel.database.transaction(
        (sql) => sql`
          insert into messaging.outbox (id, kind, name, v, module, entity_id, organization_id, partition, payload, actor,
            actor_key, correlation_id, hop, published_at, attempts)
          values (${id}, 'command', 'probe.act', 1, 'probe', ${probeId}, 9919, 0, ${payload}::jsonb,
            '{"kind": "user", "userId": "42", "via": "session"}', 'user:42', ${randomUUID()}, 0, now(), ${attempts})`,
      );
      return id;
    };

    it('that nobody has begun is cancelled and never handled', async () => {
      const id = await onTheWire('cancelled', 0);
      expect(await kernel.handled(new CancelCommand({ commandId: id }))).toEqual({
        commandId: id,
        outcome: 'cancelled',
      });
      expect(await commandOf(id)).toMatchObject({ outcome: 'cancelled', attempts: 0 });
      await kernel.database.transaction((sql) => sql`update messaging.outbox set published_at = null where id = ${id}`);
      await kernel.handled(new Act({ probeId: 'cancelled' }));
      expect(world.acted).toEqual(['cancelled']);
      expect(await codeOf(new CancelCommand({ commandId: id }))).toBe('command.settled');
    });

    it('that was begun is not cancelled, though nobody holds its entity now', async () => {
      const id = await onTheWire('begun', 1);
      expect(await codeOf(new CancelCommand({ commandId: id }))).toBe('command.started');
      expect((await commandOf(id)).outcome).toBeNull();
    });

    it('that waits for its lock has begun and is not cancelled', async () => {
      let cancelled: Promise<string | null> = Promise.resolve(null);
      let id = '';
      await whileHeld('held', async () => {
        id = await kernel.send(new Act({ probeId: 'held' }));
        await present(async () => ((await commandOf(id)).attempts > 0 ? true : null));
        cancelled = codeOf(new CancelCommand({ commandId: id }));
      });
      expect(['command.started', 'command.settled']).toContain(await cancelled);
      expect((await settled(id)).outcome).toBe('handled');
    });

    it('is settled once when it is begun and cancelled at the same moment', async () => {
      const ids = await Promise.all(
        Array.from({ length: 30 }, (_, n) => kernel.send(new Act({ probeId: `race${String(n)}` }))),
      );
      const codes = await Promise.all(ids.map((commandId) => codeOf(new CancelCommand({ commandId }))));
      const outcomes = await Promise.all(ids.map(async (id) => (await settled(id)).outcome));
      outcomes.forEach((outcome, n) => {
        expect([outcome, codes[n]]).toEqual(
          outcome === 'cancelled'
            ? ['cancelled', null]
            : ['handled', expect.stringMatching(/^command\.(started|settled)$/)],
        );
        expect(world.acted.includes(`race${String(n)}`)).toBe(outcome === 'handled');
      });
    });

    it('shows root, effect and report as one tree with times', async () => {
      const root = await kernel.send(new AskOutside({ probeId: 'tree' }));
      await effectAskedBy(root, 'succeeded');
      await present(() => Promise.resolve(world.acted.includes('tree done') || null));
      const chain = async () => {
        const { steps } = await new ChainReader(kernel.database).steps((await commandOf(root)).correlation_id);
        return treeOf(steps);
      };
      const nodes = await present(async () => {
        const tree = await chain();
        return tree.every(({ kind, outcome }) => kind !== 'command' || outcome !== null) ? tree : null;
      });
      expect(nodes.map(({ name, depth, kind, state }) => [name, depth, kind, state])).toEqual([
        ['probe.askOutside', 0, 'command', 'settled'],
        ['probe.callOutside', 1, 'effect', 'succeeded'],
        ['probe.recordCall', 2, 'command', 'settled'],
      ]);
      expect(nodes.every(({ ms }) => ms !== null && ms >= 0)).toBe(true);
    });
  });
});
