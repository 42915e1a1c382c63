import { type Delta, Envelope } from '../contracts/index.js';
import type { Instance, InstanceListener, Transient } from '../transport/transport.js';
import type { ReplyDesk } from '../sending/reply-desk.js';
import { EventStream, type PresenceNote, type SettledOutcome, type Unsubscribe } from './event-stream.js';

/** What the wire brings to this API instance, handed to whoever listens. */
export class InstanceStream extends EventStream {
  private readonly events = new Set<(event: Envelope) => void>();
  private readonly deltas = new Set<(delta: Delta) => void>();
  private readonly outcomes = new Set<(outcome: SettledOutcome) => void>();
  private readonly presence = new Set<(note: PresenceNote) => void>();
  private readonly gaps = new Set<() => void>();
  private instance: Instance | null = null;

  /** The transport's end of it. Replies go to the desk. */
  listener(desk: ReplyDesk): InstanceListener {
    return {
      event: (body) => {
        const event = Envelope.parse(JSON.parse(body.toString()));
        for (const listener of this.events) listener(event);
      },
      transient: (message) => {
        this.transient(message);
      },
      replies: (replies) => {
        desk.deliver(replies);
      },
      gap: () => {
        for (const listener of this.gaps) listener();
      },
    };
  }

  joined(instance: Instance): void {
    this.instance = instance;
  }

  onEvent(listener: (event: Envelope) => void): Unsubscribe {
    return added(this.events, listener);
  }

  onDelta(listener: (delta: Delta) => void): Unsubscribe {
    return added(this.deltas, listener);
  }

  onOutcome(listener: (outcome: SettledOutcome) => void): Unsubscribe {
    return added(this.outcomes, listener);
  }

  onPresence(listener: (note: PresenceNote) => void): Unsubscribe {
    return added(this.presence, listener);
  }

  tellPresence({ topic, body }: PresenceNote): void {
    this.instance?.tell({ kind: 'presence', topic, body });
  }

  onGap(listener: () => void): Unsubscribe {
    return added(this.gaps, listener);
  }

  async follow(topic: string): Promise<void> {
    await this.instance?.follow(topic);
  }

  async unfollow(topic: string): Promise<void> {
    await this.instance?.unfollow(topic);
  }

  private transient(message: Transient): void {
    if (message.kind === 'outcomes') {
      for (const outcome of message.outcomes) for (const listener of this.outcomes) listener(outcome);
    } else if (message.kind === 'deltas') {
      for (const delta of message.deltas) for (const listener of this.deltas) listener(delta);
    } else {
      for (const listener of this.presence) listener({ topic: message.topic, body: message.body });
    }
  }
}

function added<T>(set: Set<T>, item: T): Unsubscribe {
  set.add(item);
  return () => {
    set.delete(item);
  };
}
