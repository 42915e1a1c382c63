import type {
  CommandClass,
  EffectClass,
  EffectMessage,
  EventClass,
  EventMessage,
  MessageClass,
} from '../contracts/index.js';
import type { PerformsEffect } from '../effects/effect-handler.js';
import type { ReactsTo, ShowsFrames } from '../reactions/reaction.js';
import { UnknownMessage } from './unknown-message.js';
import type { ModuleManifest, RecurringSchedule } from './manifest.js';

export interface RegisteredReaction {
  /** The module that reacts; its name is the actor of the commands. */
  module: string;
  name: string;
  instance: ReactsTo<EventMessage>;
}

/** Every message by its name, and who handles it: filled once at boot, read on every command. */
export class Registry {
  private readonly commands: Map<string, CommandClass>;
  private readonly events: Map<string, EventClass>;
  private readonly effects: Map<string, EffectClass>;
  private readonly effectHandlers = new Map<string, PerformsEffect<EffectMessage>>();
  private readonly reactions = new Map<string, RegisteredReaction[]>();
  private readonly frames = new Map<string, ShowsFrames<EventMessage>[]>();

  constructor(readonly manifests: readonly ModuleManifest[]) {
    this.commands = byName(manifests.flatMap(({ commands }) => commands));
    this.events = byName(manifests.flatMap(({ events }) => events));
    this.effects = byName(manifests.flatMap(({ effects }) => effects));
  }

  get modules(): string[] {
    return this.manifests.map(({ name }) => name);
  }

  get schedules(): RecurringSchedule[] {
    return this.manifests.flatMap(({ schedules }) => schedules ?? []);
  }

  /** Throws `UnknownMessage` when a newer release sent it. */
  command(name: string, v: number): CommandClass {
    return known(this.commands, name, v);
  }

  knowsCommand(name: string, v: number): boolean {
    const type = this.commands.get(name);
    return type !== undefined && v <= versionOf(type.definition);
  }

  effect(name: string, v: number): EffectClass {
    return known(this.effects, name, v);
  }

  event(name: string, v: number): EventClass {
    return known(this.events, name, v);
  }

  allCommands(): CommandClass[] {
    return [...this.commands.values()];
  }

  allEffects(): EffectClass[] {
    return [...this.effects.values()];
  }

  addEffectHandler(effect: EffectClass, handler: PerformsEffect<EffectMessage>): void {
    this.effectHandlers.set(effect.definition.name, handler);
  }

  effectHandler(name: string): PerformsEffect<EffectMessage> {
    const handler = this.effectHandlers.get(name);
    if (!handler) throw new UnknownMessage(name, 0);
    return handler;
  }

  addReaction(event: EventClass, reaction: RegisteredReaction): void {
    const { name } = event.definition;
    this.reactions.set(name, [...(this.reactions.get(name) ?? []), reaction]);
  }

  reactionsTo(event: string): readonly RegisteredReaction[] {
    return this.reactions.get(event) ?? [];
  }

  addFrames(event: EventClass, shower: ShowsFrames<EventMessage>): void {
    const { name } = event.definition;
    this.frames.set(name, [...(this.frames.get(name) ?? []), shower]);
  }

  framesOf(event: string): readonly ShowsFrames<EventMessage>[] {
    return this.frames.get(event) ?? [];
  }
}

/** Version of the newest payload: one more than the upcasts that lead to it. */
export const versionOf = (definition: { upcasts?: readonly unknown[] }): number =>
  (definition.upcasts?.length ?? 0) + 1;

function byName<M extends MessageClass<unknown, { name: string }>>(classes: readonly M[]): Map<string, M> {
  return new Map(classes.map((message) => [message.definition.name, message]));
}

function known<M extends MessageClass<unknown, { name: string; upcasts?: readonly unknown[] }>>(
  classes: ReadonlyMap<string, M>,
  name: string,
  v: number,
): M {
  const message = classes.get(name);
  if (!message || v > versionOf(message.definition)) throw new UnknownMessage(name, v);
  return message;
}
