import { Allow, Answer, As, Asked, Route } from '@foundry/messaging';
import { Controller, Post } from '@nestjs/common';
import { rawJson } from './raw-body.js';
import { webhookSignatureInvalid } from './webhook-codes.js';
import { WebhookReceipt } from './webhook-receipt.js';

const MOST_BYTES = 25 * 1024 * 1024;

/** Where GitHub tells what happened. */
@Controller('v1/webhooks/github')
export class WebhooksController {
  constructor(private readonly receipt: WebhookReceipt) {}

  @Post()
  @Allow({ public: true, signed: true })
  @Route({
    operationId: 'receiveWebhook',
    tag: 'github-data',
    summary: 'Receive a webhook of GitHub',
    description:
      'Takes a delivery that GitHub signed with the webhook secret (X-Hub-Signature-256 over the raw body, at most 25 MB), ' +
      'stores it and answers; what it means is worked out afterwards. The same delivery id counts once.',
    answers: { 202: null },
    problems: [webhookSignatureInvalid],
    direct: { reason: 'The receipt of a webhook is stored before it is answered.', audit: 'none' },
    bodyLimit: MOST_BYTES,
  })
  async receive(@As() { request }: Asked): Promise<Answer> {
    const body = await rawJson(request, MOST_BYTES);
    const header = (name: string) => [request.headers[name]].flat()[0];
    await this.receipt.receive({
      deliveryId: header('x-github-delivery'),
      event: header('x-github-event'),
      signature: header('x-hub-signature-256'),
      body,
    });
    return new Answer(202, null);
  }
}
