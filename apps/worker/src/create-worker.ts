import { appendAuditEntry } from '@foundry/audit-log/contracts';
import {
  AuditPort,
  CommandServer,
  HealthModule,
  type Kernel,
  MessagingWorkerModule,
  SecurityModule,
} from '@foundry/messaging';
import type { AuditRecord } from '@foundry/messaging/contracts';
import { UserCredentialsModule } from '@foundry/user';
import { type INestApplication, type LoggerService, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MachineCredentialsModule } from './machine-credentials.module.js';
import { WORKER_MODULES } from './modules.js';

/** Entries of the audit log are commands like any other; only this app knows which. */
class AuditLogPort extends AuditPort {
  append(record: AuditRecord) {
    return appendAuditEntry(record);
  }
}

@Module({})
class WorkerModule {}

/**
 * Builds the worker and starts it: consumers, effects, relay, schedules. `close()` of the application drains it.
 * `keys`: `FOUNDRY_ENCRYPTION_KEYS`. Throws `BootError` when a handler is missing or doubled, or the broker cannot be used.
 */
export async function createWorker(
  kernel: Kernel,
  keys: string,
  logger: LoggerService | false,
): Promise<INestApplication> {
  const imports = [
    MessagingWorkerModule.with(kernel, new AuditLogPort()),
    SecurityModule.with(keys),
    UserCredentialsModule,
    MachineCredentialsModule,
    HealthModule,
    ...WORKER_MODULES,
  ];
  const app = await NestFactory.create({ module: WorkerModule, imports }, { logger, abortOnError: false });
  app.connectMicroservice({ strategy: app.get(CommandServer) });
  // Handlers are registered by `init`, and must be before the first delivery.
  await app.init();
  await app.startAllMicroservices();
  return app;
}
