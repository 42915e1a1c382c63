import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DeadLetterReader } from '../dead-letters/dead-letter-reader.js';
import { DeadLettersController } from '../dead-letters/dead-letters.controller.js';
import { HistoryReader } from '../realtime/history-reader.js';
import { Registry } from '../registry/registry.js';
import { ChainReader } from './chain-reader.js';
import { CommandReader } from './command-reader.js';
import { CommandsController } from './commands.controller.js';
import { EffectReader } from './effect-reader.js';
import { EffectsController } from './effects.controller.js';
import { EntitiesController } from './entities.controller.js';
import type { EntityAccess } from './entity-access.js';
import { EntityHistoryReader } from './entity-history-reader.js';
import { InspectorAccess } from './inspector-access.js';
import { InstallationController } from './installation.controller.js';
import { PendingReader } from './pending-reader.js';
import { ProcessReader } from './process-reader.js';
import { QueueReader } from './queue-reader.js';
import { ScheduleReader } from './schedule-reader.js';
import { StoredHistoryReader } from './stored-history-reader.js';

export const INSPECTOR_CONTROLLERS = [
  CommandsController,
  EntitiesController,
  EffectsController,
  InstallationController,
  DeadLettersController,
];

/**
 * Routes of the inspector and of dead letters, for the API. Needs `Database` and `CommandSender` from the kernel's module
 * and `Commands` and `Pages` from `RestModule`. Exports the `HistoryReader` of the realtime gateway.
 */
@Module({})
export class InspectorApiModule {
  /** `access` provides `EntityAccess`: the kernel knows no module, so the app says who may read what. */
  static with(registry: Registry, access: Provider<EntityAccess>): DynamicModule {
    return {
      module: InspectorApiModule,
      controllers: INSPECTOR_CONTROLLERS,
      providers: [
        { provide: Registry, useValue: registry },
        access,
        { provide: HistoryReader, useClass: StoredHistoryReader },
        ChainReader,
        CommandReader,
        DeadLetterReader,
        EffectReader,
        EntityHistoryReader,
        InspectorAccess,
        PendingReader,
        ProcessReader,
        QueueReader,
        ScheduleReader,
      ],
      exports: [HistoryReader],
    };
  }
}
