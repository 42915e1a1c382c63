import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { EffectDefinition } from '../contracts/index.js';
import { isPassing } from '../database/failures.js';
import { UnknownMessage } from '../registry/unknown-message.js';
import type { Delivery } from '../transport/transport.js';
import { performAttempt, type PerformParts } from './perform-attempt.js';
import { Room } from './room.js';
import type { RunningAttempt } from './running-attempt.js';
import { wakeUp } from './wake-up.js';

const SHORT_LEASE = { ms: 30_000, renewMs: 10_000 };
const LONG_LEASE = { ms: 15_000, renewMs: 5_000 };
/** After being told to stop at a drain, attempts get this long. */
const GRACE_MS = 5_000;
const SHORT_AT_ONCE = 8;
const LONG_AT_ONCE = 64;
/** An effect of a newer release waits this long before it is given back. */
const UNKNOWN_MS = 30_000;

const Wake = z.object({ id: z.string(), name: z.string() });

interface Held {
  attempt: RunningAttempt;
  long: boolean;
  leaseMs: number;
  done: Promise<unknown>;
}

/** Claims effects and runs their attempts, as many at once as there is room. */
export class EffectRunner {
  private readonly held = new Map<string, Held>();
  private readonly long = new Room(LONG_AT_ONCE);
  private readonly short = new Map<string, Room>();
  /** Between delivery and claim, waits for room included. */
  private readonly taking = new Set<Promise<void>>();
  private readonly stop = new AbortController();

  constructor(private readonly parts: PerformParts) {}

  /** The row carries the work: the message is acknowledged right after the claim, so no broker limit applies. */
  receive(delivery: Delivery): void {
    const taken = this.take(delivery)
      .catch(async (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.parts.log.warn({ reason }, 'an effect could not be taken; it is given back');
        const pause = error instanceof UnknownMessage ? UNKNOWN_MS : 1_000;
        await Promise.race([wait(pause, undefined, { ref: false }), once(this.stop.signal, 'abort')]);
        delivery.giveBack();
      })
      .finally(() => this.taking.delete(taken));
    this.taking.add(taken);
  }

  /** Signals of one effect may have changed. An empty id: of any. */
  async signalled(effectId: string): Promise<void> {
    const concerned = effectId === '' ? [...this.held.values()] : [this.held.get(effectId)];
    for (const held of concerned) if (held) await this.renew(held);
  }

  /** Long effects are handed on at once, short ones get `ms` to end. True when nothing had to be cut. */
  async drain(ms: number): Promise<boolean> {
    this.stop.abort();
    for (const { attempt, long } of this.held.values()) if (long) attempt.stop('draining');
    const all = this.ended();
    if (await Promise.race([all, wait(ms, false, { ref: false })])) return true;
    for (const { attempt } of this.held.values()) attempt.stop('draining');
    return Promise.race([all, wait(GRACE_MS, false, { ref: false })]);
  }

  /** What was on its way when the drain began counts too: it may have claimed its effect by then. */
  private async ended(): Promise<boolean> {
    while (this.held.size > 0 || this.taking.size > 0) {
      await Promise.allSettled([...[...this.held.values()].map(({ done }) => done), ...this.taking]);
    }
    return true;
  }

  private async take(delivery: Delivery): Promise<void> {
    const wake = Wake.safeParse(JSON.parse(delivery.body.toString()));
    if (!wake.success) {
      delivery.reject();
      return;
    }
    const { id, name } = wake.data;
    const { definition } = this.parts.registry.effect(name, 1);
    const room = this.roomFor(definition);
    await room.enter();
    try {
      const begun = await this.claim(id, definition);
      delivery.ack();
      const leave = () => {
        room.leave();
      };
      // How it ends badly is logged by whoever holds it; here only the room counts.
      if (begun) void begun.done.then(leave, leave);
      else leave();
    } catch (error) {
      room.leave();
      throw error;
    }
  }

  private async claim(id: string, definition: EffectDefinition): Promise<Held | null> {
    if (this.stopping() || this.held.has(id)) return null;
    const long = definition.long === true;
    const lease = long ? LONG_LEASE : SHORT_LEASE;
    const effect = await this.parts.store.claim(id, this.parts.workerId, lease.ms);
    if (!effect) return null;
    if (this.stopping()) {
      await this.parts.store.handBack({ effectId: id, owner: this.parts.workerId, fence: effect.fence });
      return null;
    }
    const { attempt, done } = performAttempt(this.parts, effect, definition);
    const held: Held = { attempt, long, leaseMs: lease.ms, done };
    this.held.set(id, held);
    const renewal = setInterval(() => void this.renew(held), lease.renewMs);
    held.done = done.finally(async () => {
      clearInterval(renewal);
      this.held.delete(id);
      await this.wakeNext(effect.exclusive_key);
    });
    held.done.catch((error: unknown) => {
      this.parts.log.error({ effectId: id, reason: String(error) }, 'an effect ended badly; its lease will lapse');
    });
    return held;
  }

  /** A lease that is not ours any more stops its attempt; a database that is away leaves it to the next renewal. */
  private async renew({ attempt, leaseMs }: Held): Promise<void> {
    try {
      const signals = await this.parts.store.renew(attempt.lease, leaseMs);
      if (signals) attempt.hear(signals);
      else if (!attempt.ended) {
        this.parts.metrics.leasesLost.inc();
        attempt.stop('lease_lost');
      }
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.parts.log.warn({ effectId: attempt.effectId }, 'a lease could not be renewed; the database is away');
    }
  }

  private async wakeNext(exclusiveKey: string | null): Promise<void> {
    if (exclusiveKey === null || this.stopping()) return;
    const next = await this.parts.store.nextOf(exclusiveKey);
    if (next) await wakeUp(this.parts.transport, next);
  }

  private stopping(): boolean {
    return this.stop.signal.aborted;
  }

  private roomFor(definition: EffectDefinition): Room {
    if (definition.long) return this.long;
    const module = definition.name.slice(0, definition.name.indexOf('.'));
    const room = this.short.get(module) ?? new Room(SHORT_AT_ONCE);
    this.short.set(module, room);
    return room;
  }
}
