import type { ModuleManifest } from '@foundry/messaging';
import { Envelope } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Components } from '../openapi/components.js';

type Part = Record<string, unknown>;
export type Kind = 'command' | 'event' | 'effect';

/** The parts of a message class's definition that a reader of the wire needs. */
interface Told {
  name: string;
  entity: string;
  upcasts?: readonly unknown[];
  payload: z.ZodType;
}

/** Schemas of the document, each written once: the envelope, and what it carries of each name. */
export class MessageParts {
  private readonly components = new Components();
  private readonly messages = new Map<string, Part>();

  constructor() {
    this.components.of(EnvelopeSchema, 'output');
  }

  /** Names of a module's messages of one kind, after their parts were written. */
  add(manifest: ModuleManifest, kind: Kind): string[] {
    const classes = { command: manifest.commands, event: manifest.events, effect: manifest.effects }[kind];
    const told = classes.map(({ definition }): Told => definition);
    for (const definition of told) this.messages.set(definition.name, this.messageOf(definition, kind));
    return told.map(({ name }) => name);
  }

  /** Frames of the socket, by their `op`. */
  addFrames(frames: z.ZodDiscriminatedUnion, side: 'client' | 'server', socket = ''): string[] {
    return frames.options.filter((frame) => frame instanceof z.ZodType).map((frame) => this.frame(frame, side, socket));
  }

  /** A frame of bytes, which no schema describes. */
  addBytes(name: string, title: string): string {
    this.messages.set(name, { name: 'bytes', title, contentType: 'application/octet-stream' });
    return name;
  }

  get written(): { messages: Part; schemas: Part } {
    return { messages: sorted(this.messages), schemas: sorted(this.components.schemas) };
  }

  private frame(frame: z.ZodType, side: 'client' | 'server', socket: string): string {
    const written = this.components.of(frame, side === 'client' ? 'input' : 'output');
    const op: unknown = written.properties?.['op'];
    const said = typeof op === 'object' && op !== null && 'const' in op ? String(op.const) : 'frame';
    const name = `${socket}${side}.${said}`;
    this.messages.set(name, {
      name: said,
      title: `${said} from the ${side}`,
      contentType: 'application/json',
      payload: written,
    });
    return name;
  }

  private messageOf({ name, entity, upcasts = [], payload }: Told, kind: Kind): Part {
    return {
      name,
      title: name,
      summary: `A ${kind} of the entity in \`${entity}\`, version ${String(upcasts.length + 1)} of its payload.`,
      contentType: 'application/json',
      tags: [{ name: kind }],
      correlationId: { $ref: '#/components/correlationIds/request' },
      payload: {
        allOf: [
          { $ref: '#/components/schemas/Envelope' },
          {
            type: 'object',
            properties: {
              kind: { const: kind },
              name: { const: name },
              v: { const: upcasts.length + 1 },
              payload: this.components.of(payload, 'output'),
            },
          },
        ],
      },
    };
  }
}

/** The contract's envelope under its name in the document. */
const EnvelopeSchema = Envelope.meta({
  id: 'Envelope',
  description: 'One shape for commands, events and effects. At most 256 KiB as JSON.',
});

const sorted = (parts: ReadonlyMap<string, unknown>): Part =>
  Object.fromEntries([...parts].sort(([a], [b]) => a.localeCompare(b)));
