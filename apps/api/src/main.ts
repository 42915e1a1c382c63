import 'reflect-metadata';
import { Kernel, MessagingConfig, readConfig, runProcess, startTracing } from '@foundry/messaging';
import { ApiConfig } from './api-config.js';
import { readRelease } from './health/release.js';
import { jsonLog } from './log/json-log.js';
import { API_MODULES } from './modules.js';
import { setupLink } from './setup-link.js';
import { startApi } from './start-api.js';

/** One API instance as a process of its own. */
await runProcess(async () => {
  const messaging = readConfig(MessagingConfig, process.env);
  const config = readConfig(ApiConfig, process.env);
  const log = jsonLog(messaging.LOG_LEVEL, 'api');
  const manifests = API_MODULES.map(({ manifest }) => manifest);
  const { version } = readRelease(process.env);
  const stopTracing = await startTracing(process.env, { service: 'foundry-api', version, log });
  const kernel = await Kernel.open({ config: messaging, role: 'api', manifests, log, version });
  const app = await startApi({ kernel, config, log });
  log.info({ address: await app.getUrl() }, 'api listens');
  const link = await setupLink(app);
  if (link !== null) log.warn({ link }, 'no GitHub App yet; make one with this link within an hour');
  return async () => {
    await app.close();
    await stopTracing();
    return true;
  };
});
