import { Encryption, NotReadable, type Place, Secret, type SealedTable, type SqlRunner } from '@foundry/messaging';
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';

/** Tokens as GitHub gave them; a GitHub App whose tokens do not expire gives no refresh token. */
export interface GithubTokens {
  access: Secret;
  accessSeconds: number | null;
  refresh: Secret | null;
  refreshSeconds: number | null;
}

const TABLE = 'user.github_accounts';

export const SEALED_ACCOUNTS: SealedTable = {
  table: TABLE,
  row: 'user_id',
  keyId: 'key_id',
  columns: ['access_token', 'refresh_token'],
};

const Row = z.object({ accessToken: z.instanceof(Buffer), keyId: z.string() });

const placeOf = (userId: string, column: 'access_token' | 'refresh_token'): Place => ({
  table: TABLE,
  column,
  row: userId,
});

/** The accounts at GitHub with their tokens, encrypted. Each write gives the tokens a new version. */
@Injectable()
export class GithubAccounts {
  private readonly log = new Logger('github accounts');

  constructor(private readonly encryption: Encryption) {}

  /** A sign-in replaces whatever was there, and connects again. */
  async connect(sql: SqlRunner, userId: string, tokens: GithubTokens): Promise<void> {
    const access = this.encryption.seal(tokens.access, placeOf(userId, 'access_token'));
    const refresh = tokens.refresh && this.encryption.seal(tokens.refresh, placeOf(userId, 'refresh_token'));
    await sql`
      insert into "user".github_accounts as a (user_id, state, access_token, access_expires_at, refresh_token,
        refresh_expires_at, key_id, token_version)
      values (${userId}, 'connected', ${access.bytes}, now() + ${tokens.accessSeconds}::int * interval '1 second',
        ${refresh?.bytes ?? null}, now() + ${tokens.refreshSeconds}::int * interval '1 second', ${access.keyId}, 1)
      on conflict (user_id) do update set state = 'connected', access_token = excluded.access_token,
        access_expires_at = excluded.access_expires_at, refresh_token = excluded.refresh_token,
        refresh_expires_at = excluded.refresh_expires_at, key_id = excluded.key_id,
        token_version = a.token_version + 1, refresh_claimed_until = null, reason = null`;
  }

  /**
   * The access token of a connected person, or null. One that cannot be read any more is a reason to sign in again,
   * never an error of the request; the log says where it lay. `freshSeconds`: one that ends sooner is none.
   */
  async accessToken(sql: SqlRunner, userId: string, freshSeconds = 0): Promise<Secret | null> {
    const rows = await sql`
      select access_token as "accessToken", key_id as "keyId" from "user".github_accounts
      where user_id = ${userId} and state = 'connected' and access_token is not null
        and (access_expires_at is null or access_expires_at > now() + ${freshSeconds}::int * interval '1 second')`;
    const [row] = Row.array().parse(rows);
    if (!row) return null;
    try {
      return this.encryption.open({ keyId: row.keyId, bytes: row.accessToken }, placeOf(userId, 'access_token'));
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      this.log.error(error.message);
      await sql`
        update "user".github_accounts set state = 'reauthorize', reason = 'token_unreadable'
        where user_id = ${userId} and access_token = ${row.accessToken}`;
      return null;
    }
  }
}
