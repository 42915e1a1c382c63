import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { ApiRuntime } from '../kernel/api-runtime.js';
import { BrokerCheck } from '../health/broker.check.js';
import { MigrationsCheck } from '../health/migrations.check.js';
import { PostgresCheck } from '../health/postgres.check.js';
import { RelayCheck } from '../health/relay.check.js';
import { Kernel } from '../kernel/kernel.js';
import { EventStream, TopicLog } from '../realtime/event-stream.js';
import { StoredTopics } from '../realtime/stored-topics.js';
import { CommandSender } from '../sending/command-sender.js';
import { Outbox, StoredOutbox } from '../sending/outbox.js';
import { CommandClient } from './command-client.js';

/** The kernel in the API: one of it, global, beside the API modules of `libs`. The runtime is started before Nest. */
@Module({})
export class MessagingApiModule implements OnApplicationShutdown {
  constructor(
    private readonly runtime: ApiRuntime,
    private readonly kernel: Kernel,
  ) {}

  static with(kernel: Kernel, runtime: ApiRuntime): DynamicModule {
    return {
      module: MessagingApiModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: Kernel, useValue: kernel },
        { provide: ApiRuntime, useValue: runtime },
        { provide: CommandSender, useValue: runtime.sender },
        { provide: Outbox, useValue: new StoredOutbox(kernel.partitionFor) },
        { provide: EventStream, useValue: runtime.stream },
        { provide: Database, useValue: kernel.database },
        { provide: DataSource, useValue: kernel.dataSource },
        { provide: TopicLog, useValue: new StoredTopics(kernel.database) },
        CommandClient,
        PostgresCheck,
        BrokerCheck,
        RelayCheck,
        MigrationsCheck,
      ],
      exports: [CommandSender, Outbox, EventStream, Database, DataSource, TopicLog, CommandClient, CqrsModule],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runtime.stop();
    await this.kernel.close();
  }
}
