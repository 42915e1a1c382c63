import type { Database, Encryption } from '@foundry/messaging';
import { Global, Module } from '@nestjs/common';
import { z } from 'zod';
import { APP_KEYS, githubConfig } from './client/github-config.js';
import { type InstanceApp, InstanceApps, ProductAddress } from './contracts/index.js';
import { examineApp } from './doctor/examine-app.js';
import { AppRegistrations } from './setup/app-registrations.js';
import { KnownApps } from './setup/known-apps.js';
import { StoredSetupLinks } from './setup/stored-setup-links.js';

const Found = z.tuple([z.object({ app: z.boolean(), accounts: z.boolean() })]);

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
export class GithubAppModule {
  /** Whether the environment names any part of an App. */
  static isNamed(environment: NodeJS.ProcessEnv): boolean {
    return APP_KEYS.some((key) => (environment[key] ?? '').trim() !== '');
  }

  /** The App of the environment; null when it names none. Throws `BootError` when it is named by half. */
  static readonly named = githubConfig;

  /** Looks at everything that GitHub and Foundry have to agree about. At most one delivery is sent again by it. */
  static readonly examine = examineApp;

  /** A fresh address of the set-up page at `publicUrl`, good for an hour and for one App. */
  static setupLink(database: Database, publicUrl: string): Promise<string> {
    return new StoredSetupLinks(database, new ProductAddress(publicUrl.replace(/\/+$/, ''))).issue();
  }

  /** The App that was made on the set-up page. Throws `NotReadable` when the key that encrypted it is gone. */
  static registered(database: Database, encryption: Encryption): Promise<InstanceApp | null> {
    return new AppRegistrations(database, encryption).read();
  }

  /** What the database knows of a GitHub: an App that was made on the set-up page, and any account. */
  static async knownIn(database: Database): Promise<{ app: boolean; accounts: boolean }> {
    const rows = await database.sql`select exists(select 1 from github_data.app_registration) as app,
      exists(select 1 from github_data.accounts) as accounts`;
    return Found.parse(rows)[0];
  }
}
