import { Database, Outbox } from '@foundry/messaging';
import { Module } from '@nestjs/common';
import { githubConfig } from './client/github-config.js';
import { GithubQueriesModule } from './github-queries.module.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { DeliveryStore } from './http/delivery-store.js';
import { DiscoveryController } from './http/discovery.controller.js';
import { GithubController } from './http/github.controller.js';
import { Listed } from './http/listed.js';
import { Pace } from './http/pace.js';
import { RepositoriesController } from './http/repositories.controller.js';
import { SyncsController } from './http/syncs.controller.js';
import { WebhookReceipt } from './http/webhook-receipt.js';
import { WebhooksController } from './http/webhooks.controller.js';
import { manifest } from './manifest.js';
import { GithubLists } from './queries/lists.query.js';
import { SyncRuns } from './queries/runs.query.js';

const DELIVERIES_A_MINUTE = 2_000;

/** What the API shows of this module, and where GitHub tells what happened. */
@Module({
  imports: [GithubQueriesModule],
  controllers: [
    WebhooksController,
    DeliveriesController,
    GithubController,
    SyncsController,
    RepositoriesController,
    DiscoveryController,
  ],
  providers: [
    GithubLists,
    Listed,
    SyncRuns,
    {
      provide: WebhookReceipt,
      useFactory: (database: Database, outbox: Outbox) => {
        const secret = githubConfig(process.env).app?.webhookSecret ?? null;
        const pace = new Pace(
          DELIVERIES_A_MINUTE,
          'Too many deliveries of one installation; GitHub may send them again.',
        );
        return new WebhookReceipt(secret, new DeliveryStore(database, outbox), pace);
      },
      inject: [Database, Outbox],
    },
  ],
})
export class GithubDataApiModule {
  static readonly manifest = manifest;
}
