import type { Outgoing, Transient } from '../transport.js';
import type { Topology } from '../../topology/topology.js';

/** Dots separate words of a routing key, so those of a topic's id are replaced. */
export const streamKey = (topic: string): string => `stream.${topic.replaceAll('.', '_')}`;

export function transientKey(message: Transient): string {
  return message.kind === 'outcomes' ? 'outcomes' : streamKey(message.topic);
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
