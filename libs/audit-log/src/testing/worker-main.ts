import 'reflect-metadata';
import { Kernel, MessagingConfig, readConfig, runProcess, silent } from '@foundry/messaging';
import { ArmedFailpoints, startWorker } from '@foundry/messaging/testing';
import { AuditLogWorkerModule } from '../audit-log-worker.module.js';
import { appendAuditEntry } from '../contracts/index.js';

/** A worker that has the audit log alone, and dies where `FAILPOINTS` says. */
await runProcess(async () => {
  const kernel = await Kernel.open({
    config: readConfig(MessagingConfig, process.env),
    role: 'worker',
    manifests: [AuditLogWorkerModule.manifest],
    log: silent,
    version: '0.0.0',
    failpoints: ArmedFailpoints.fromEnvironment(process.env['FAILPOINTS']),
  });
  const app = await startWorker(kernel, [AuditLogWorkerModule], { append: appendAuditEntry });
  return async () => {
    await app.close();
    await kernel.close();
    return true;
  };
});
