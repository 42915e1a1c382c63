import { DeliveryView } from '../contracts/index.js';
import { type Reader, shown } from './reader.js';

export const DeliveryRow = DeliveryView.extend({ receivedAt: shown, processedAt: shown.nullable() });

/** The receipt of a webhook of this organization, or null. */
export async function readDelivery(
  reader: Reader,
  organizationId: string,
  deliveryId: string,
): Promise<DeliveryView | null> {
  const rows = await reader.sql`
    select delivery_id as "deliveryId", event, action, repository_id as "repositoryId", received_at as "receivedAt", size,
      state, reason, attempts, processed_at as "processedAt"
    from github_data.webhook_deliveries where organization_id = ${organizationId} and delivery_id = ${deliveryId}`;
  return DeliveryRow.array().parse(rows)[0] ?? null;
}
