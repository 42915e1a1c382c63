import {
  KERNEL_MANIFEST,
  KERNEL_PARTITIONS,
  type ManifestModule,
  type ModuleManifest,
  Topology,
} from '@foundry/messaging';
import { ClientFrame, REALTIME_CLOSE, REALTIME_PROTOCOL, ServerFrame } from '@foundry/messaging/contracts';
import { TERMINAL_CLOSE, TERMINAL_PROTOCOL, TerminalFrame, TerminalRequest } from '@foundry/sandbox/contracts';
import { type Kind, MessageParts } from './message-parts.js';
import { topicsOf } from './topics-of.js';

type Part = Record<string, unknown>;

/** What a first start takes; an installation may have chosen another number. */
const USUAL_PARTITIONS = 8;

const DESCRIPTION =
  'What travels between the processes of Foundry, and between it and a browser. The broker is inside: other programs use the REST API. Commands are orders to one entity and come to it in order; events are facts about one entity; effects are slow or outside work that always reports back with a command.';

const reference = (where: string, name: string): Part => ({ $ref: `#/components/${where}/${name}` });

const channelMessages = (names: readonly string[]): Part =>
  Object.fromEntries(names.map((name) => [name, reference('messages', name)]));

interface Wire {
  parts: MessageParts;
  topology: Topology;
}

const PURPOSE: Record<Kind, string> = {
  command:
    'Orders to entities of the module. One partition has one active consumer; `partition` is the first four bytes of SHA-256(entityId), big endian, modulo the number of partitions.',
  event: 'Facts about entities of the module, with what they change on realtime topics. Every API instance gets each.',
  effect: 'Slow or outside work of the module. Whoever claims it reports back with a command.',
};

function addressOf(module: string, kind: Kind): { address: string; parameters?: Part } {
  if (kind === 'effect') return { address: module };
  if (kind === 'event') return { address: 'event.{name}', parameters: { name: { description: 'Name of the event.' } } };
  const parameters = {
    partition: { description: 'From 0.' },
    entityId: { description: 'The entity whose mailbox it goes to.' },
  };
  return { address: `${module}.{partition}.{entityId}`, parameters };
}

function channelOf(manifest: ModuleManifest, kind: Kind, { parts, topology }: Wire): [string, Part] {
  const { name: module } = manifest;
  const exchange = { command: topology.commands, event: topology.events, effect: topology.effects }[kind];
  const type = topology.exchanges().find(({ name }) => name === exchange)?.type;
  const queues = topology
    .queues()
    .filter(
      ({ name, bindings }) => bindings.some((bound) => bound.exchange === exchange) && name.startsWith(`${module}.`),
    );
  return [
    `${module}.${kind}s`,
    {
      ...addressOf(module, kind),
      description: PURPOSE[kind],
      messages: channelMessages(parts.add(manifest, kind)),
      servers: [{ $ref: '#/servers/broker' }],
      bindings: { amqp: { is: 'routingKey', exchange: { name: exchange, type, durable: true, autoDelete: false } } },
      'x-queues': queues.map(({ name, arguments: settings, bindings }) => ({ name, arguments: settings, bindings })),
    },
  ];
}

/** Who sends and who receives: `action` is that of the process, not of the reader. */
const operationOf = ([channel]: [string, Part]): [string, Part][] => {
  const to = { channel: { $ref: `#/channels/${channel}` } };
  return [
    [`send-${channel}`, { action: 'send', ...to, summary: 'The relay publishes, in order, with confirms.' }],
    [
      `receive-${channel}`,
      { action: 'receive', ...to, summary: channel.endsWith('events') ? 'Every API instance.' : 'A worker.' },
    ],
  ];
};

function socket(names: readonly string[], topics: readonly string[]): [string, Part] {
  return [
    'realtime',
    {
      address: '/v1/realtime',
      description: `The socket of a tab, subprotocol \`${REALTIME_PROTOCOL}\`. It only shows: every change goes over REST. Versions of a topic have no gaps.`,
      servers: [{ $ref: '#/servers/api' }],
      messages: channelMessages(names),
      bindings: { ws: { method: 'GET' } },
      'x-topics': topics,
      'x-close-codes': REALTIME_CLOSE,
    },
  ];
}

function terminal(names: readonly string[]): [string, Part] {
  return [
    'terminal',
    {
      address: '/v1/sandboxes/{sandboxId}/processes/{processId}/terminal',
      description: `The socket of a terminal, subprotocol \`${TERMINAL_PROTOCOL}\`: text frames, and bytes as binary ones, at most 64 KiB of input each. Who may only look and sends bytes is closed with 4003.`,
      servers: [{ $ref: '#/servers/api' }],
      parameters: {
        sandboxId: { description: 'The sandbox.' },
        processId: { description: 'The process that is a terminal.' },
      },
      messages: channelMessages(names),
      bindings: { ws: { method: 'GET' } },
      'x-close-codes': { ...REALTIME_CLOSE, ...TERMINAL_CLOSE },
    },
  ];
}

/** The AsyncAPI 3.0 document of these modules and of the kernel. */
export function asyncDocumentOf(modules: readonly ManifestModule[], version: string): Part {
  const manifests = [KERNEL_MANIFEST, ...modules.map(({ manifest }) => manifest)];
  const partitions = manifests.map(({ name }): [string, number] => [
    name,
    name === KERNEL_MANIFEST.name ? KERNEL_PARTITIONS : USUAL_PARTITIONS,
  ]);
  const wire = { parts: new MessageParts(), topology: new Topology('foundry', new Map(partitions)) };
  const kinds = ['command', 'event', 'effect'] as const;
  const queues = manifests.flatMap((manifest) => kinds.map((kind) => channelOf(manifest, kind, wire)));
  const used = queues.filter(([, { messages }]) => JSON.stringify(messages) !== '{}');
  const { parts } = wire;
  const frames = [...parts.addFrames(ClientFrame, 'client'), ...parts.addFrames(ServerFrame, 'server')];
  const typed = [
    ...parts.addFrames(TerminalRequest, 'client', 'terminal.'),
    parts.addBytes('terminal.client.bytes', 'what somebody types'),
  ];
  const shown = [
    ...parts.addFrames(TerminalFrame, 'server', 'terminal.'),
    parts.addBytes('terminal.server.bytes', 'what the terminal shows'),
  ];
  const { messages, schemas } = parts.written;
  return {
    asyncapi: '3.0.0',
    info: { title: 'Foundry messages', version, description: DESCRIPTION, license: { name: 'MIT' } },
    defaultContentType: 'application/json',
    servers: {
      broker: {
        host: 'broker:5672',
        protocol: 'amqp',
        protocolVersion: '0.9.1',
        description: 'RabbitMQ, or memory in the one-process run.',
      },
      api: { host: 'localhost:3000', protocol: 'wss', description: 'This installation.' },
    },
    channels: Object.fromEntries([...used, socket(frames, topicsOf(modules)), terminal([...typed, ...shown])]),
    operations: Object.fromEntries([
      ...used.flatMap(operationOf),
      ...socketOperations(frames),
      ...terminalOperations(typed, shown),
    ]),
    components: {
      messages,
      schemas,
      correlationIds: {
        request: {
          description: 'The same for everything that one request began.',
          location: '$message.payload#/correlationId',
        },
      },
    },
    'x-exchanges': wire.topology.exchanges(),
  };
}

function socketOperations(frames: readonly string[]): [string, Part][] {
  const of = (side: string) =>
    frames
      .filter((name) => name.startsWith(`${side}.`))
      .map((name) => ({ $ref: `#/channels/realtime/messages/${name}` }));
  const channel = { $ref: '#/channels/realtime' };
  return [
    ['receive-frames', { action: 'receive', channel, messages: of('client'), summary: 'What a tab may send.' }],
    ['send-frames', { action: 'send', channel, messages: of('server'), summary: 'What a tab is told.' }],
  ];
}

function terminalOperations(typed: readonly string[], shown: readonly string[]): [string, Part][] {
  const channel = { $ref: '#/channels/terminal' };
  const messages = (names: readonly string[]) =>
    names.map((name) => ({ $ref: `#/channels/terminal/messages/${name}` }));
  return [
    ['receive-terminal', { action: 'receive', channel, messages: messages(typed), summary: 'What a person types.' }],
    ['send-terminal', { action: 'send', channel, messages: messages(shown), summary: 'What the terminal shows.' }],
  ];
}
