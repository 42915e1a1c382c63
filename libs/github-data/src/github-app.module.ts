import { Global, Module } from '@nestjs/common';
import { githubConfig } from './client/github-config.js';
import { InstanceApps } from './contracts/index.js';
import { AppRegistrations } from './setup/app-registrations.js';
import { KnownApps } from './setup/known-apps.js';

/** The App of this installation, for every module of the process. Needs `SecurityModule`. */
@Global()
@Module({
  providers: [
    AppRegistrations,
    {
      provide: InstanceApps,
      useFactory: (registrations: AppRegistrations) => new KnownApps(githubConfig(process.env).app, registrations),
      inject: [AppRegistrations],
    },
  ],
  exports: [InstanceApps, AppRegistrations],
})
export class GithubAppModule {}
