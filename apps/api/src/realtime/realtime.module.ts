import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { RealtimeGateway } from './realtime.gateway.js';
import { TopicSources } from './topics/topic-sources.js';

/**
 * `GET /v1/realtime`. `parts` provide what it stands on: `EventStream`, `TopicLog`, `HistoryReader`,
 * `AuthenticatesSocket`, prom-client's `Registry`, `RealtimeLog` and `RealtimeOptions`. Topics are found by
 * `@Topic` wherever they are provided.
 */
@Module({})
export class RealtimeModule {
  static standingOn({ imports = [], providers = [] }: Pick<ModuleMetadata, 'imports' | 'providers'>): DynamicModule {
    return {
      module: RealtimeModule,
      imports: [DiscoveryModule, ...imports],
      providers: [...providers, TopicSources, RealtimeGateway],
    };
  }
}
