import 'reflect-metadata';
import {
  AuditPort,
  CommandServer,
  Kernel,
  MessagingConfig,
  MessagingWorkerModule,
  readConfig,
} from '@foundry/messaging';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { BenchModule, manifest } from './record.js';

class NoAudit extends AuditPort {
  append(): never {
    throw new Error('Nothing in the benchmark is audited.');
  }
}

@Module({})
class Root {}

/** The worker of the benchmark: the kernel as it is, with one module. Its log lines are written like anyone's. */
const config = readConfig(MessagingConfig, process.env);
const log = pino({ level: config.LOG_LEVEL }, pino.destination('/dev/null'));
const kernel = await Kernel.open({ config, role: 'worker', manifests: [manifest], log, version: 'bench' });
const imports = [MessagingWorkerModule.with(kernel, new NoAudit()), BenchModule];
const app = await NestFactory.create({ module: Root, imports }, { logger: false, abortOnError: false });
app.connectMicroservice({ strategy: app.get(CommandServer) });
await app.init();
await app.startAllMicroservices();
process.send?.('ready');
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ rss: process.memoryUsage().rss });
});
process.on('SIGTERM', () => {
  void app.close().then(async () => {
    await kernel.close();
    process.exit(0);
  });
});
