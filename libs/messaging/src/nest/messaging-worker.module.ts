import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { AuditPort } from '../auditing/audit-records.js';
import { Database } from '../database/database.js';
import { RunningEffects } from '../effects/running-effects.js';
import { BrokerCheck } from '../health/broker.check.js';
import { MigrationsCheck } from '../health/migrations.check.js';
import { PostgresCheck } from '../health/postgres.check.js';
import { RelayCheck } from '../health/relay.check.js';
import { Kernel } from '../kernel/kernel.js';
import { KERNEL_HANDLERS } from '../commands/kernel-handlers.js';
import { HistoryLimits } from '../pruning/history-limits.js';
import { PruneEffect } from '../pruning/prune.effect.js';
import { checkHandlers } from '../registry/check-handlers.js';
import { discover } from '../registry/discover.js';
import { Registry } from '../registry/registry.js';
import { Outbox, StoredOutbox } from '../sending/outbox.js';
import { CommandServer } from './command-server.js';
import { WorkController } from './work.controller.js';

/** The kernel in the worker: one of it, global, beside the worker modules of `libs`. */
@Module({})
export class MessagingWorkerModule implements OnModuleInit {
  constructor(
    @Inject(Kernel) private readonly kernel: Kernel,
    private readonly discovery: DiscoveryService,
  ) {}

  static with(kernel: Kernel, audit: AuditPort): DynamicModule {
    return {
      module: MessagingWorkerModule,
      global: true,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [WorkController],
      providers: [
        { provide: Kernel, useValue: kernel },
        { provide: Registry, useValue: kernel.registry },
        { provide: Database, useValue: kernel.database },
        { provide: DataSource, useValue: kernel.dataSource },
        { provide: Outbox, useValue: new StoredOutbox(kernel.partitionFor) },
        { provide: RunningEffects, useValue: new RunningEffects(kernel.database) },
        { provide: AuditPort, useValue: audit },
        CommandServer,
        PostgresCheck,
        BrokerCheck,
        RelayCheck,
        MigrationsCheck,
        { provide: HistoryLimits, useValue: { days: kernel.options.config.HISTORY_DAYS } },
        ...KERNEL_HANDLERS,
        PruneEffect,
      ],
      exports: [Database, DataSource, Outbox, RunningEffects, CommandServer, CqrsModule],
    };
  }

  onModuleInit(): void {
    const found = discover(this.discovery);
    checkHandlers(this.kernel.registry.manifests, found);
    const { registry } = this.kernel;
    for (const { message, instance } of found.effects) registry.addEffectHandler(message, instance);
    for (const { message, instance } of found.frames) registry.addFrames(message, instance);
    for (const { message, instance, name, module } of found.reactions) {
      registry.addReaction(message, { module, name, instance });
    }
  }
}
