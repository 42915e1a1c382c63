import { Handler, NotFound, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { AccountChanged, RevokeAuthorization, SessionEnded, UserAuthorizationRevoked } from '../contracts/index.js';
import { endCredentials } from './ending-credentials.js';

const Person = z.array(z.object({ version: z.int() }));
const REASON = 'authorization_revoked';

/**
 * Sent by a reaction only. Nothing of the person's authority is left here: no token, no session, no lease. Whoever signed
 * in again after GitHub's word came has given the authorization anew.
 */
@CommandHandler(RevokeAuthorization)
export class RevokeAuthorizationHandler extends Handler<RevokeAuthorization> {
  async handle({ payload: { userId, at } }: RevokeAuthorization, tx: Tx): Promise<null> {
    if (tx.actor.kind !== 'system') throw new NotFound('This user');
    const people = await tx.sql`
      select version from "user".users
      where user_id = ${userId} and deleted_at is null and (last_sign_in_at is null or last_sign_in_at <= ${at})`;
    const [person] = Person.parse(people);
    if (!person) return null;
    const { version } = person;
    await tx.sql`
      update "user".github_accounts set state = 'reauthorize', reason = ${REASON}, access_token = null,
        access_expires_at = null, refresh_token = null, refresh_expires_at = null, refresh_claimed_until = null,
        token_version = token_version + 1
      where user_id = ${userId}`;
    const ended = await tx.sql`
      update "user".auth_sessions set ended_at = now(), end_reason = ${REASON}
      where user_id = ${userId} and ended_at is null returning session_id`;
    await endCredentials(tx, { userId }, REASON);
    tx.audit({ subject: { type: 'user', id: userId }, streamId: userId, details: { count: ended.length } });
    tx.emit(new UserAuthorizationRevoked({ userId, version }));
    tx.emit(new AccountChanged({ userId, version, account: { state: 'reauthorize', reason: REASON } }));
    if (ended.length > 0) tx.emit(new SessionEnded({ userId, version, reason: REASON }));
    return null;
  }
}
