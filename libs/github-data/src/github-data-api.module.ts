import { Database, Outbox } from '@foundry/messaging';
import { Module } from '@nestjs/common';
import { githubConfig } from './client/github-config.js';
import { InstanceApps, SetupLinks } from './contracts/index.js';
import { GithubAppModule } from './github-app.module.js';
import { GithubQueriesModule } from './github-queries.module.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { DeliveryStore } from './http/delivery-store.js';
import { DiscoveryController } from './http/discovery.controller.js';
import { GithubController } from './http/github.controller.js';
import { InstallationsController } from './http/installations.controller.js';
import { Listed } from './http/listed.js';
import { Pace } from './http/pace.js';
import { RepositoriesController } from './http/repositories.controller.js';
import { SeenRepositories } from './http/seen-repositories.js';
import { SetupController } from './http/setup.controller.js';
import { SyncsController } from './http/syncs.controller.js';
import { WebhookReceipt } from './http/webhook-receipt.js';
import { WebhooksController } from './http/webhooks.controller.js';
import { manifest } from './manifest.js';
import { GithubLists } from './queries/lists.query.js';
import { SyncRuns } from './queries/runs.query.js';
import { AppPage } from './setup/app-page.js';
import { AppSetup } from './setup/app-setup.js';
import { GithubApi, GithubSite } from './setup/github-places.js';
import { InstallOffers } from './setup/install-offers.js';
import { StoredSetupLinks } from './setup/stored-setup-links.js';

const DELIVERIES_A_MINUTE = 2_000;

/** What the API shows of this module, where GitHub tells what happened, and where its App is made. */
@Module({
  imports: [GithubQueriesModule, GithubAppModule],
  controllers: [
    WebhooksController,
    DeliveriesController,
    GithubController,
    SyncsController,
    RepositoriesController,
    DiscoveryController,
    InstallationsController,
    SetupController,
  ],
  providers: [
    GithubLists,
    Listed,
    SeenRepositories,
    SyncRuns,
    AppPage,
    AppSetup,
    InstallOffers,
    StoredSetupLinks,
    { provide: SetupLinks, useExisting: StoredSetupLinks },
    { provide: GithubApi, useFactory: () => new GithubApi(githubConfig(process.env).apiUrl) },
    { provide: GithubSite, useFactory: () => new GithubSite(githubConfig(process.env).webUrl) },
    {
      provide: WebhookReceipt,
      useFactory: (apps: InstanceApps, database: Database, outbox: Outbox) => {
        const pace = new Pace(
          DELIVERIES_A_MINUTE,
          'Too many deliveries of one installation; GitHub may send them again.',
        );
        const secret = async () => (await apps.current())?.webhookSecret?.reveal() ?? null;
        return new WebhookReceipt(secret, new DeliveryStore(database, outbox), pace);
      },
      inject: [InstanceApps, Database, Outbox],
    },
  ],
})
export class GithubDataApiModule {
  static readonly manifest = manifest;
}
