import { command } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed, organizationId, organizationOf } from './command-fields.js';
import { DeliveryView } from './delivery-views.js';
import { DeliveryId } from './names.js';

/** Applies a stored delivery; marks it processed, ignored or failed with a reason. */
export class ReceiveDelivery extends command({
  name: 'github-data.receiveDelivery',
  ...keyed,
  payload: z.object({ organizationId, deliveryId: DeliveryId }),
  audit: { kind: 'github.installation_connected', entry: organizationOf, each: true },
}) {}

/** Applies a failed delivery again, while its payload is still kept. */
export class RetryDelivery extends command({
  name: 'github-data.retryDelivery',
  ...keyed,
  payload: z.object({ organizationId, deliveryId: DeliveryId }),
  result: DeliveryView,
  audit: {
    kind: 'github.delivery_retried',
    entry: ({ deliveryId }) => ({ subject: { type: 'delivery', id: deliveryId } }),
  },
}) {}
