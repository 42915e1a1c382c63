import { Server } from 'node:http';
import { BootError, CommandSender, EventStream, HistoryReader, TopicLog } from '@foundry/messaging';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Registry } from 'prom-client';
import { AuthenticatesSocket } from './opening/authenticates-socket.js';
import { PeopleShown } from './presence/people-shown.js';
import { ViewerFollowers } from './presence/viewer-followers.js';
import { RealtimeInstance } from './realtime-instance.js';
import { RealtimeLog } from './realtime-log.js';
import { RealtimeOptions } from './realtime-options.js';
import { TopicSources } from './topics/topic-sources.js';

const isServer = (value: unknown): value is Server => value instanceof Server;

/** Ties realtime to the life of the API: starts when every provider is there, stops before the HTTP server does. */
@Injectable()
export class RealtimeGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #instance: RealtimeInstance;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly sources: TopicSources,
    stream: EventStream,
    topicLog: TopicLog,
    authentication: AuthenticatesSocket,
    history: HistoryReader,
    private readonly followers: ViewerFollowers,
    people: PeopleShown,
    sender: CommandSender,
    registry: Registry,
    log: RealtimeLog,
    { instance, publicUrls }: RealtimeOptions,
  ) {
    const shown = { stream, topicLog, sources, history, followers, people, sender };
    this.#instance = new RealtimeInstance({ instance, publicUrls, authentication, registry, log, ...shown });
  }

  onApplicationBootstrap(): void {
    this.sources.discover();
    this.followers.discover();
    const http: unknown = this.adapterHost.httpAdapter.getHttpServer();
    if (!isServer(http)) throw new BootError('Realtime needs an HTTP server; start the API with one.');
    this.#instance.start(http);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#instance.stop();
  }
}
