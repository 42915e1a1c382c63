import { hkdfSync } from 'node:crypto';
import {
  ApiRuntime,
  EntityAccess,
  InspectorApiModule,
  type Kernel,
  MessagingApiModule,
  refusedAddress,
} from '@foundry/messaging';
import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { type ApiConfig, publicUrlOf } from './api-config.js';
import { Operators } from './auth/operators.js';
import { Authenticates } from './auth/authenticates.js';
import { Memberships } from './auth/memberships.js';
import { StoredMemberships } from './auth/stored-memberships.js';
import { TokenAuthentication } from './auth/token-authentication.js';
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
}

/**
 * Starts one API instance and listens. It runs without a broker too: commands are accepted and wait. Throws `BootError`
 * when the address cannot be listened on.
 */
export async function startApi({ kernel, config, log }: StartOptions): Promise<INestApplication> {
  const runtime = new ApiRuntime(kernel);
  await runtime.start();
  const { registry } = kernel.metrics;
  const publicUrl = publicUrlOf(config);
  const authenticates = { provide: Authenticates, useClass: TokenAuthentication };
  const access = { provide: EntityAccess, useClass: MemberEntityAccess };
  const app = await createApi({
    modules: [
      MessagingApiModule.with(kernel, runtime),
      ProductModule.with(new Operators(config.FOUNDRY_OPERATORS)),
      { ...InspectorApiModule.with(kernel.registry, access), global: true },
      RealtimeModule.with({ instance: kernel.id, publicUrls: [publicUrl], authenticates, log, registry }),
      ...API_MODULES,
    ],
    authenticates,
    memberships: { provide: Memberships, useClass: StoredMemberships },
    log,
    registry,
    cursorKey: cursorKey(config.FOUNDRY_ENCRYPTION_KEYS),
    publicUrl,
    metricsToken: config.METRICS_TOKEN ?? null,
    release: readRelease(process.env),
    webRoot: WEB_ROOT,
  });
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw refusedAddress(error, { host: config.HOST, port: config.PORT, key: 'PORT' });
  }
  return app;
}

/** A key of its own for cursors, drawn from the first encryption key, so that every instance has the same. */
function cursorKey(keys: string): Buffer {
  const first = keys.split(',')[0]?.split(':')[1] ?? '';
  return Buffer.from(hkdfSync('sha256', Buffer.from(first, 'base64'), '', 'foundry cursors', 32));
}
