import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AuthenticateToken, type TokenOwner } from '../contracts/index.js';
import { hashOf, isTokenSecret } from '../domain/token-secret.js';
import { OwnerRow } from './token-rows.js';

/** On every request with a token: one indexed read, no cache, so that revoking works at once. */
@QueryHandler(AuthenticateToken)
export class AuthenticateTokenQuery implements IQueryHandler<AuthenticateToken, TokenOwner | null> {
  constructor(private readonly database: Database) {}

  async execute({ secret }: AuthenticateToken): Promise<TokenOwner | null> {
    if (!isTokenSecret(secret)) return null;
    const rows = await this.database.sql`
      select t.token_id as "tokenId", t.user_id as "userId", t.scopes, t.organization_id as "organizationId",
        t.expires_at <= now() as expired, coalesce(t.last_used_at > now() - interval '1 minute', false) as noted
      from "user".api_tokens t join "user".users u on u.user_id = t.user_id
      where t.hash = ${hashOf(secret)} and t.revoked_at is null and u.deleted_at is null`;
    const [found] = OwnerRow.array().parse(rows);
    if (!found) return null;
    const { noted, ...owner } = found;
    if (!noted && !owner.expired) await this.noteUse(owner.tokenId);
    return owner;
  }

  /** Many requests may come here in the same minute; the first one writes. */
  private async noteUse(tokenId: string): Promise<void> {
    await this.database.transaction(
      (sql) => sql`update "user".api_tokens set last_used_at = now()
        where token_id = ${tokenId} and (last_used_at is null or last_used_at <= now() - interval '1 minute')`,
    );
  }
}
