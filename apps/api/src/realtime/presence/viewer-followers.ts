import { BootError, type FollowsViewers, VIEWERS_METADATA } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

const isFollower = (value: unknown): value is FollowsViewers =>
  typeof value === 'object' && value !== null && 'follow' in value;

/** The providers marked with `@FollowViewersOf`, by kind of topic. One that does not follow, and the API does not start. */
@Injectable()
export class ViewerFollowers {
  readonly #followers = new Map<string, FollowsViewers[]>();

  constructor(private readonly discovery: DiscoveryService) {}

  discover(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const kind: unknown = metatype ? Reflect.getMetadata(VIEWERS_METADATA, metatype) : undefined;
      if (typeof kind === 'string') this.add(kind, instance);
    }
  }

  add(kind: string, follower: unknown): void {
    if (!isFollower(follower)) throw new BootError(`What follows viewers of ${kind} must implement FollowsViewers.`);
    this.#followers.set(kind, [...new Set([...this.of(kind), follower])]);
  }

  of(kind: string): readonly FollowsViewers[] {
    return this.#followers.get(kind) ?? [];
  }
}
