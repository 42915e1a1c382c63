import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { type DeliveryView, ReceiveDelivery, RetryDelivery } from '../../contracts/index.js';
import { DeliveryNotFailed, DeliveryPayloadExpired, DeliveryUnknown } from '../../domain/rejections.js';
import { readDelivery } from '../../rows/delivery-rows.js';

const Kept = z.array(z.object({ kept: z.boolean() }));

@CommandHandler(RetryDelivery)
export class RetryDeliveryHandler extends Handler<RetryDelivery> {
  async handle({ payload: { organizationId, deliveryId } }: RetryDelivery, tx: Tx): Promise<DeliveryView> {
    const view = await readDelivery(tx, organizationId, deliveryId);
    if (!view) throw new DeliveryUnknown();
    if (view.state !== 'failed') throw new DeliveryNotFailed();
    const [row] = Kept.parse(
      await tx.sql`select payload is not null as kept from github_data.webhook_deliveries where delivery_id = ${deliveryId}`,
    );
    if (row?.kept !== true) throw new DeliveryPayloadExpired();
    tx.send(new ReceiveDelivery({ organizationId, deliveryId }));
    return view;
  }
}
