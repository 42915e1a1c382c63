import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { DeleteAccount, DeleteGithubGrant, UserDeleted } from '../contracts/index.js';
import { SignInTooOld } from '../domain/state-rejections.js';
import { endCredentials } from './ending-credentials.js';
import { knownPerson } from './known-person.js';
import { mustBeOwn } from './must-be-own.js';

const FRESH_MS = 10 * 60 * 1000;
const Left = z.tuple([z.object({ version: z.int() })]);

/**
 * Everything goes in one transaction, sessions and tokens included, so that no request of the person works after it. Only
 * the tokens of GitHub stay until the grant was taken back with them.
 */
@CommandHandler(DeleteAccount)
export class DeleteAccountHandler extends Handler<DeleteAccount> {
  async handle({ payload: { userId, sessionId } }: DeleteAccount, tx: Tx): Promise<null> {
    mustBeOwn(tx, userId);
    await knownPerson(tx, userId);
    await mustBeFresh(tx, userId, sessionId);
    await this.dropState(tx, userId);
    await this.leaveInboxes(tx, userId);
    await this.endSignIns(tx, userId);
    await endCredentials(tx, { userId }, 'user_deleted');
    await this.endGrant(tx, userId);
    const [{ version }] = Left.parse(
      await tx.sql`
        update "user".users set login = '', name = null, avatar_url = null, email = null, email_verified = false,
          last_sign_in_at = null, profile_at = null, deleted_at = ${tx.now}, version = version + 1
        where user_id = ${userId} returning version`,
    );
    // Whatever was audited on the way here takes the place of the entry that the command declares.
    tx.audit({ subject: { type: 'user', id: userId }, streamId: userId });
    tx.emit(new UserDeleted({ userId, version }));
    return null;
  }

  private async dropState(tx: Tx, userId: string): Promise<void> {
    await tx.sql`delete from "user".task_state where user_id = ${userId}`;
    await tx.sql`delete from "user".session_state where user_id = ${userId}`;
    await tx.sql`delete from "user".inbox_items where user_id = ${userId}`;
    await tx.sql`delete from "user".drafts where user_id = ${userId}`;
    await tx.sql`delete from "user".preferences where user_id = ${userId}`;
  }

  /** News of theirs stays with those who got it, without their name. */
  private async leaveInboxes(tx: Tx, userId: string): Promise<void> {
    await tx.sql`
      update "user".inbox_items set login = null, version = version + 1
      where lower(login) = (select lower(login) from "user".users where user_id = ${userId})`;
  }

  private async endSignIns(tx: Tx, userId: string): Promise<void> {
    await tx.sql`delete from "user".api_tokens where user_id = ${userId}`;
    await tx.sql`delete from "user".auth_sessions where user_id = ${userId}`;
  }

  /** Without a token there is nothing to take the grant back with, and it can only be removed at GitHub. */
  private async endGrant(tx: Tx, userId: string): Promise<void> {
    const connected = await tx.sql`
      select 1 from "user".github_accounts
      where user_id = ${userId} and state = 'connected' and access_token is not null`;
    if (connected.length > 0) tx.perform(new DeleteGithubGrant({ userId }));
    else await tx.sql`delete from "user".github_accounts where user_id = ${userId}`;
  }
}

/** Counted from when it was asked for: waiting for a worker makes nobody a stranger. */
async function mustBeFresh(tx: Tx, userId: string, sessionId: string): Promise<void> {
  const since = new Date(Date.parse(tx.envelope.acceptedAt) - FRESH_MS);
  const rows = await tx.sql`
    select 1 from "user".auth_sessions
    where session_id = ${sessionId} and user_id = ${userId} and ended_at is null and created_at > ${since}`;
  if (rows.length === 0) throw new SignInTooOld();
}
