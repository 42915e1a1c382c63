import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ApiConfig, jsonLog, publicUrlOf, setupLink, startApi } from '@foundry/api';
import { GithubAppModule } from '@foundry/github-data';
import {
  InProcessTransport,
  Kernel,
  MessagingConfig,
  Metrics,
  readConfig,
  runProcess,
  startTracing,
} from '@foundry/messaging';
import { SandboxWorkerModule } from '@foundry/sandbox';
import { createWorker, MANIFESTS } from '@foundry/worker';
import { Registry } from 'prom-client';
import { openDatabase } from './database.js';
import { type Demonstration, startDemonstration, wantsDemonstration } from './demonstration.js';
import { type AgentsRun, demonstrationSandboxes } from './demonstration-sandboxes.js';
import { ensureKeys } from './keys.js';
import { announceInstance } from './running-instance.js';
import { StandaloneConfig } from './standalone-config.js';
import { welcome } from './welcome.js';

const isSet = (key: string): boolean => (process.env[key] ?? '').trim() !== '';

/** API, worker and web in one process, on embedded parts unless the environment names real ones. */
await runProcess(async (fail) => {
  const own = readConfig(StandaloneConfig, process.env);
  const dataDir = resolve(own.DATA_DIR);
  await mkdir(dataDir, { recursive: true });
  const log = jsonLog(own.LOG_LEVEL, 'foundry');
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
    const publicUrl = publicUrlOf(readConfig(ApiConfig, process.env));
    const inProcess = config.AMQP_URL ? {} : { inProcess: new InProcessTransport() };
    const metrics = new Metrics(new Registry());
    const version = 'standalone';
    ends.push(await startTracing(process.env, { service: 'foundry', version, log }));
    const common = { config, manifests: MANIFESTS, log, version, metrics, fail, ...inProcess };

    const workerKernel = await Kernel.open({ ...common, role: 'worker' });
    ends.push(() => workerKernel.close());
    const situation = {
      dataDir,
      publicUrl,
      isNamed: GithubAppModule.isNamed(process.env) || isSet('GITHUB_WEB_URL') || isSet('GITHUB_API_URL'),
      isUnwanted: own.GITHUB_STAND_IN === 'off',
      known: await GithubAppModule.knownIn(workerKernel.database),
    };
    let demonstration: Demonstration | null = null;
    let agents: AgentsRun = null;
    if (wantsDemonstration(situation)) {
      const started = await startDemonstration(dataDir, publicUrl, {
        port: own.GITHUB_STAND_IN_PORT,
        control: own.GITHUB_STAND_IN_CONTROL === '1',
      });
      ends.push(() => started.stop());
      const sandboxes = demonstrationSandboxes(process.env, await SandboxWorkerModule.canIsolateLocally());
      Object.assign(process.env, started.environment, sandboxes.environment);
      agents = sandboxes.agents;
      demonstration = started;
    }
    const apiConfig = readConfig(ApiConfig, process.env);
    const worker = await createWorker(workerKernel, apiConfig.FOUNDRY_ENCRYPTION_KEYS, false);
    ends.push(() => worker.close());
    const apiKernel = await Kernel.open({ ...common, role: 'api' });
    const api = await startApi({ kernel: apiKernel, config: apiConfig, log });
    ends.push(() => api.close());
    demonstration?.deliver();
    const running = { url: publicUrl, databaseUrl: database.url, pid: process.pid };
    ends.push(await announceInstance(dataDir, { ...running, demonstration: demonstration?.webUrl ?? null }));
    process.stdout.write(
      welcome({
        url: publicUrl,
        dataDir,
        embedded: !config.AMQP_URL,
        demonstration: demonstration?.webUrl ?? null,
        agents,
        setupLink: await setupLink(api),
      }),
    );
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
