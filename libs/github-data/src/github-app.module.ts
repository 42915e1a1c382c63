import type { Database } from '@foundry/messaging';
import { Global, Module } from '@nestjs/common';
import { z } from 'zod';
import { APP_KEYS, githubConfig } from './client/github-config.js';
import { InstanceApps } from './contracts/index.js';
import { AppRegistrations } from './setup/app-registrations.js';
import { KnownApps } from './setup/known-apps.js';

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
  /** Whether the environment names any part of an App, or where its GitHub is. */
  static isNamed(environment: NodeJS.ProcessEnv): boolean {
    return [...APP_KEYS, 'GITHUB_URL', 'GITHUB_API_URL'].some((key) => (environment[key] ?? '').trim() !== '');
  }

  /** What the database knows of a GitHub: an App that was made on the set-up page, and any account. */
  static async knownIn(database: Database): Promise<{ app: boolean; accounts: boolean }> {
    const rows = await database.sql`select exists(select 1 from github_data.app_registration) as app,
      exists(select 1 from github_data.accounts) as accounts`;
    return Found.parse(rows)[0];
  }
}
