import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { AuthenticatesSocket } from './opening/authenticates-socket.js';
import { CredentialSockets } from './opening/credential-sockets.js';
import { PeopleShown, StoredPeopleShown } from './presence/people-shown.js';
import { ViewerFollowers } from './presence/viewer-followers.js';
import { RealtimeGateway } from './realtime.gateway.js';
import { ProcessLog, RealtimeLog } from './realtime-log.js';
import { RealtimeOptions } from './realtime-options.js';
import { TerminalGateway } from './terminal/terminal.gateway.js';
import { TopicSources } from './topics/topic-sources.js';

export interface RealtimeModuleOptions {
  /** Name of this process, as `hello` tells it. */
  instance: string;
  /** `PUBLIC_URL`, and whatever else pages of ours are served from. */
  publicUrls: readonly string[];
  /** Provides `Authenticates`, the same as for REST. */
  authenticates: Provider;
  log: Logger;
  registry: Registry;
}

/**
 * `GET /v1/realtime`. `EventStream`, `TopicLog`, `HistoryReader` and the query bus come from global modules. Topics are
 * found by `@Topic` wherever they are provided.
 */
@Module({})
export class RealtimeModule {
  static with({ instance, publicUrls, authenticates, log, registry }: RealtimeModuleOptions): DynamicModule {
    return {
      module: RealtimeModule,
      imports: [DiscoveryModule],
      providers: [
        authenticates,
        { provide: AuthenticatesSocket, useClass: CredentialSockets },
        { provide: RealtimeOptions, useValue: { instance, publicUrls } },
        { provide: RealtimeLog, useValue: new ProcessLog(log) },
        { provide: Registry, useValue: registry },
        TopicSources,
        ViewerFollowers,
        { provide: PeopleShown, useClass: StoredPeopleShown },
        RealtimeGateway,
        TerminalGateway,
      ],
    };
  }
}
