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

/** Why a person has to connect GitHub again. */
export type ReauthorizeReason =
  'token_unreadable' | 'token_refused' | 'refresh_refused' | 'refresh_expired' | 'authorization_revoked';

const TABLE = 'user.github_accounts';

export const SEALED_ACCOUNTS: SealedTable = {
  table: TABLE,
  row: 'user_id',
  keyId: 'key_id',
  columns: ['access_token', 'refresh_token'],
};

type TokenColumn = 'access_token' | 'refresh_token';

const Row = z.object({
  accessToken: z.instanceof(Buffer),
  keyId: z.string(),
  version: z.int(),
  /** Seconds that the token lives still; null: it does not expire. */
  secondsLeft: z.number().nullable(),
});
const Claimed = z.object({ refreshToken: z.instanceof(Buffer).nullable(), keyId: z.string(), isOver: z.boolean() });

/** A token of a person, and the version that tells it from those before and after it. */
export interface HeldToken {
  token: Secret;
  version: number;
  secondsLeft: number | null;
}

export interface UnreadableToken {
  token: null;
  version: number;
}

const placeOf = (userId: string, column: TokenColumn): Place => ({ table: TABLE, column, row: userId });

/** The accounts at GitHub with their tokens, encrypted. Each write of tokens gives them a new version. */
@Injectable()
export class GithubAccounts {
  private readonly log = new Logger('github accounts');

  constructor(private readonly encryption: Encryption) {}

  /** A sign-in replaces whatever was there, and connects again. */
  async connect(sql: SqlRunner, userId: string, tokens: GithubTokens): Promise<void> {
    const { access, refresh } = this.sealed(userId, tokens);
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

  /** The token of a connected person, whatever time it has left. Null in `token`: copied from elsewhere, or its key is gone. */
  async held(sql: SqlRunner, userId: string): Promise<HeldToken | UnreadableToken | null> {
    const rows = await sql`
      select access_token as "accessToken", key_id as "keyId", token_version as version,
        extract(epoch from access_expires_at - now())::float8 as "secondsLeft"
      from "user".github_accounts where user_id = ${userId} and state = 'connected' and access_token is not null`;
    const [row] = Row.array().parse(rows);
    if (!row) return null;
    const { accessToken, keyId, version, secondsLeft } = row;
    const token = this.opened(userId, 'access_token', keyId, accessToken);
    return token === null ? { token, version } : { token, version, secondsLeft };
  }

  /**
   * Takes the right to refresh the tokens of this version, for 20 s: one at a time, over all processes. Null: another one
   * has it, or the tokens are others by now. `refresh` null: there is nothing to refresh with.
   */
  async claimRefresh(
    sql: SqlRunner,
    userId: string,
    version: number,
  ): Promise<{ refresh: Secret } | { refresh: null; reason: ReauthorizeReason } | null> {
    const rows = await sql`
      update "user".github_accounts set refresh_claimed_until = now() + interval '20 seconds'
      where user_id = ${userId} and state = 'connected' and token_version = ${version}
        and (refresh_claimed_until is null or refresh_claimed_until < now())
      returning refresh_token as "refreshToken", key_id as "keyId", coalesce(refresh_expires_at < now(), false) as "isOver"`;
    const [row] = Claimed.array().parse(rows);
    if (!row) return null;
    if (row.refreshToken === null) return { refresh: null, reason: 'token_refused' };
    if (row.isOver) return { refresh: null, reason: 'refresh_expired' };
    const refresh = this.opened(userId, 'refresh_token', row.keyId, row.refreshToken);
    return refresh === null ? { refresh, reason: 'token_unreadable' } : { refresh };
  }

  /** GitHub could not be asked: the next one may try. */
  async releaseRefresh(sql: SqlRunner, userId: string, version: number): Promise<void> {
    await sql`
      update "user".github_accounts set refresh_claimed_until = null
      where user_id = ${userId} and token_version = ${version}`;
  }

  /** What a refresh of tokens of this version gave. False: the person signed in meanwhile, and theirs are newer. */
  async replace(sql: SqlRunner, userId: string, version: number, tokens: GithubTokens): Promise<boolean> {
    const { access, refresh } = this.sealed(userId, tokens);
    const rows = await sql`
      update "user".github_accounts set state = 'connected', reason = null, access_token = ${access.bytes},
        access_expires_at = now() + ${tokens.accessSeconds}::int * interval '1 second',
        refresh_token = ${refresh?.bytes ?? null},
        refresh_expires_at = now() + ${tokens.refreshSeconds}::int * interval '1 second',
        key_id = ${access.keyId}, token_version = token_version + 1, refresh_claimed_until = null
      where user_id = ${userId} and token_version = ${version} returning user_id`;
    return rows.length > 0;
  }

  /** Tokens of this version are of no use any more. False: they are others by now, or it was known. */
  async askAgain(sql: SqlRunner, userId: string, version: number, reason: ReauthorizeReason): Promise<boolean> {
    const rows = await sql`
      update "user".github_accounts set state = 'reauthorize', reason = ${reason}, refresh_claimed_until = null
      where user_id = ${userId} and token_version = ${version} and state = 'connected' returning user_id`;
    return rows.length > 0;
  }

  /** One that cannot be read any more is a reason to sign in again, never an error; the log says where it lay. */
  private opened(userId: string, column: TokenColumn, keyId: string, bytes: Buffer): Secret | null {
    try {
      return this.encryption.open({ keyId, bytes }, placeOf(userId, column));
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      this.log.error(error.message);
      return null;
    }
  }

  private sealed(userId: string, tokens: GithubTokens) {
    return {
      access: this.encryption.seal(tokens.access, placeOf(userId, 'access_token')),
      refresh: tokens.refresh && this.encryption.seal(tokens.refresh, placeOf(userId, 'refresh_token')),
    };
  }
}
