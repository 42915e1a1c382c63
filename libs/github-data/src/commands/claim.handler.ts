import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  ClaimInstallation,
  DiscoverAccounts,
  RecordClaim,
  RecordInstallation,
  VerifyClaim,
} from '../contracts/index.js';
import { ClaimInvalid, ClaimUsed } from '../domain/rejections.js';

const Offered = z.array(z.object({ userId: z.string(), state: z.string(), expiresAt: z.date() }));

/** An installation id in an address proves nothing: GitHub is asked whether it is this person's. */
@CommandHandler(ClaimInstallation)
export class ClaimInstallationHandler extends Handler<ClaimInstallation> {
  async handle({ payload: { userId, installationId, nonceHash } }: ClaimInstallation, tx: Tx): Promise<null> {
    const [offer] = Offered.parse(
      await tx.sql`select user_id as "userId", state, expires_at as "expiresAt" from github_data.install_claims
        where nonce_hash = ${nonceHash}`,
    );
    if (offer?.userId !== userId || offer.expiresAt < tx.now) throw new ClaimInvalid();
    if (offer.state !== 'offered') throw new ClaimUsed();
    await tx.sql`update github_data.install_claims set state = 'asked', installation_id = ${installationId}
      where nonce_hash = ${nonceHash}`;
    tx.perform(new VerifyClaim({ userId, installationId, nonceHash }));
    return null;
  }
}

@CommandHandler(RecordClaim)
export class RecordClaimHandler extends Handler<RecordClaim> {
  async handle({ payload }: RecordClaim, tx: Tx): Promise<null> {
    const { userId, nonceHash, installation, reason, observedAt } = payload;
    const state = installation === null ? 'refused' : 'accepted';
    await tx.sql`update github_data.install_claims set state = ${state}, reason = ${reason}
      where nonce_hash = ${nonceHash} and state = 'asked'`;
    if (installation === null) {
      tx.audit({ subject: { type: 'user', id: userId }, details: { reason } });
      return null;
    }
    const organizationId = installation.account.accountId;
    tx.send(new RecordInstallation({ organizationId, installation, observedAt }));
    tx.send(new DiscoverAccounts({ userId }));
    return null;
  }
}
