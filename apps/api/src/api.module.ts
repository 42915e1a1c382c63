import { HealthModule, KeyRing, RestModule, SecurityModule } from '@foundry/messaging';
import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Registry } from 'prom-client';
import type { Logger } from 'pino';
import { AllowGuard } from './auth/allow.guard.js';
import { AuthenticateGuard } from './auth/authenticate.guard.js';
import { CsrfRule, CsrfTokens } from './auth/csrf.js';
import { Authenticates } from './auth/authenticates.js';
import { Memberships } from './auth/memberships.js';
import { RefusedActs } from './auth/refused-acts.js';
import { OWN_CONTROLLERS } from './controllers.js';
import { Release } from './health/instance.controller.js';
import type { Version } from './health/views.js';
import { ApiLog, RequestLog } from './log/request-log.js';
import { HttpMetrics } from './metrics/http-metrics.js';
import { MetricsToken } from './metrics/metrics.controller.js';
import { CreateLimits, RateLimits } from './rates/rate-limits.js';
import { Edge, OnHttps } from './server/edge.js';

export interface ApiOptions {
  /** The kernel's module for the API and the API modules of `libs`. `CommandSender` comes from a global one of them. */
  modules: NonNullable<ModuleMetadata['imports']>;
  authenticates: NonNullable<ModuleMetadata['providers']>[number];
  memberships: NonNullable<ModuleMetadata['providers']>[number];
  log: Logger;
  registry: Registry;
  /** 32 bytes, the same in every instance. */
  cursorKey: Buffer;
  /** `FOUNDRY_ENCRYPTION_KEYS`. */
  encryptionKeys: string;
  publicUrl: string;
  /** `TRUSTED_PROXIES`; none when absent. */
  trustedProxies?: readonly string[];
  metricsToken: string | null;
  release: Version;
  /** Requests of one caller in a minute. */
  perMinute?: number;
  /** New things of one caller in a minute. */
  createsPerMinute?: number;
  /** Folder of the built web app. */
  webRoot: string;
}

/** api.md, section 5. */
const USUAL_RATE = 600;
const USUAL_CREATES = 60;

@Module({})
export class ApiModule {
  static with(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        SecurityModule.with(options.encryptionKeys),
        ...options.modules,
        RestModule.with(options.cursorKey),
        HealthModule,
      ],
      controllers: OWN_CONTROLLERS,
      providers: [
        options.authenticates,
        options.memberships,
        { provide: ApiLog, useValue: new ApiLog(options.log) },
        { provide: HttpMetrics, useValue: new HttpMetrics(options.registry) },
        { provide: MetricsToken, useValue: new MetricsToken(options.metricsToken) },
        { provide: Release, useValue: new Release(options.release) },
        { provide: RateLimits, useValue: new RateLimits(options.perMinute ?? USUAL_RATE) },
        { provide: CreateLimits, useValue: new CreateLimits(options.createsPerMinute ?? USUAL_CREATES) },
        { provide: OnHttps, useValue: new OnHttps(new URL(options.publicUrl).protocol === 'https:') },
        RequestLog,
        Edge,
        RefusedActs,
        {
          provide: CsrfRule,
          inject: [KeyRing],
          useFactory: (keys: KeyRing) => new CsrfRule(new CsrfTokens(keys), options.publicUrl),
        },
        { provide: APP_GUARD, useClass: AuthenticateGuard },
        { provide: APP_GUARD, useClass: AllowGuard },
      ],
      exports: [Authenticates, Memberships],
    };
  }
}
