import type { Outgoing, Transient } from '../transport.js';
import type { Topology } from '../../topology/topology.js';

/** Dots separate words of a routing key, so those of a topic's id are replaced. */
const wordOf = (topic: string): string => topic.replaceAll('.', '_');

/** Both kinds of transient messages about a topic, in one binding. */
export const topicKeys = (topic: string): string => `*.${wordOf(topic)}`;

export function transientKey(message: Transient): string {
  if (message.kind === 'outcomes') return 'outcomes';
  return `${message.kind === 'deltas' ? 'stream' : 'presence'}.${wordOf(message.topic)}`;
}

/** Where a message of the outbox goes. */
export function route(topology: Topology, message: Outgoing): { exchange: string; key: string } {
  switch (message.kind) {
    case 'command':
      return {
        exchange: topology.commands,
        key: topology.commandKey(message.module, message.partition ?? 0, message.entityId),
      };
    case 'effect':
      return { exchange: topology.effects, key: message.module };
    case 'event':
      return { exchange: topology.events, key: `event.${message.name}` };
  }
}
