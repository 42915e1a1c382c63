import { BootError, type ShowsTopic, TOPIC_METADATA } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { parseTopicName, type TopicName } from './topic-name.js';

const isSource = (value: unknown): value is ShowsTopic =>
  typeof value === 'object' && value !== null && 'mayRead' in value && 'snapshot' in value && 'idPattern' in value;

/** The providers marked with `@Topic`, by kind. Two for one kind, or one that is no source, and the API does not start. */
@Injectable()
export class TopicSources {
  readonly #sources = new Map<string, ShowsTopic>();

  constructor(private readonly discovery: DiscoveryService) {}

  discover(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const kind: unknown = metatype ? Reflect.getMetadata(TOPIC_METADATA, metatype) : undefined;
      if (typeof kind === 'string') this.add(kind, instance);
    }
  }

  add(kind: string, source: unknown): void {
    if (!isSource(source)) throw new BootError(`The provider of topic ${kind} must implement ShowsTopic.`);
    const known = this.#sources.get(kind);
    if (known && known !== source) throw new BootError(`Topic ${kind} has two providers; keep one.`);
    this.#sources.set(kind, source);
  }

  /** The kinds that have a source, in the order of their names. */
  get kinds(): string[] {
    return [...this.#sources.keys()].sort();
  }

  /** The source of a well-formed topic; null for anything else. */
  find(topic: string): (TopicName & { source: ShowsTopic }) | null {
    const name = parseTopicName(topic);
    const source = name ? this.#sources.get(name.kind) : undefined;
    if (!name || !source || !source.idPattern.test(name.id)) return null;
    return { ...name, source };
  }
}
