import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AuditPort } from '../../auditing/audit-records.js';
import type { Kernel } from '../../kernel/kernel.js';
import { CommandServer } from '../../nest/command-server.js';
import { MessagingWorkerModule } from '../../nest/messaging-worker.module.js';

@Module({})
class TestWorkerModule {}

/** A worker as the worker app builds it, with the given modules in place of the product's. */
export async function startWorker(
  kernel: Kernel,
  modules: readonly (new () => object)[],
  audit: AuditPort,
): Promise<INestApplication> {
  const imports = [MessagingWorkerModule.with(kernel, audit), ...modules];
  const app = await NestFactory.create({ module: TestWorkerModule, imports }, { logger: false, abortOnError: false });
  app.connectMicroservice({ strategy: app.get(CommandServer) });
  await app.init();
  await app.startAllMicroservices();
  return app;
}
