import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ApiConfig, jsonLog, publicUrlOf, startApi } from '@foundry/api';
import {
  InProcessTransport,
  Kernel,
  MessagingConfig,
  Metrics,
  readConfig,
  runProcess,
  startTracing,
} from '@foundry/messaging';
import { createWorker, MANIFESTS } from '@foundry/worker';
import { Registry } from 'prom-client';
import { openDatabase } from './database.js';
import { ensureKeys } from './keys.js';
import { announceInstance } from './running-instance.js';
import { StandaloneConfig } from './standalone-config.js';
import { welcome } from './welcome.js';

/** API, worker and web in one process, on embedded parts unless the environment names real ones. */
await runProcess(async (fail) => {
  const { DATA_DIR, LOG_LEVEL } = readConfig(StandaloneConfig, process.env);
  const dataDir = resolve(DATA_DIR);
  await mkdir(dataDir, { recursive: true });
  const log = jsonLog(LOG_LEVEL, 'foundry');
  /** What ends each part that was started; the last one started ends first. */
  const ends: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const database = await openDatabase(process.env['DATABASE_URL'], dataDir, (line) => {
      log.info({ from: 'postgres' }, line);
    });
    ends.push(() => database.stop());
    // The worker modules read their own keys from the environment.
    Object.assign(process.env, await ensureKeys(dataDir, process.env), { DATABASE_URL: database.url });
    const config = readConfig(MessagingConfig, process.env);
    const apiConfig = readConfig(ApiConfig, process.env);
    const inProcess = config.AMQP_URL ? {} : { inProcess: new InProcessTransport() };
    const metrics = new Metrics(new Registry());
    const version = 'standalone';
    ends.push(await startTracing(process.env, { service: 'foundry', version, log }));
    const common = { config, manifests: MANIFESTS, log, version, metrics, fail, ...inProcess };

    const workerKernel = await Kernel.open({ ...common, role: 'worker' });
    ends.push(() => workerKernel.close());
    const worker = await createWorker(workerKernel, apiConfig.FOUNDRY_ENCRYPTION_KEYS, false);
    ends.push(() => worker.close());
    const apiKernel = await Kernel.open({ ...common, role: 'api' });
    const api = await startApi({ kernel: apiKernel, config: apiConfig, log });
    ends.push(() => api.close());
    const url = publicUrlOf(apiConfig);
    ends.push(await announceInstance(dataDir, { url, databaseUrl: database.url, pid: process.pid }));
    process.stdout.write(welcome({ url, dataDir, embedded: !config.AMQP_URL }));
  } catch (error) {
    // A product that cannot start leaves nothing running behind.
    await stop();
    throw error;
  }
  return async () => {
    process.stdout.write('\nStopping …\n');
    await stop();
    return true;
  };
});
