import type { DiscoveryService } from '@nestjs/core';
import type { CommandClass, EffectClass, EffectMessage, EventClass, EventMessage } from '../contracts/index.js';
import { EFFECT_METADATA, type PerformsEffect } from '../effects/effect-handler.js';
import { FRAMES_METADATA, REACTION_METADATA, type ReactsTo, type ShowsFrames } from '../reactions/reaction.js';
import { COMMAND_HANDLER_METADATA } from './cqrs-metadata.js';

/** A provider of the application that handles something, with the module it stands in. */
export interface Found<Message, Instance> {
  message: Message;
  instance: Instance;
  name: string;
  module: string;
}

export interface Discovered {
  commands: Found<CommandClass, unknown>[];
  effects: Found<EffectClass, PerformsEffect<EffectMessage>>[];
  reactions: Found<EventClass, ReactsTo<EventMessage>>[];
  frames: Found<EventClass, ShowsFrames<EventMessage>>[];
}

/** Everything in the application that handles commands, performs effects, reacts to events or shows them. */
export function discover(discovery: DiscoveryService): Discovered {
  return {
    commands: found(discovery, COMMAND_HANDLER_METADATA, isHandling),
    effects: found(discovery, EFFECT_METADATA, hasMethod<PerformsEffect<EffectMessage>>('perform')),
    reactions: found(discovery, REACTION_METADATA, hasMethod<ReactsTo<EventMessage>>('react')),
    frames: found(discovery, FRAMES_METADATA, hasMethod<ShowsFrames<EventMessage>>('frames')),
  };
}

function found<Message, Instance>(
  discovery: DiscoveryService,
  key: string,
  fits: (instance: unknown) => instance is Instance,
): Found<Message, Instance>[] {
  const all: Found<Message, Instance>[] = [];
  for (const { metatype, instance, host } of discovery.getProviders()) {
    const message = metatype ? metadataOf<Message>(key, metatype) : undefined;
    if (!metatype || message === undefined) continue;
    const value: unknown = instance;
    if (!fits(value)) throw new TypeError(`${metatype.name} is marked as a handler and lacks its method.`);
    all.push({ message, instance: value, name: metatype.name, module: moduleNameOf(host?.metatype) });
  }
  return all;
}

const isHandling = (instance: unknown): instance is object => typeof instance === 'object' && instance !== null;

const hasMethod =
  <Instance>(method: string) =>
  (instance: unknown): instance is Instance =>
    isHandling(instance) && method in instance;

/** What a decorator of ours left there; each key is written with one type of value only. */
function metadataOf<Message>(key: string, target: object): Message | undefined {
  const read: (key: string, target: object) => Message | undefined = Reflect.getMetadata.bind(Reflect);
  return read(key, target);
}

/** Name from the manifest of the Nest module that provides it. */
function moduleNameOf(host: unknown): string {
  if (typeof host !== 'function' || !('manifest' in host)) return 'messaging';
  const { manifest } = host;
  return typeof manifest === 'object' && manifest !== null && 'name' in manifest ? String(manifest.name) : 'messaging';
}
