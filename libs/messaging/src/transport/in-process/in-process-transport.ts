import type { Reply } from '../../contracts/index.js';
import {
  type Consumer,
  type Delivery,
  type Instance,
  type InstanceListener,
  type Outgoing,
  type Transient,
  Transport,
} from '../transport.js';
import { MemoryQueue } from './memory-queue.js';

/**
 * The wire as memory, for one process that is API and worker at once. What it loses when the process ends stands
 * in the outbox: at start, whatever is not settled is published again.
 */
export class InProcessTransport extends Transport {
  private readonly queues = new Map<string, MemoryQueue>();
  private readonly instances = new Map<string, InstanceListener>();
  private readonly followed = new Map<string, Set<string>>();

  open(): Promise<void> {
    return Promise.resolve();
  }

  restore(): Promise<void> {
    return Promise.resolve();
  }

  publish(batch: readonly Outgoing[]): Promise<boolean[]> {
    for (const message of batch) {
      const body = Buffer.from(message.body);
      if (message.kind === 'event') this.toInstances((listener) => listener.event(body));
      else this.queue(message.module, message.kind === 'effect' ? 'effects' : message.partition).push(body);
    }
    return Promise.resolve(batch.map(() => true));
  }

  consumePartition(module: string, partition: number, deliver: (delivery: Delivery) => void): Promise<Consumer> {
    return Promise.resolve(this.queue(module, partition).consume(32, deliver));
  }

  consumeEffects(module: string, prefetch: number, deliver: (delivery: Delivery) => void): Promise<Consumer> {
    return Promise.resolve(this.queue(module, 'effects').consume(prefetch, deliver));
  }

  consumeDead(module: string, deliver: (delivery: Delivery) => void): Promise<Consumer> {
    return Promise.resolve(this.queue(module, 'dead').consume(1, deliver));
  }

  reply(replyTo: string, replies: readonly Reply[]): void {
    const listener = this.instances.get(replyTo);
    if (listener)
      setImmediate(() => {
        listener.replies([...replies]);
      });
  }

  broadcast(message: Transient): void {
    this.toInstances((listener, instance) => {
      if (message.kind === 'outcomes' || this.followed.get(instance)?.has(message.topic)) listener.transient(message);
    });
  }

  joinAsInstance(instanceId: string, listener: InstanceListener): Promise<Instance> {
    const topics = new Set<string>();
    this.instances.set(instanceId, listener);
    this.followed.set(instanceId, topics);
    return Promise.resolve({
      replyTo: instanceId,
      follow: (topic: string) => Promise.resolve(void topics.add(topic)),
      unfollow: (topic: string) => Promise.resolve(void topics.delete(topic)),
      tell: (message) => {
        this.broadcast(message);
      },
      close: () => {
        this.followed.delete(instanceId);
        this.instances.delete(instanceId);
        return Promise.resolve();
      },
    });
  }

  awaySince(): null {
    return null;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private toInstances(tell: (listener: InstanceListener, instance: string) => void): void {
    for (const [instance, listener] of this.instances)
      setImmediate(() => {
        tell(listener, instance);
      });
  }

  private queue(module: string, part: number | string | null): MemoryQueue {
    const name = `${module}.${String(part)}`;
    const existing = this.queues.get(name);
    if (existing) return existing;
    const made = new MemoryQueue(module, (body) => {
      this.queue(module, 'dead').push(body);
    });
    this.queues.set(name, made);
    return made;
  }
}
