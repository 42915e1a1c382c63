import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DeliveryState } from './names.js';
import { AT, at, atOrNull, count, text, textOrNull } from './view-fields.js';

/** A receipt of a webhook; never with its payload. */
export const DeliveryView = z
  .object({
    deliveryId: text('Id that GitHub gave it.'),
    event: text('What it tells of.'),
    action: textOrNull('What happened to it.'),
    repositoryId: Id64.nullable().meta({ description: 'The repository that it is about.' }),
    receivedAt: at('When it came.'),
    size: count('Bytes.'),
    state: DeliveryState.meta({ description: 'What became of it.' }),
    reason: textOrNull('Why it was ignored or failed.'),
    attempts: count('How often it was tried.'),
    processedAt: atOrNull('When it was settled.'),
  })
  .meta({
    id: 'WebhookDelivery',
    description: 'A receipt of a webhook.',
    examples: [
      {
        deliveryId: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
        event: 'pull_request',
        action: 'opened',
        repositoryId: '1296269',
        receivedAt: AT,
        size: 20480,
        state: 'processed',
        reason: null,
        attempts: 1,
        processedAt: AT,
      },
    ],
  });
export type DeliveryView = z.infer<typeof DeliveryView>;
