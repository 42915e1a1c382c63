import {
  ApiRuntime,
  EntityAccess,
  InspectorApiModule,
  type Kernel,
  KeyRing,
  MessagingApiModule,
  refusedAddress,
} from '@foundry/messaging';
import { Instance } from '@foundry/user/contracts';
import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { type ApiConfig, publicUrlOf } from './api-config.js';
import type { ApiOptions } from './api.module.js';
import { Operators } from './auth/operators.js';
import { Authenticates } from './auth/authenticates.js';
import { Memberships } from './auth/memberships.js';
import { StoredMemberships } from './auth/stored-memberships.js';
import { StoredAuthentication } from './auth/stored-authentication.js';
import { configuredApp, signInSettings } from './auth/sign-in-settings.js';
import { createApi } from './create-api.js';
import { MemberEntityAccess } from './entity-access.js';
import { readRelease } from './health/release.js';
import { API_MODULES } from './modules.js';
import { ProductModule } from './product.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { WEB_ROOT } from './web/files.js';

export interface StartOptions {
  kernel: Kernel;
  config: ApiConfig;
  log: Logger;
  /** What one caller may in a minute, where it is not the usual. */
  limits?: Pick<ApiOptions, 'perMinute' | 'createsPerMinute'>;
}

/**
 * Starts one API instance and listens. It runs without a broker too: commands are accepted and wait. Throws `BootError`
 * when the address cannot be listened on.
 */
export async function startApi({ kernel, config, log, limits }: StartOptions): Promise<INestApplication> {
  const runtime = new ApiRuntime(kernel);
  await runtime.start();
  const { registry } = kernel.metrics;
  const publicUrl = publicUrlOf(config);
  const configured = configuredApp(config);
  const [cursorKey] = new KeyRing(config.FOUNDRY_ENCRYPTION_KEYS).derived('cursors');
  const release = readRelease(process.env);
  const authenticates = { provide: Authenticates, useClass: StoredAuthentication };
  const access = { provide: EntityAccess, useClass: MemberEntityAccess };
  const app = await createApi({
    modules: [
      MessagingApiModule.with(kernel, runtime),
      ProductModule.with({
        operators: new Operators(config.FOUNDRY_OPERATORS),
        publicUrl,
        signIn: (apps) => signInSettings(config, publicUrl, configured, apps),
        instance: new Instance(release.version, !kernel.options.config.AMQP_URL),
      }),
      { ...InspectorApiModule.with(kernel.registry, access), global: true },
      RealtimeModule.with({ instance: kernel.id, publicUrls: [publicUrl], authenticates, log, registry }),
      ...API_MODULES,
    ],
    authenticates,
    memberships: { provide: Memberships, useClass: StoredMemberships },
    log,
    registry,
    encryptionKeys: config.FOUNDRY_ENCRYPTION_KEYS,
    cursorKey,
    publicUrl,
    trustedProxies: config.TRUSTED_PROXIES,
    metricsToken: config.METRICS_TOKEN ?? null,
    release,
    webRoot: WEB_ROOT,
    ...limits,
  });
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw refusedAddress(error, { host: config.HOST, port: config.PORT, key: 'PORT' });
  }
  return app;
}
