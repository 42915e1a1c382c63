import { z } from 'zod';
import type { AuditDeclaration } from './audit.js';

/** Turns a payload of version n into version n + 1. Index 0 lifts version 1. */
export type Upcast = (payload: unknown) => unknown;

interface Definition<P extends z.ZodObject> {
  /** `<module>.<camelCase>`, at most 80 characters. Never reused for another meaning. */
  name: `${string}.${string}`;
  /** The payload field that holds the id of the entity whose mailbox this goes to. */
  entity: keyof z.output<P> & string;
  /** The payload field with the organization's id; null for what concerns a person or the instance only. */
  organization?: (keyof z.output<P> & string) | null;
  payload: P;
  /** One per version before the newest; handlers see the newest shape only. */
  upcasts?: readonly Upcast[];
}

export interface CommandDefinition<
  P extends z.ZodObject = z.ZodObject,
  R extends z.ZodType = z.ZodType,
> extends Definition<P> {
  /** What the handler returns and the sender is told; at most 16 KiB as JSON. Default: null. */
  result?: R;
  audit: AuditDeclaration<z.output<P>>;
  /** Set only where a late handling would be wrong; user commands have none. Milliseconds from acceptance. */
  expiresAfterMs?: number;
}

export type EventDefinition<P extends z.ZodObject = z.ZodObject> = Definition<P>;

export interface EffectDefinition<P extends z.ZodObject = z.ZodObject> extends Definition<P> {
  /** Limit of one attempt in milliseconds. Default 30 s. */
  timeoutMs?: number;
  /** Limit over all attempts in milliseconds. Default 5 minutes. */
  deadlineMs?: number;
  /** Default 5; long effects have none, only the deadline. */
  maxAttempts?: number;
  /** `safe`: repeat freely. `keyed`: the outside dedups by our key. `never`: a lost lease ends in `outcome_unknown`. */
  retry?: 'safe' | 'keyed' | 'never';
  /** At most one running effect for each key, for example `git:<sandboxId>`. */
  exclusive?(payload: z.output<P>): string;
  /** Turns and watches: 15 s lease, renewed every 5 s, handed on at shutdown. */
  long?: boolean;
  /**
   * One of many steps of one work, for example a page of a list, asked for by the report of the step before. Such a
   * chain is as long as the work and no loop, so the depth of causation begins anew with each report.
   */
  step?: boolean;
}

export abstract class Message<P> {
  abstract readonly payload: P;
}
export abstract class CommandMessage<P = Record<string, unknown>, R = unknown> extends Message<P> {
  /** Only in the type: what the handler returns. */
  declare readonly result: R;
}
export abstract class EventMessage<P = Record<string, unknown>> extends Message<P> {}
export abstract class EffectMessage<P = Record<string, unknown>> extends Message<P> {}

/** The default result: nothing to tell. */
export const Nothing = z.null();

/** The constructors below parse what they get, so this claim is checked at once. */
function assumeInput<P extends z.ZodObject>(_schema: P, _payload: unknown): asserts _payload is z.input<P> {
  // nothing to do: see above
}

/**
 * Declares a command class: `export class GrantRole extends command({ … }) {}`.
 * `new GrantRole(payload)` parses the payload and throws a `ZodError` when it does not fit.
 */
export function command<P extends z.ZodObject, R extends z.ZodType = typeof Nothing>(
  definition: CommandDefinition<P, R>,
) {
  return class extends CommandMessage<z.output<P>, z.output<R>> {
    static readonly definition = definition;
    readonly payload: z.output<P>;
    constructor(payload: z.input<P>) {
      super();
      this.payload = definition.payload.parse(payload);
    }
    static from(payload: unknown) {
      assumeInput(definition.payload, payload);
      return new this(payload);
    }
  };
}

/** Declares an event class: a fact about one entity, with its new state and version. */
export function event<P extends z.ZodObject>(definition: EventDefinition<P>) {
  return class extends EventMessage<z.output<P>> {
    static readonly definition = definition;
    readonly payload: z.output<P>;
    constructor(payload: z.input<P>) {
      super();
      this.payload = definition.payload.parse(payload);
    }
    static from(payload: unknown) {
      assumeInput(definition.payload, payload);
      return new this(payload);
    }
  };
}

/** Declares an effect class: slow or outside work that always reports back with a command. */
export function effect<P extends z.ZodObject>(definition: EffectDefinition<P>) {
  return class extends EffectMessage<z.output<P>> {
    static readonly definition = definition;
    readonly payload: z.output<P>;
    constructor(payload: z.input<P>) {
      super();
      this.payload = definition.payload.parse(payload);
    }
    static from(payload: unknown) {
      assumeInput(definition.payload, payload);
      return new this(payload);
    }
  };
}

/** A message class as registries and decorators see it. */
export interface MessageClass<M, D> {
  new (payload: never): M;
  from(payload: unknown): M;
  readonly definition: D;
}
export type CommandClass<C extends CommandMessage = CommandMessage> = MessageClass<C, CommandDefinition>;
export type EventClass<E extends EventMessage = EventMessage> = MessageClass<E, EventDefinition>;
export type EffectClass<E extends EffectMessage = EffectMessage> = MessageClass<E, EffectDefinition>;
