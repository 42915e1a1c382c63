import { Allow, Answer, As, Asked, Commands, pageOf, pageQuery, PathOf, QueryOf, Route } from '@foundry/messaging';
import { Controller, Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import { DeliveryState, DeliveryView, RetryDelivery } from '../contracts/index.js';
import { deliveryNotFailed, deliveryPayloadExpired, deliveryUnknown } from '../domain/rejections.js';
import { GithubLists } from '../queries/lists.query.js';
import { Listed } from './listed.js';
import { DeliveryPath, OrganizationPath } from './paths.js';

const DeliveryList = pageQuery({
  state: DeliveryState.optional().meta({ description: 'Only these.', examples: ['failed'] }),
});
type DeliveryList = z.infer<typeof DeliveryList>;
const DeliveryPage = pageOf(DeliveryView).meta({
  id: 'WebhookDeliveryPage',
  description: 'Receipts of webhooks, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

/** Receipts of webhooks, without what they carried. */
@Controller('v1/organizations/:organizationId/github/deliveries')
export class DeliveriesController {
  constructor(
    private readonly commands: Commands,
    private readonly listed: Listed,
    private readonly lists: GithubLists,
  ) {}

  @Get()
  @Allow({ role: 'admin', scope: 'organization:write' })
  @Route({
    operationId: 'listDeliveries',
    tag: 'github-data',
    summary: 'List webhook deliveries',
    description: 'Receipts of the last 30 days, newest first, without what they carried.',
    answers: { 200: DeliveryPage },
  })
  list(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(DeliveryList) query: DeliveryList,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.listed.answer(asked, query, {
      read: (after, take) => this.lists.deliveries(organizationId, query.state, after, take),
      positionOf: ({ receivedAt, deliveryId }) => [receivedAt, deliveryId],
    });
  }

  @Post(':deliveryId/retry')
  @Allow({ role: 'admin', scope: 'organization:write' })
  @Route({
    operationId: 'retryDelivery',
    tag: 'github-data',
    summary: 'Apply a failed delivery again',
    description: 'What GitHub sent is kept for seven days; until then a delivery that failed can be applied again.',
    answers: { 200: DeliveryView },
    problems: [deliveryUnknown, deliveryNotFailed, deliveryPayloadExpired],
    command: RetryDelivery,
  })
  retry(@PathOf(DeliveryPath) path: DeliveryPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RetryDelivery, path);
  }
}
