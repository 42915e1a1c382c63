import 'reflect-metadata';
import {
  CommandServer,
  HealthChecks,
  Kernel,
  MessagingConfig,
  readConfig,
  refusedAddress,
  runProcess,
  startTracing,
} from '@foundry/messaging';
import { pino } from 'pino';
import { once } from 'node:events';
import { createWorker } from './create-worker.js';
import { healthServer } from './health-server.js';
import { MANIFESTS } from './modules.js';
import { releaseOf } from './release.js';
import { WorkerConfig } from './worker-config.js';

/** One worker as a process of its own. The whole drain takes at most 30 s; a second signal ends it at once. */
await runProcess(async (fail) => {
  const config = readConfig(MessagingConfig, process.env);
  const own = readConfig(WorkerConfig, process.env);
  const log = pino({ level: config.LOG_LEVEL, base: { process: 'worker' } });
  const release = releaseOf(process.env);
  const { version } = release;
  const stopTracing = await startTracing(process.env, { service: 'foundry-worker', version, log });
  const kernel = await Kernel.open({ config, role: 'worker', manifests: MANIFESTS, log, version, fail });
  const app = await createWorker(kernel, own.FOUNDRY_ENCRYPTION_KEYS, false);
  const health = healthServer({
    kernel,
    checks: app.get(HealthChecks),
    release,
    metricsToken: own.METRICS_TOKEN ?? null,
  });
  health.listen(own.WORKER_PORT, own.WORKER_HOST);
  try {
    await once(health, 'listening');
  } catch (error) {
    await app.close();
    throw refusedAddress(error, { host: own.WORKER_HOST, port: own.WORKER_PORT, key: 'WORKER_PORT' });
  }
  log.info({ health: health.address() }, 'worker runs');
  return async () => {
    await app.close();
    health.close();
    await kernel.close();
    await stopTracing();
    return app.get(CommandServer).stoppedClean;
  };
});
