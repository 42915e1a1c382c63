import { Handler, type Tx } from '@foundry/messaging';
import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { DeliveryState, ReceiveDelivery } from '../../contracts/index.js';
import { AllowedAccounts } from '../../domain/allowed-accounts.js';
import { DeliveryHead } from '../../reading/webhook.js';
import { APPLIED, WITHOUT_ACCOUNT } from './apply-delivery.js';
import { knowAccount } from '../apply-installation.js';
import { type Delivered, ignored, PayloadUnreadable, readPayload, type Verdict } from './delivered.js';

const Stored = z.object({
  event: z.string(),
  action: z.string().nullable(),
  payload: z.unknown(),
  state: DeliveryState,
  receivedAt: z.date(),
  /** The account is known already. */
  met: z.boolean(),
});

/** Applies a delivery once: what is settled is not applied again, what failed is. */
@CommandHandler(ReceiveDelivery)
export class ReceiveDeliveryHandler extends Handler<ReceiveDelivery> {
  constructor(@Inject(AllowedAccounts) private readonly allowed: AllowedAccounts) {
    super();
  }

  async handle({ payload: { organizationId, deliveryId } }: ReceiveDelivery, tx: Tx): Promise<null> {
    const [stored] = Stored.array().parse(
      await tx.sql`select event, action, payload, state, received_at as "receivedAt",
          exists(select 1 from github_data.accounts where organization_id = ${organizationId}) as met
        from github_data.webhook_deliveries where delivery_id = ${deliveryId}`,
    );
    if (!stored || stored.state === 'processed' || stored.state === 'ignored' || stored.payload === null) return null;
    const { event, action, payload, receivedAt, met } = stored;
    const outcome = await this.apply(tx, { organizationId, event, action, payload, at: receivedAt }, met);
    const settled = tx.sql`update github_data.webhook_deliveries set state = ${outcome.state}, reason = ${reasonOf(outcome)},
      attempts = attempts + 1, processed_at = ${tx.now} where delivery_id = ${deliveryId}`;
    const noted = tx.sql`update github_data.accounts set last_delivery_event = ${event},
      last_delivery_at = greatest(last_delivery_at, ${receivedAt}) where organization_id = ${organizationId}`;
    await Promise.all([settled, noted]);
    return null;
  }

  private async apply(
    tx: Tx,
    delivered: Delivered,
    met: boolean,
  ): Promise<Verdict | { state: 'failed'; reason: string }> {
    const applies = Object.hasOwn(APPLIED, delivered.event) ? APPLIED[delivered.event] : undefined;
    if (!applies) return ignored('unhandled_event');
    if (!this.isAllowed(delivered)) return ignored('account_not_allowed');
    if (!met && !WITHOUT_ACCOUNT.includes(delivered.event)) await meetAccount(tx, delivered);
    try {
      return await applies(tx, delivered);
    } catch (error) {
      // Payloads are parsed before anything is written, so nothing of this one is kept.
      if (error instanceof PayloadUnreadable) return { state: 'failed', reason: 'schema' };
      throw error;
    }
  }

  private isAllowed({ organizationId, payload }: Delivered): boolean {
    const head = DeliveryHead.safeParse(payload).data;
    const login = head?.installation?.account?.login ?? head?.organization?.login ?? head?.repository?.owner?.login;
    return this.allowed.has(organizationId, login ?? '');
  }
}

const reasonOf = (outcome: { state: string; reason?: string }): string | null => outcome.reason ?? null;

/** Events come in any order, so the first about an account may not be that of its installation. */
async function meetAccount(tx: Tx, { organizationId, payload }: Delivered): Promise<void> {
  const { organization, repository, sender } = readPayload(DeliveryHead, payload);
  const owner = [organization, repository?.owner, sender].find((account) => account?.id === organizationId);
  const kind = organization?.id === organizationId || owner?.type === 'Organization' ? 'company' : 'personal';
  const avatarUrl = owner?.avatar_url ?? null;
  await knowAccount(tx, {
    accountId: organizationId,
    kind,
    login: owner?.login ?? organizationId,
    name: null,
    avatarUrl,
  });
}
