import { Database } from '@foundry/messaging';
import type { Uuid } from '@foundry/messaging/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ApiTokensOf, type ApiTokenView, LiveTokens } from '../contracts/index.js';
import { TokenRow } from './token-rows.js';

@QueryHandler(ApiTokensOf)
export class ApiTokensOfQuery implements IQueryHandler<ApiTokensOf, ApiTokenView[]> {
  constructor(private readonly database: Database) {}

  async execute({ userId }: ApiTokensOf): Promise<ApiTokenView[]> {
    const rows = await this.database.sql`
      select token_id as "tokenId", name, prefix, scopes, organization_id as "organizationId", created_at as "createdAt",
        expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt", version
      from "user".api_tokens
      where user_id = ${userId} and least(expires_at, coalesce(revoked_at, expires_at)) > now() - interval '30 days'
      order by revoked_at is null and expires_at > now() desc, created_at desc, token_id limit 200`;
    return TokenRow.array().parse(rows);
  }
}

@QueryHandler(LiveTokens)
export class LiveTokensQuery implements IQueryHandler<LiveTokens, Uuid[]> {
  constructor(private readonly database: Database) {}

  async execute({ tokenIds }: LiveTokens): Promise<Uuid[]> {
    if (tokenIds.length === 0) return [];
    const rows = await this.database.sql`
      select t.token_id as "tokenId" from "user".api_tokens t join "user".users u on u.user_id = t.user_id
      where t.token_id = any(${tokenIds}::uuid[]) and t.revoked_at is null and t.expires_at > now()
        and u.deleted_at is null`;
    return z
      .array(z.object({ tokenId: z.string() }))
      .parse(rows)
      .map(({ tokenId }) => tokenId);
  }
}
